// An index kept in a file, so that a server with a whole province's catalogue finds things seconds after its start. Columns one after the other,
// with their lengths in front and a checksum behind; whatever does not fit is no index, and is then made from the database.
import { createHash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { createTexts, createTextTable, type Texts16 } from './columns.ts'
import { indexVersion } from './document.ts'
import type { IndexParts, Shelf } from './index-parts.ts'
import { createPostingLists } from './posting-lists.ts'

/** `origin`: which documents (search_origin); `change`: up to which of their changes. */
export type Kept = { origin: string; change: number }

type Head = Kept & { format: string; shelves: Shelf[]; terms: string[]; sections: [name: string, bytes: number][] }

/** Changes with the columns and with the way of indexing. */
const format = `tongban search 2.${indexVersion}`
/** Bytes hashed or read before others get their turn. */
const piece = 4 * 2 ** 20
const checksumLength = 32

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** Everything as it is at this moment: what is written in place is copied, what only grows is looked at up to where it is now. */
const sectionsOf = (parts: IndexParts): [string, Buffer[]][] => {
  const entries = parts.keys.size()
  const texts = (name: string, column: Texts16): [string, Buffer[]][] => {
    const { blocks, ends } = column.bytes()
    return [[`${name}.text`, blocks], [`${name}.ends`, [bytesOf(ends)]]]
  }
  const lists = [...parts.lists.all()].map(([, list]) => list)
  return [
    ['facts', [bytesOf(parts.facts.slice(0, entries * 4))]], ['bodyEnds', [bytesOf(parts.bodyEnds.subarray(0, entries))]], ['body', [bytesOf(parts.body.subarray(0, parts.bodyEnds[entries - 1] ?? 0))]],
    ['entryOf', [bytesOf(parts.entryOf.slots().slice())]], ['titleNumbers', [bytesOf(parts.titleNumbers.slots().slice())]],
    ...texts('keys', parts.keys), ...texts('titles', parts.titles), ...texts('aliases', parts.aliases), ...texts('records', parts.records),
    ['listLengths', [bytesOf(Uint32Array.from(lists, ({ length }) => length))]], ['lists', lists.map(bytesOf)],
  ]
}

/** Writes the index as it is when this is called; it may go on changing meanwhile. Whoever reads finds the old file or the new one, whole. */
export const writeIndexFile = async (file: string, parts: IndexParts, { origin, change }: Kept): Promise<void> => {
  const sections = sectionsOf(parts)
  const head: Head = {
    format, origin, change, shelves: [...parts.shelves], terms: [...parts.lists.all()].map(([term]) => term),
    sections: sections.map(([name, buffers]) => [name, buffers.reduce((sum, { length }) => sum + length, 0)]),
  }
  const written = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(written.length)
  const fresh = `${file}.${process.pid}.new`
  const handle = await open(fresh, 'w')
  try {
    const hash = createHash('sha256')
    let pending: Buffer[] = []
    let size = 0
    const flush = async () => {
      const bytes = Buffer.concat(pending)
      hash.update(bytes)
      await handle.write(bytes)
      pending = []
      size = 0
    }
    for (const buffer of [length, written, ...sections.flatMap(([, buffers]) => buffers)]) {
      for (let at = 0; at < buffer.length; at += piece) {
        const part = buffer.subarray(at, at + piece)
        pending.push(part)
        size += part.length
        if (size >= piece) await flush()
      }
    }
    await flush()
    await handle.write(hash.digest())
    await handle.close()
    await rename(fresh, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(fresh, { force: true })
    throw error
  }
}

/** Reads bytes in order and keeps the checksum of what was read. */
const readingOf = (handle: FileHandle) => {
  const hash = createHash('sha256')
  return {
    digest: () => hash.copy().digest(),
    take: async (length: number): Promise<Buffer> => {
      const bytes = Buffer.from(new ArrayBuffer(length))
      for (let at = 0; at < length; ) {
        const { bytesRead } = await handle.read(bytes, at, Math.min(piece, length - at))
        if (bytesRead === 0) throw new Error('it ends too early')
        hash.update(bytes.subarray(at, at + bytesRead))
        at += bytesRead
      }
      return bytes
    },
  }
}

/** An index from a file, and up to where it is. @throws Error saying what is wrong with the file; when there is none, that it cannot be opened (ENOENT) */
export const readIndexFile = async (file: string): Promise<Kept & { parts: IndexParts }> => {
  const handle = await open(file, 'r')
  try {
    const { take, digest } = readingOf(handle)
    const headLength = (await take(4)).readUInt32LE()
    const { size } = await handle.stat()
    if (headLength > size) throw new Error('it is no index')
    // Whether it is a head is looked at next; that nobody altered it, by the checksum.
    const head = JSON.parse((await take(headLength)).toString()) as Head
    if (head.format !== format) throw new Error(`it is of another version: ${String(head.format)}`)
    if (head.sections.reduce((sum, [, length]) => sum + length, 0) > size) throw new Error('it is cut off')
    const sections = new Map<string, Buffer>()
    for (const [name, length] of head.sections) sections.set(name, await take(length))
    const seen = digest()
    if (!(await take(checksumLength)).equals(seen)) throw new Error('its checksum does not fit')
    return { origin: head.origin, change: head.change, parts: partsOf(head, sections) }
  } finally {
    await handle.close()
  }
}

const partsOf = ({ shelves, terms }: Head, sections: ReadonlyMap<string, Buffer>): IndexParts => {
  const section = (name: string): Buffer => {
    const found = sections.get(name)
    if (!found) throw new Error(`it lacks ${name}`)
    return found
  }
  const numbers = (name: string): Uint32Array => new Uint32Array(section(name).buffer)
  const texts = (name: string): Texts16 => createTexts({ block: section(`${name}.text`), ends: new Float64Array(section(`${name}.ends`).buffer) })
  const lists = createPostingLists()
  const lengths = numbers('listLengths')
  const all = numbers('lists')
  let from = 0
  for (const [at, term] of terms.entries()) {
    const length = lengths[at] ?? 0
    lists.take(term, all.subarray(from, from + length))
    from += length
  }
  const [keys, titles] = [texts('keys'), texts('titles')]
  return {
    lists, shelves, keys, titles, aliases: texts('aliases'), records: texts('records'),
    facts: numbers('facts'), entryOf: createTextTable(keys.get, numbers('entryOf')), titleNumbers: createTextTable(titles.get, numbers('titleNumbers')),
    body: new Uint16Array(section('body').buffer), bodyEnds: numbers('bodyEnds'),
  }
}
