// A type of e-licence as the packs describe it: what it says, what every copy shows and what only when its holder chooses, what may be
// proven instead of told, where it comes from, how its card looks. Pure; server and browser.
import { asTexts, type Texts } from '../../kernel/texts.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Catalogue, LegalBasis, Rule } from './definitions.ts'
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'
import type { CredentialTypeFields } from './pack-credentials.ts'
import { both, type Report } from './pack-error.ts'
import { refer } from './pack-checks.ts'
import type { ReadRule } from './rule-reader.ts'

/** `from`: concepts that can give it, the first that is known counts. `masked`: on the card it is shown in part until its holder taps it. */
export type CredentialClaim = { id: string; name: Texts; from: readonly string[]; disclosed: 'always' | 'chosen'; masked: boolean }

/** A yes or no that stands for a value, such as `over60` for the birth date; with time it only turns from no to yes. */
export type DerivedClaim = { id: string; name: Texts; rule: Rule }

/** Where a claim stands on the card. Colours are `#rrggbb`; the ground goes from one to the other. */
export type CardLayout = { ink: string; from: string; to: string; pattern: 'waves' | 'grid' | 'rays' | 'plain'; fields: readonly { claim: string; at: 'title' | 'main' | 'side' | 'foot' }[] }

export type CredentialType = {
  id: string
  name: Texts
  /** letters in its numbers */
  prefix: string
  /** of the authority that answers for it; of the one that decided where it comes from a result */
  line: string
  level: 'province' | 'city' | 'district'
  services: readonly string[]
  registries: readonly string[]
  /** concepts registries must know, or there is no such document */
  requires: readonly string[]
  /** concept with the ID number of whom it is about, where that is not whom the account belongs to */
  holder?: string
  /** concept with the last day on which it holds; as long as the result holds when absent, or for good */
  until?: string
  claims: readonly CredentialClaim[]
  derived: readonly DerivedClaim[]
  layout: CardLayout
  legalBasis: LegalBasis
}

const typeOf = (fields: CredentialTypeFields, rule: (path: readonly (string | number)[], text: string) => Rule): CredentialType => ({
  id: fields.id, name: asTexts(fields.name), prefix: fields.prefix, line: fields.line, level: fields.level ?? 'city', services: fields.services ?? [], registries: fields.registries ?? [], requires: fields.requires ?? [],
  ...(fields.holder === undefined ? {} : { holder: fields.holder }), ...(fields.until === undefined ? {} : { until: fields.until }),
  claims: fields.claims.map(({ id, name, from, always = false, masked = false }) => ({ id, name: asTexts(name), from, disclosed: always ? 'always' : 'chosen', masked })),
  derived: (fields.derived ?? []).map(({ id, name, rule: text }, index) => ({ id, name: asTexts(name), rule: rule(['derived', index, 'rule'], text) })),
  layout: fields.layout, legalBasis: fields.legalBasis,
})

/** By id. @param read reports rules that cannot be read */
export const credentialTypesOf = (content: Pick<PackContent, 'credentials'>, read: ReadRule): Readonly<Record<string, CredentialType>> =>
  Object.fromEntries([...content.credentials].map(([id, { fields, node }]) => [id, typeOf(fields, (path, text) => read(node, [...path], text))]))

/** Everything a type refers to is there, and can say what the type wants of it. */
export const checkCredentialTypes = (content: PackContent, catalogue: Catalogue, region: string, report: Report): void => {
  const referring = { content, report }
  for (const { fields, node } of content.credentials.values()) {
    const level = fields.level ?? 'city'
    const places = Object.values(catalogue.regions).filter((each) => each.level === level && regionCovers(region, each.code))
    if (places.length > 0 && !catalogue.authorities.some((each) => each.line === fields.line)) report('authority-unknown', placeAt(node, ['line']), both(`没有部门属于 ${fields.line} 条线`, `no authority has the line ${fields.line}`))
    fields.services?.forEach((service, index) => {
      refer(referring, 'services', service, placeAt(node, ['services', index]))
      const { line } = content.services.get(service)?.fields ?? fields
      if (line !== fields.line) report('value-wrong', placeAt(node, ['services', index]), both(`${service} 由 ${line} 条线办，这个证照由 ${fields.line} 条线颁发`, `${service} is handled by the line ${line}, the e-licence is issued by ${fields.line}`))
    })
    fields.registries?.forEach((registry, index) => refer(referring, 'registries', registry, placeAt(node, ['registries', index])))
    for (const key of ['holder', 'until'] as const) refer(referring, 'concepts', fields[key], placeAt(node, [key]))
    fields.requires?.forEach((concept, index) => refer(referring, 'concepts', concept, placeAt(node, ['requires', index])))
    fields.claims.forEach(({ from }, index) => from.forEach((concept, each) => refer(referring, 'concepts', concept, placeAt(node, ['claims', index, 'from', each]))))
    const ids = [...fields.claims, ...(fields.derived ?? [])].map(({ id }) => id)
    ids.filter((id, index) => ids.indexOf(id) < index).forEach((id) => report('id-duplicate', placeAt(node, ['claims']), both(`${id} 定义了两次`, `${id} is defined twice`)))
    fields.layout.fields.forEach(({ claim }, index) => {
      if (!ids.includes(claim)) report('value-wrong', placeAt(node, ['layout', 'fields', index, 'claim']), both(`没有 ${claim} 这一项`, `it says nothing called ${claim}`))
    })
    if (!fields.services && !fields.registries) report('key-missing', placeAt(node, ['id']), both(`${fields.id} 没有来源：services 和 registries 至少写一个`, `${fields.id} comes from nowhere: services or registries must be there`))
  }
  for (const { fields, node } of content.evidence.values()) {
    const type = typeof fields.credential === 'object' ? fields.credential.type : fields.credential
    if (type !== undefined && !content.named('credentials', type)) report('credential-unknown', placeAt(node, ['credential']), both(`没有电子证照 ${type}`, `there is no e-licence ${type}`))
  }
}
