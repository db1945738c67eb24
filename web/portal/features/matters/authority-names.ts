// What to call an authority in one or two words, also while it is not known yet which district's it will be.
// Pure. Names come from the catalogue; '南山卫健局' and '福田卫健局' together are '卫健局'.
import { regionAndAbove, regionCovers } from '../../../../server/kernel/regions.ts'
import type { Authority, Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { commonEnd, type Texts } from '../../../../server/kernel/texts.ts'

/** The short name of the line's authority in `region`, or what its authorities in the served region have in common. */
export function authorityName(catalogue: Pick<Catalogue, 'region' | 'authorities'>, line: string, region: string, textIn: (texts: Texts) => string): string {
  const ofLine = catalogue.authorities.filter((each) => each.line === line)
  const local = ofLine.filter((each) => regionCovers(catalogue.region, each.region))
  const names = (authorities: readonly Authority[]) => authorities.map(({ shortName }) => textIn(shortName))
  const exact = local.find((each) => each.region === region) ?? (local.length === 1 ? local[0] : undefined)
  if (exact) return textIn(exact.shortName)
  const common = local.length > 1 ? commonEnd(names(local)) : ''
  if (common !== '') return common
  const above = regionAndAbove(catalogue.region).flatMap((code) => ofLine.find((each) => each.region === code) ?? [])[0] ?? ofLine[0]
  return above ? textIn(above.shortName) : line
}
