// Areas of the duty list as outlines a map draws: the districts and streets, and the roads between them.
import { textNow } from '../../../shared/i18n/content.ts'
import type { MapOutline } from '../../../shared/map/place.ts'
import type { Area } from './queries.ts'

const ring = (points: readonly (readonly number[])[]) => points.map(([lng = 0, lat = 0]): [number, number] => [lng, lat])

const made = new WeakMap<readonly Area[], MapOutline[]>()

/** Always the same list for the same areas, so that the map is not drawn again at each stroke. */
export function outlinesOf(areas: readonly Area[]): MapOutline[] {
  const known = made.get(areas) ?? areas.flatMap(({ id, kind, name, region, polygon, line }): MapOutline[] => {
    if (kind === 'division' && polygon) return [{ id, region, name: textNow(name), kind: 'area', rings: [ring(polygon)] }]
    return kind === 'road' && line ? [{ id, region, name: textNow(name), kind: 'line', rings: [ring(line)] }] : []
  })
  made.set(areas, known)
  return known
}
