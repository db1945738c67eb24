// Browsing every service there is: pack services and imported services as one list with one set of filters.
// Pure: the pack side, and how the two sides are joined. The imported side is counted and listed by browse-store.ts.
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, commonNameOf, listAuthoritiesOf } from './authority.ts'
import type { Catalogue, Service } from './definitions.ts'
import { audienceKinds, serviceKinds, type AudienceKind, type ServiceKind, type TimeLimit } from './imported-service.ts'
import { plainServices } from './plain-services.ts'

export type BrowseFilter = { region?: string; authority?: string; kind?: string; audience?: string; theme?: string; q?: string }

/** One line of the list. `authority` is a line for pack services, the code of the authority for imported ones. */
export type BrowseRow = {
  type: 'service' | 'importedService'
  id: string
  name: Texts
  summary: Texts | null
  authority: { value: string; name: Texts }
  region: { code: string; name: Texts }
  kind: ServiceKind
  audience: string[]
  themes: string[]
  promised: TimeLimit | null
  online: boolean | null
}

export type Facet = { value: string; name: Texts; count: number }
export type Facets = { regions: Facet[]; authorities: Facet[]; kinds: Facet[]; audiences: Facet[]; themes: Facet[] }

const kindsInEnglish: Record<ServiceKind, string> = {
  licence: 'Licence', penalty: 'Penalty', coercion: 'Coercive measure', levy: 'Levy', payment: 'Payment', inspection: 'Inspection',
  confirmation: 'Confirmation', reward: 'Award', ruling: 'Ruling', expropriation: 'Expropriation', 'other-power': 'Other power',
  'public-service': 'Public service', unknown: 'Not stated',
}

const audiencesInEnglish: Record<AudienceKind, string> = {
  person: 'Individuals', enterprise: 'Companies', 'public-institution': 'Public institutions', 'social-organisation': 'Social organisations',
  'unincorporated-enterprise': 'Unincorporated businesses', 'government-body': 'Government bodies', 'other-organisation': 'Other organisations',
}

const inEnglish = (names: Readonly<Record<string, string>>, id: string): { en?: string } => (names[id] === undefined ? {} : { en: names[id] })

const kindNames = new Map<string, Texts>([...Object.entries(serviceKinds), ['unknown', '未写明']].map(([kind = '', name = '']) => [kind, { 'zh-CN': name, ...inEnglish(kindsInEnglish, kind) }]))
const audienceNames = new Map<string, Texts>(Object.entries(audienceKinds).map(([audience, name]) => [audience, { 'zh-CN': name, ...inEnglish(audiencesInEnglish, audience) }]))

export const nameOfKind = (kind: string): Texts => kindNames.get(kind) ?? { 'zh-CN': kind }
export const nameOfAudience = (audience: string): Texts => audienceNames.get(audience) ?? { 'zh-CN': audience }

const packKinds: Readonly<Record<string, ServiceKind>> = { permit: 'licence', confirmation: 'confirmation', grant: 'payment', 'public-service': 'public-service', other: 'other-power' }

/** The kind of a pack service in the words of the imported catalogues. */
export const kindOf = ({ kind }: Pick<Service, 'kind'>): ServiceKind => packKinds[kind] ?? 'unknown'

/** Words typed to narrow the list: lower case, split at white space and control characters. */
export const wordsOf = (q: string | undefined): string[] => (q ?? '').normalize('NFKC').toLowerCase().split(/[\s\p{C}]+/u).filter((word) => word !== '')

const audienceOf = (catalogue: Catalogue, id: string): string[] => {
  const audiences = Object.values(catalogue.matters).filter((matter) => matter.services.some(({ service }) => service === id)).map(({ audience }) => audience)
  return [...new Set(audiences)].map((audience) => (audience === 'person' ? 'person' : 'enterprise'))
}

/** The pack services on offer in the catalogue's region, by id. */
export const listPackRows = (catalogue: Catalogue): BrowseRow[] => {
  const { region, regions } = catalogue
  return plainServices(catalogue)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((service) => ({
      type: 'service' as const,
      id: service.id,
      name: service.name,
      summary: service.summary,
      authority: { value: service.line, name: handlerName(catalogue, service) },
      region: { code: region, name: regions[region]?.name ?? { 'zh-CN': region } },
      kind: kindOf(service),
      audience: audienceOf(catalogue, service.id),
      themes: [],
      promised: { days: service.limits.promised, unit: 'working' as const },
      online: true,
    }))
}

