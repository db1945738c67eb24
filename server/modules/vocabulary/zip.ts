// The files inside a ZIP archive, as far as office documents need it: stored or deflated, no encryption, no ZIP64.
// What a file claims about sizes is not believed: unpacking stops at the given number of bytes.
import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50

/**
 * Unpacks the entries whose name is wanted. @param most bytes all of them together may have
 * @throws Error when the archive is broken or unpacks to more
 */
export const unzip = (archive: Buffer, wanted: (name: string) => boolean, most: number): Map<string, Buffer> => {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== endMark) end -= 1
  if (end < 0) throw new Error('no ZIP archive')
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  let left = most
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error('broken ZIP directory')
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength, place] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + extraLength + commentLength
    if (!wanted(name)) continue
    const start = place + 30 + archive.readUInt16LE(place + 26) + archive.readUInt16LE(place + 28)
    const body = archive.subarray(start, start + packed)
    if (method !== 0 && method !== 8) throw new Error(`ZIP method ${method}`)
    const content = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, left) })
    left -= content.length
    if (left < 0) throw new Error('unpacks to too much')
    files.set(name, content)
  }
  return files
}
