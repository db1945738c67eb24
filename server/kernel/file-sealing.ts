// Files encrypted at rest: a line that names the key, then records of up to 64 KiB, each sealed for its place in this file, then the
// SHA-256 of all before it. So a file can be written and read as a stream, nothing of it can be cut, moved or exchanged, and a copy can be
// seen to be sound without the key. Files of earlier versions lie as they came and are read as they are.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { openBytes, presentKeyOf, sealBytes } from './field-encryption.ts'

const mark = 'tbf1'
const recordBytes = 64 * 1024
/** A record, its tag and its length. */
const mostSealed = recordBytes + 1024
const digestBytes = 32
const headOf = (key: string, file: string): Buffer => Buffer.from(`${mark}.${key}.${file}\n`)
const longestHead = 200

/** Where a record stands; the last is marked, so that a file cannot end early. */
const placeOf = (file: string, at: number, last: boolean): string => `file ${file} ${at}${last ? ' end' : ''}`

const withLength = (record: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(record.length)
  return Buffer.concat([length, record])
}

/** What is written to the disk for what came. */
export async function* sealFile(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [key, file, hash] = [presentKeyOf('history'), randomBytes(12).toString('base64url'), createHash('sha256')]
  const write = (bytes: Buffer): Buffer => {
    hash.update(bytes)
    return bytes
  }
  yield write(headOf(key, file))
  let [at, held, size]: [number, Buffer[], number] = [0, [], 0]
  const take = (length: number): Buffer => {
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
    held = [all.subarray(length)]
    size -= length
    return all.subarray(0, length)
  }
  for await (const chunk of source) {
    held.push(chunk)
    size += chunk.length
    // one record is always kept back: the last is sealed differently
    while (size > recordBytes) yield write(withLength(sealBytes(key, placeOf(file, at++, false), take(recordBytes))))
  }
  yield write(withLength(sealBytes(key, placeOf(file, at, true), take(size))))
  yield hash.digest()
}

/** The head of a sealed file; undefined for one that lies as it came. */
const readHead = async (path: string): Promise<{ key: string; file: string; begins: number; ends: number } | undefined> => {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    const [written, key = '', file = ''] = end < 0 ? [] : buffer.subarray(0, end).toString('latin1').split('.')
    return written === mark ? { key, file, begins: end + 1, ends: size - digestBytes } : undefined
  } finally {
    await handle.close()
  }
}

/** What came, of a file on the disk. The stream fails with FieldFault for a file that was altered or is not the one of this digest, at the latest at its end. */
export async function* openFile(path: string, digest: string): AsyncGenerator<Buffer> {
  const head = await readHead(path)
  const hash = createHash('sha256')
  const plain = head ? recordsOf(path, head) : (createReadStream(path) as AsyncIterable<Buffer>) // a file's stream gives buffers
  for await (const chunk of plain) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== digest) throw new Error(`the file ${digest} is not what its name says`)
}

async function* recordsOf(path: string, { key, file, begins, ends }: { key: string; file: string; begins: number; ends: number }): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let [at, read] = [0, begins]
  for await (const chunk of createReadStream(path, { start: begins, end: Math.max(begins, ends - 1) }) as AsyncIterable<Buffer>) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (let length = lengthAt(held); length !== undefined && held.length >= 4 + length; length = lengthAt(held)) {
      read += 4 + length
      yield openBytes(key, placeOf(file, at++, read === ends), held.subarray(4, 4 + length))
      held = held.subarray(4 + length)
    }
  }
  if (read !== ends) throw new Error(`${path} ends in the middle`)
}

const lengthAt = (bytes: Buffer): number | undefined => {
  if (bytes.length < 4) return undefined
  const length = bytes.readUInt32BE(0)
  if (length > mostSealed) throw new Error('a record of a sealed file is longer than one can be')
  return length
}

/** Whether a file's bytes are whole, for which no key is needed: a sealed one ends with its own digest, another is named by it. */
export const isSoundFile = async (path: string, digest: string): Promise<boolean> => {
  const head = await readHead(path)
  const hash = createHash('sha256')
  if (!head) {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    return hash.digest('hex') === digest
  }
  if (head.ends <= head.begins) return false
  for await (const chunk of createReadStream(path, { end: head.ends - 1 })) hash.update(chunk as Buffer)
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(digestBytes), 0, digestBytes, head.ends)
    return hash.digest().equals(buffer)
  } finally {
    await handle.close()
  }
}
