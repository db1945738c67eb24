// Zip archives, written and read: enough for a pack to travel as one file and for office documents, with limits an archive cannot lie about.
// Format: PKWARE APPNOTE 6.3; entries stored or deflated, UTF-8 names, no encryption, no zip64.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
/** Names are UTF-8. */
const utf8Names = 0x0800
/** 1 January 1980, the first day the format knows: the same files always give the same archive. */
const firstDay = 0x0021

type Entry = { name: Buffer; data: Buffer; size: number; crc: number; at: number }

const header = (entry: Entry, central: boolean): Buffer => {
  const buffer = Buffer.alloc(central ? 46 : 30)
  let at = 0
  const u16 = (value: number) => { at = buffer.writeUInt16LE(value, at) }
  const u32 = (value: number) => { at = buffer.writeUInt32LE(value, at) }
  u32(central ? centralHeader : localHeader)
  if (central) u16(20)
  for (const value of [20, utf8Names, 8, 0, firstDay]) u16(value)
  for (const value of [entry.crc, entry.data.length, entry.size]) u32(value)
  u16(entry.name.length)
  u16(0)
  if (central) {
    for (const value of [0, 0, 0]) u16(value)
    u32(0)
    u32(entry.at)
  }
  return Buffer.concat([buffer, entry.name])
}

/** An archive of these files, text by path. */
export const zipOf = (files: ReadonlyMap<string, string>): Buffer => {
  const parts: Buffer[] = []
  const entries: Entry[] = []
  let at = 0
  for (const [path, text] of files) {
    const content = Buffer.from(text, 'utf8')
    const entry: Entry = { name: Buffer.from(path, 'utf8'), data: deflateRawSync(content, { level: 9 }), size: content.length, crc: crc32(content), at }
    const local = header(entry, false)
    parts.push(local, entry.data)
    at += local.length + entry.data.length
    entries.push(entry)
  }
  const directory = Buffer.concat(entries.map((entry) => header(entry, true)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endOfDirectory, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

export type ZipFault = 'notZip' | 'unsupported' | 'damaged' | 'tooMany' | 'tooLarge' | 'badName' | 'notText'
export type ZipLimits = { files: number; bytes: number }

/** Thrown while an archive is read; `entry` names the file in the archive. */
export class ZipRefused extends Error {
  readonly fault: ZipFault
  readonly entry: string | undefined
  constructor(fault: ZipFault, entry?: string) {
    super(entry === undefined ? fault : `${fault}: ${entry}`)
    this.name = 'ZipRefused'
    this.fault = fault
    this.entry = entry
  }
}

const isSafe = (path: string): boolean => path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.includes('\0') && !path.split('/').some((step) => step === '..' || step === '.')

/**
 * The files in an archive, by path.
 * @param limits `files` counts all entries, `bytes` what is unpacked of those wanted; never more is unpacked, whatever the archive says of itself
 * @throws ZipRefused
 */
export const bytesInZip = (archive: Buffer, limits: ZipLimits, wanted: (path: string) => boolean = () => true): Map<string, Buffer> => {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > archive.length) throw new ZipRefused('notZip')
  const count = archive.readUInt16LE(end + 10)
  if (count > limits.files) throw new ZipRefused('tooMany')
  const files = new Map<string, Buffer>()
  let [at, left] = [archive.readUInt32LE(end + 16), limits.bytes]
  try {
    for (let index = 0; index < count; index += 1) {
      if (archive.readUInt32LE(at) !== centralHeader) throw new ZipRefused('damaged')
      const [flags, method] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10)]
      const [crc, packed] = [archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20)]
      const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)]
      const local = archive.readUInt32LE(at + 42)
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
      at += 46 + nameLength + extra + comment
      if (name.endsWith('/') || !wanted(name)) continue
      if (!isSafe(name)) throw new ZipRefused('badName', name)
      if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw new ZipRefused('unsupported', name)
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const content = unpacked(archive.subarray(from, from + packed), method, left, name)
      left -= content.length
      if (left < 0) throw new ZipRefused('tooLarge', name)
      if (crc32(content) !== crc) throw new ZipRefused('damaged', name)
      files.set(name, content)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipRefused('damaged')
    throw error
  }
  return files
}

const unpacked = (data: Buffer, method: number, left: number, name: string): Buffer => {
  if (method === 0) return data
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    throw new ZipRefused(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'damaged', name)
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const textOf = (content: Buffer, name: string): string => {
  try {
    return decoder.decode(content)
  } catch {
    throw new ZipRefused('notText', name)
  }
}

/** The files in an archive as text, by path. @throws ZipRefused also when one is no UTF-8 */
export const filesInZip = (archive: Buffer, limits: ZipLimits): Map<string, string> => new Map([...bytesInZip(archive, limits)].map(([name, content]) => [name, textOf(content, name)]))
