// Which authority is competent: the one of the service's line in the region where the matter belongs, at the service's level.
// Regions are GB/T 2260 codes; where a district has no authority of the line, the one above it is competent.
import { regionAndAbove } from '../../kernel/regions.ts'
import type { Catalogue, Region, Service } from '../catalogue/definitions.ts'
import type { Answer } from './plan.ts'

const levelByShape = (code: string): Region['level'] => {
  if (code.length > 6) return 'street'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'district'
}

const seats = new WeakMap<Catalogue, ReadonlySet<string>>()

const seatsOf = (catalogue: Catalogue): ReadonlySet<string> => {
  const known = seats.get(catalogue)
  if (known) return known
  const found = new Set(catalogue.authorities.map(({ line, region }) => `${line}@${region}`))
  seats.set(catalogue, found)
  return found
}

/**
 * The region of the competent authority. `place` is the value of the service's `competentBy` concept; without it the
 * catalogue's own region stands in until the place is known.
 */
export const competentRegion = (catalogue: Catalogue, service: Service, place: Answer | undefined): string => {
  const code = typeof place === 'string' && place !== '' ? place : catalogue.region
  const above = regionAndAbove(code)
  const atLevel = above.findIndex((each) => (catalogue.regions[each]?.level ?? levelByShape(each)) === service.level)
  const from = above.slice(Math.max(0, atLevel))
  const sitting = seatsOf(catalogue)
  return from.find((each) => sitting.has(`${service.line}@${each}`)) ?? from[0] ?? code
}
