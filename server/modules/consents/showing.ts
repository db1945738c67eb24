// What is shown to whoever is asked, in words of their language; what they answered is kept as it stood there.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import type { Consent, ConsentTerms } from './consent.ts'

/** Fields of a record by the names of what they answer. */
const itemsOf = ({ registries, concepts }: Catalogue, { resource, fields }: Consent, language: Language): string[] => {
  const answers = Object.entries(registries[resource]?.answers ?? {})
  return fields.map((field) => {
    const [concept] = answers.find(([, path]) => path === field) ?? answers.find(([, path]) => path.split('.')[0] === field) ?? []
    return textIn(nameOr(concepts[concept ?? ''], field), language)
  })
}

/** @param companyName whose record it is; null: the reader's own */
export const termsOf = (app: App, one: Consent, companyName: string | null, language: Language): ConsentTerms => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const registry = catalogue.registries[one.resource]
  const keeper = registry && authorityOf(catalogue, registry.line, app.config.region)
  return {
    language, authorityName: textIn(nameOr(authorityOf(catalogue, one.line, one.region), one.line), language), registryName: textIn(nameOr(registry, one.resource), language),
    keeperName: keeper ? textIn(keeper.name, language) : null, items: itemsOf(catalogue, one, language), purpose: one.purpose, legalBasis: one.legalBasis, caseNumber: one.caseNumber, companyName, until: one.until,
  }
}

/** SHA-256, hexadecimal. */
export const wordingOf = (terms: ConsentTerms): string => createHash('sha256').update(canonicalJson(terms)).digest('hex')
