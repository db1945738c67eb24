// Which authority of a line serves a place: the one of the place itself, or the nearest above it.
import { regionAndAbove, regionCovers } from '../../kernel/regions.ts'
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
