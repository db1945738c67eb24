// Builds a photo that says where it was taken, for tests: a JPEG without a picture, with Exif as cameras write it.
import type { Point } from './photo.ts'

/** @param orientation 1 to 8, how to turn it */
export const photoTakenAt = ({ lat, lng }: Point, orientation = 6): Buffer => {
  const tiff = Buffer.alloc(200)
  tiff.write('MM\0*', 'latin1')
  let at = tiff.writeUInt32BE(8, 4)
  const entry = (tag: number, type: number, count: number, value: number, short = false) => {
    at = tiff.writeUInt16BE(tag, at)
    at = tiff.writeUInt16BE(type, at)
    at = tiff.writeUInt32BE(count, at)
    at = short ? tiff.writeUInt16BE(value, at) + 2 : tiff.writeUInt32BE(value >>> 0, at)
  }
  at = tiff.writeUInt16BE(2, at)
  entry(0x0112, 3, 1, orientation, true)
  entry(0x8825, 4, 1, 38)
  at = tiff.writeUInt16BE(4, 38)
  entry(1, 2, 2, 0x4e000000)
  entry(2, 5, 3, 100)
  entry(3, 2, 2, 0x45000000)
  entry(4, 5, 3, 124)
  at = 100
  for (const degrees of [lat, lng]) for (const [value, parts] of [[Math.floor(degrees), 1], [0, 1], [Math.round((degrees % 1) * 3600 * 1000), 1000]] as const) {
    at = tiff.writeUInt32BE(value, at)
    at = tiff.writeUInt32BE(parts, at)
  }
  const segment = (marker: number, content: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(0xfe, Buffer.from('taken by somebody')), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ])
}
