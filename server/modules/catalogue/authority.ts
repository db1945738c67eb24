// Which authority of a line serves a place: the one of the place itself, or the nearest above it.
import { placeSuffixes, regionAndAbove, regionCovers } from '../../kernel/regions.ts'
import { commonEnd, type Texts } from '../../kernel/texts.ts'
import type { Authority, Catalogue, Service } from './definitions.ts'

/**
 * The authority of `line` (for example `health`) in `region` (GB/T 2260) or the nearest region above it.
 * Undefined when the catalogue has none up to the province.
 */
export const authorityOf = ({ authorities }: Pick<Catalogue, 'authorities'>, line: string, region: string): Authority | undefined => {
  const ofLine = authorities.filter((each) => each.line === line)
  for (const code of regionAndAbove(region)) {
    const found = ofLine.find((each) => each.region === code)
    if (found) return found
  }
  return undefined
}

/** The authorities that handle a service somewhere in the catalogue's region: its line, at its level; one when the region says which. */
export const listAuthoritiesOf = (catalogue: Catalogue, { line, level }: Pick<Service, 'line' | 'level'>): Authority[] => {
  const own = regionAndAbove(catalogue.region).find((code) => catalogue.regions[code]?.level === level)
  if (own !== undefined) {
    const one = authorityOf(catalogue, line, own)
    return one ? [one] : []
  }
  return catalogue.authorities.filter((each) => each.line === line && catalogue.regions[each.region]?.level === level && regionCovers(catalogue.region, each.region))
}

/** What several authorities of a line are called in common: 卫健局 of 福田卫健局, 南山卫健局 …; undefined when they share no word. */
export const commonNameOf = (authorities: readonly Authority[]): Texts | undefined => {
  const english = authorities.flatMap(({ shortName }) => shortName.en ?? [])
  const common = commonEnd(authorities.map(({ shortName }) => shortName['zh-CN']))
  return common === '' ? undefined : { 'zh-CN': common, ...(english.length === authorities.length ? { en: commonEnd(english) || common } : {}) }
}

type Places = Pick<Catalogue, 'authorities' | 'regions'>

/** A short name without the place: 人社局 of 荔湾人社局, 市人社局. */
const withoutPlace = (name: string, place: string | undefined, language: keyof typeof placeSuffixes): string =>
  (place === undefined ? name : name.replace(place.replace(placeSuffixes[language], ''), '')).replace(/^[省市区县]/, '').trim()

const mostOften = (names: readonly string[]): string | undefined => {
  const counts = Map.groupBy(names.filter((name) => name !== ''), (name) => name)
  return [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}

const lineNames = new WeakMap<readonly Authority[], Map<string, Texts>>()

/** What the authorities of a line are called whatever place they serve, by those of the cities where there are any, else of the districts, the streets, the province. */
export const lineNameOf = ({ authorities, regions }: Places, line: string): Texts => {
  const known = lineNames.get(authorities) ?? new Map<string, Texts>()
  lineNames.set(authorities, known)
  const kept = known.get(line)
  if (kept) return kept
  const ofLine = authorities.filter((each) => each.line === line)
  const asked = (['city', 'district', 'street', 'province'] as const).map((level) => ofLine.filter(({ region }) => regions[region]?.level === level)).find((found) => found.length > 0) ?? ofLine
  const nameIn = (language: 'zh-CN' | 'en') => mostOften(asked.map(({ region, shortName }) => withoutPlace(shortName[language] ?? '', regions[region]?.name[language], language)))
  const en = nameIn('en')
  const name: Texts = { 'zh-CN': nameIn('zh-CN') ?? line, ...(en === undefined ? {} : { en }) }
  known.set(line, name)
  return name
}
