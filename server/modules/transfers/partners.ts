// The regions that work on this server: the one it serves, and those its packs name as partners in handling across regions.
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import type { Outlet } from '../catalogue/index.ts'

type Served = Pick<App, 'packs'> & { config: { region: string } }

/** The region served and its partners (GB/T 2260). */
export const regionsAtWork = ({ packs, config }: Served): string[] => [config.region, ...(packs.proceedingsFor(config.region).crossRegion?.partners ?? [])]

/** The partner region a place lies in; undefined for places of the region served. */
export const partnerOf = (app: Served, region: string): string | undefined =>
  regionCovers(app.config.region, region) || regionCovers(region, app.config.region) ? undefined : regionsAtWork(app).find((each) => regionCovers(each, region))

/** Halls of all regions at work, those of the region served first. */
export const outletsAtWork = (app: Served): Outlet[] => {
  const places = regionsAtWork(app)
  const within = app.packs.packs.map(({ region }) => region).filter((region) => places.some((place) => regionCovers(place, region)))
  const all = [...places, ...within].flatMap((region) => app.packs.outletsFor(region))
  return [...new Map(all.map((outlet) => [outlet.id, outlet])).values()]
}
