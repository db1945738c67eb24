// Where a photo was taken, as the camera wrote it down, and how far that is from the place its sender stated.
// Standard: Exif 3.0 (CIPA DC-008), GPS information. It is a hint for whoever dispatches, never a reason to refuse: photos get forwarded.
import exifr from 'exifr'

/** Degrees, WGS 84. */
export type Point = { lat: number; lng: number }

/** Undefined when the photo does not say, or is no photo. @param bytes of the whole file */
export const placeOfPhoto = async (bytes: Buffer): Promise<Point | undefined> => {
  const found = await exifr.gps(bytes).catch(() => undefined)
  if (!found || !Number.isFinite(found.latitude) || !Number.isFinite(found.longitude)) return undefined
  // Cameras without a fix write zeros.
  return found.latitude === 0 && found.longitude === 0 ? undefined : { lat: found.latitude, lng: found.longitude }
}

const earthRadius = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres along the great circle. */
export const distance = (one: Point, other: Point): number => {
  const half = Math.sin(radians(other.lat - one.lat) / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(radians(other.lng - one.lng) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Maps of China are shifted by up to 700 m (GCJ-02), so less than this says nothing. */
const farMetres = 1500

/** Metres between photo and stated place when they contradict each other; undefined when they do not. */
export const contradiction = (photo: Point, stated: Point): number | undefined => {
  const metres = Math.round(distance(photo, stated))
  return metres >= farMetres ? metres : undefined
}
