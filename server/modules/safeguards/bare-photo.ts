// A photo without what the camera wrote into it: place, time, device, owner, previews. How it is to be turned stays. Pure.
// Formats: JPEG (ISO/IEC 10918-1), PNG (W3C, 3rd edition), WebP (RFC 9649). Anything else is given back as it is not known to be bare: undefined.

/** Segments of JPEG that only describe: Exif and XMP, IPTC, comments. APP0, APP2 (colours) and APP14 are needed to show it. */
const describing = new Set([0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe])
const startOfScan = 0xda

/** Exif with one field: how to turn it. Big-endian TIFF with one entry, tag 0x0112. */
const orientationSegment = (orientation: number): Buffer =>
  Buffer.from([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])

/** 1 to 8; undefined when the segment does not say. @param exif from "Exif\0\0" on */
const orientationIn = (exif: Buffer): number | undefined => {
  if (exif.length < 16 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = exif.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(u16(start), 100); entry += 1) {
    const at = start + 2 + entry * 12
    const value = u16(at + 8)
    if (u16(at) === 0x0112 && value >= 1 && value <= 8) return value
  }
  return undefined
}

const bareJpeg = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) return Buffer.concat([...kept, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (describing.has(marker)) {
      const orientation = marker === 0xe1 ? orientationIn(bytes.subarray(at + 4, end)) : undefined
      if (orientation !== undefined && orientation > 1) kept.push(orientationSegment(orientation))
    } else kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

const describingPng = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

const barePng = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!describingPng.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

/** Bits of VP8X that announce Exif and XMP. */
const announced = 0b0000_1100

const bareWebp = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const name = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~announced
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  const content = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(content.length + 4, 4)
  return Buffer.concat([head, content])
}

/** Undefined for a file that is none of these, or damaged: it is not to be published. */
export const barePhoto = (bytes: Buffer): Buffer | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bareJpeg(bytes)
  if (bytes.toString('latin1', 1, 4) === 'PNG') return barePng(bytes)
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return bareWebp(bytes)
  return undefined
}