/** The one authority that handles it; where that depends on the district, what those have in common: 卫健局. */
const handlerName = (catalogue: Catalogue, service: Service): Texts => {
  const handlers = listAuthoritiesOf(catalogue, service)
  const [only = authorityOf(catalogue, service.line, catalogue.region)] = handlers
  if (!only) return { 'zh-CN': service.line }
  if (handlers.length < 2) return only.name
  return commonNameOf(handlers) ?? only.shortName
}

const filters: Record<Exclude<keyof BrowseFilter, 'q'>, (row: BrowseRow) => readonly string[]> = {
  region: ({ region }) => [region.code],
  authority: ({ authority }) => [authority.value],
  kind: ({ kind }) => [kind],
  audience: ({ audience }) => audience,
  theme: ({ themes }) => themes,
}

const filterNames = Object.keys(filters) as (keyof typeof filters)[]

/** @param except one filter that is not looked at, for counting its own choices */
export const matches = (row: BrowseRow, filter: BrowseFilter, except?: keyof BrowseFilter): boolean => {
  const name = Object.values(row.name).join(' ').toLowerCase()
  return (
    wordsOf(filter.q).every((word) => name.includes(word)) &&
    filterNames.every((key) => key === except || filter[key] === undefined || filters[key](row).includes(filter[key]))
  )
}

const countBy = (rows: readonly BrowseRow[], filter: BrowseFilter, key: keyof typeof filters, nameOf: (row: BrowseRow, value: string) => Texts): Facet[] => {
  const facets = new Map<string, Facet>()
  for (const row of rows) {
    if (!matches(row, filter, key)) continue
    for (const value of filters[key](row)) facets.set(value, { value, name: nameOf(row, value), count: (facets.get(value)?.count ?? 0) + 1 })
  }
  return [...facets.values()]
}

export const countPackFacets = (rows: readonly BrowseRow[], filter: BrowseFilter): Facets => ({
  regions: countBy(rows, filter, 'region', ({ region }) => region.name),
  authorities: countBy(rows, filter, 'authority', ({ authority }) => authority.name),
  kinds: countBy(rows, filter, 'kind', (_, kind) => nameOfKind(kind)),
  audiences: countBy(rows, filter, 'audience', (_, audience) => nameOfAudience(audience)),
  themes: countBy(rows, filter, 'theme', (_, theme) => ({ 'zh-CN': theme })),
})

const joinFacet = (a: readonly Facet[], b: readonly Facet[]): Facet[] => {
  const joined = new Map(a.map((facet) => [facet.value, facet]))
  for (const facet of b) joined.set(facet.value, { ...facet, ...joined.get(facet.value), count: facet.count + (joined.get(facet.value)?.count ?? 0) })
  return [...joined.values()].sort((x, y) => y.count - x.count || (x.value < y.value ? -1 : 1))
}

/** Both sides' counts, most frequent first; the first side's names win. */
export const joinFacets = (a: Facets, b: Facets): Facets => ({
  regions: joinFacet(a.regions, b.regions),
  authorities: joinFacet(a.authorities, b.authorities),
  kinds: joinFacet(a.kinds, b.kinds),
  audiences: joinFacet(a.audiences, b.audiences),
  themes: joinFacet(a.themes, b.themes),
})

/** Where a page begins: after this pack service, or after this imported one (pack services come first). */
export type BrowseCursor = { type: BrowseRow['type']; id: string }

export const cursorOf = ({ type, id }: BrowseRow): string => `${type}:${id}`

/** Reads what `cursorOf` wrote; undefined for anything else. */
export const readCursor = (text: string): BrowseCursor | undefined => {
  const [, type, id] = /^(service|importedService):(.+)$/s.exec(text) ?? []
  return (type === 'service' || type === 'importedService') && id !== undefined ? { type, id } : undefined
}
