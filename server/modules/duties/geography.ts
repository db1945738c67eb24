// Where a point lies: the areas of a duty list that hold it, and the finest region. Points are WGS 84, distances metres. Pure.
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Area, DutyList } from '../catalogue/index.ts'

export type Point = { lng: number; lat: number }

const metresPerDegree = 111_320

/** From a point to the segment between two points, on a plane good enough within a city. */
const toSegment = ({ lng, lat }: Point, [aLng = 0, aLat = 0]: readonly number[], [bLng = 0, bLat = 0]: readonly number[]): number => {
  const scale = Math.cos((lat * Math.PI) / 180)
  const [x, y] = [(bLng - aLng) * scale, bLat - aLat]
  const [px, py] = [(lng - aLng) * scale, lat - aLat]
  const length = x * x + y * y
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / length))
  return Math.hypot(px - along * x, py - along * y) * metresPerDegree
}

type Shape = { area: Area; box: readonly [number, number, number, number]; holds: (at: Point) => boolean }

const shapeOf = (area: Area): Shape | undefined => {
  const { polygon, line, point, metres = 0 } = area
  const corners = polygon ?? line ?? (point && [point])
  if (!corners) return undefined
  const reach = metres / metresPerDegree * 1.2
  const [lngs, lats] = [corners.map(([lng = 0]) => lng), corners.map(([, lat = 0]) => lat)]
  const box = [Math.min(...lngs) - reach, Math.min(...lats) - reach, Math.max(...lngs) + reach, Math.max(...lats) + reach] as const
  if (polygon) {
    const closed = { type: 'Polygon' as const, coordinates: [[...polygon, polygon[0] ?? []]] }
    return { area, box, holds: ({ lng, lat }) => booleanPointInPolygon([lng, lat], closed) }
  }
  return { area, box, holds: (at) => corners.some((corner, index) => toSegment(at, corner, corners[index + 1] ?? corner) <= metres) }
}

const shapes = new WeakMap<DutyList, readonly Shape[]>()

const shapesOf = (list: DutyList): readonly Shape[] => {
  const known = shapes.get(list) ?? [...list.areas.values()].flatMap((area) => shapeOf(area) ?? [])
  shapes.set(list, known)
  return known
}

/** Areas that hold a point, and the finest region any of them lies in; a road that runs through several regions says nothing about the region. */
export const areasAt = (list: DutyList, at: Point): { areas: Area[]; region?: string } => {
  const areas = shapesOf(list).filter(({ box, holds }) => at.lng >= box[0] && at.lng <= box[2] && at.lat >= box[1] && at.lat <= box[3] && holds(at)).map(({ area }) => area)
  const region = areas.filter(({ kind }) => kind !== 'road').map((area) => area.region).sort((a, b) => fineness(b) - fineness(a))[0]
  return { areas, ...(region === undefined ? {} : { region }) }
}

/** How fine a region code is: province 2, city 4, district 6, street 9. */
export const fineness = (code: string): number => (code.length === 9 ? 9 : code.replace(/(00)+$/, '').length)

/** Roughly the middle of an area, for a pin on a map; a road has none. */
export const middleOf = ({ polygon, point }: Pick<Area, 'polygon' | 'point'>): Point | undefined => {
  const corners = polygon ?? (point && [point])
  if (!corners) return undefined
  const mean = (index: 0 | 1): number => corners.reduce((sum, corner) => sum + (corner[index] ?? 0), 0) / corners.length
  return { lng: Number(mean(0).toFixed(6)), lat: Number(mean(1).toFixed(6)) }
}
