// Points and outlines a map shows, and the little geometry the page needs. Pure; knows no map library.
// Degrees of latitude and longitude in WGS 84 (CGCS2000 differs by less than a metre).

export interface MapPoint {
  lat: number
  lng: number
}

/** An area as rings of [lng, lat], as GeoJSON writes them; a road as one open line. */
export interface MapOutline {
  id: string
  name: string
  kind: 'area' | 'line' | 'point'
  /** GB/T 2260, the smallest that holds all of it. */
  region: string
  rings: readonly (readonly (readonly [number, number])[])[]
}

/** Five places after the point are about a metre: enough for a lamp post, and no more precise than a phone. */
const places = 5

export const rounded = ({ lat, lng }: MapPoint): MapPoint => ({ lat: Number(lat.toFixed(places)), lng: Number(lng.toFixed(places)) })

/** South-west and north-east corner of everything given; undefined for nothing. */
export function boundsOf(points: readonly MapPoint[]): [MapPoint, MapPoint] | undefined {
  if (points.length === 0) return undefined
  const [lats, lngs] = [points.map(({ lat }) => lat), points.map(({ lng }) => lng)]
  return [{ lat: Math.min(...lats), lng: Math.min(...lngs) }, { lat: Math.max(...lats), lng: Math.max(...lngs) }]
}

/** The outlines of a region, else of the district around it, else all. @param region undefined: not known */
export function outlinesOf(outlines: readonly MapOutline[], region: string | undefined): readonly MapOutline[] {
  const within = (code: string) => outlines.filter((each) => each.kind === 'area' && each.region === code)
  const found = region ? [within(region), within(region.slice(0, 6))].find(({ length }) => length > 0) : undefined
  return found ?? outlines
}

export const pointsOf = (outlines: readonly MapOutline[]): MapPoint[] => outlines.flatMap(({ rings }) => rings.flatMap((ring) => ring.map(([lng, lat]) => ({ lat, lng }))))
