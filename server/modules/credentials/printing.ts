// An e-licence as a PDF its holder keeps or sends: what its type shows in the words of the packs, sealed by the authority that answers for it.
import { dayInWords, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { credentialPdf } from '../seals/index.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import type { Answer } from '../planning/index.ts'
import { credentialTypeOf } from './copying.ts'
import { isInForce, type Credential } from './credential.ts'

const inWords = (catalogue: Catalogue, concepts: readonly string[], value: Answer): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return dayInWords(String(value))
  const choices = concepts.flatMap((each) => catalogue.concepts[each]?.constraint.choices ?? [])
  return choices.find((each) => each.value === value)?.name['zh-CN'] ?? catalogue.regions[String(value)]?.name['zh-CN'] ?? String(value ?? '')
}

/** @throws Refusal not_allowed_now when it is no longer in force, not_offered for a type the packs no longer have */
export const printCredential = async (app: App, one: Credential): Promise<Buffer> => {
  if (!isInForce(one, plainDate(app.clock.now()))) throw new Refusal('not_allowed_now', { status: one.status })
  const type = credentialTypeOf(app, one)
  if (!type) throw new Refusal('not_offered')
  const catalogue = app.packs.catalogueFor(one.issuer.region)
  const authority = authorityOf(catalogue, one.issuer.line, one.issuer.region)
  const shown = new Map(type.layout.fields.map(({ claim, at }) => [claim, at]))
  return credentialPdf(app, {
    id: one.id, title: type.name['zh-CN'], number: one.number, issuedOn: plainDate(new Date(one.issuedAt)), validUntil: one.validUntil, colours: type.layout,
    issuer: { line: one.issuer.line, region: authority?.region ?? one.issuer.region, name: authority?.name['zh-CN'] ?? one.issuer.line },
    fields: type.claims.flatMap(({ id, name, from }) => {
      const value = one.claims[id]
      const at = shown.get(id)
      return value === undefined || value === null ? [] : [{ label: name['zh-CN'], value: inWords(catalogue, from, value), ...(at ? { shown: at } : {}) }]
    }),
  })
}
