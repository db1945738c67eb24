// Content-addressed file store: bytes stream to disk, are hashed and recognised on the way, and are kept under their SHA-256.
// They lie there encrypted (file-sealing.ts). What a file claims to be is ignored; its first bytes decide. Source for the accepted kinds: the pack's evidence types.
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from './errors.ts'
import { openFile, sealFile } from './file-sealing.ts'

/** Size in bytes, type as MIME. */
export type StoredFile = { digest: string; size: number; type: string }

export type FileStore = {
  /** Stores a stream; refuses `file_empty`, `file_type`, `too_large` and leaves nothing behind then. */
  put(stream: Readable, limits: { maxBytes: number; accept: readonly string[] }): Promise<StoredFile>
  open(digest: string): Readable
  /** Removes the bytes and says whether they are gone: what was stored (again) within the last day stays, it may be on its way into use. */
  remove(digest: string): Promise<boolean>
}

const sniffedBytes = 4100

export const openFileStore = async (folder: string): Promise<FileStore> => {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeAbandoned(incoming)
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest)

  const receive = async (stream: Readable, path: string, maxBytes: number) => {
    const hash = createHash('sha256')
    let size = 0
    let first = Buffer.alloc(0)
    await pipeline(
      stream,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          size += chunk.length
          if (size > maxBytes) throw new Refusal('too_large', { maxBytes })
          hash.update(chunk)
          if (first.length < sniffedBytes) first = Buffer.concat([first, chunk.subarray(0, sniffedBytes - first.length)])
          yield chunk
        }
      },
      sealFile,
      // On the disk before the database says that there is such a file.
      createWriteStream(path, { mode: 0o600, flush: true }),
    )
    return { size, digest: hash.digest('hex'), type: (await fileTypeFromBuffer(first))?.mime }
  }

  return {
    async put(stream, { maxBytes, accept }) {
      const path = join(incoming, randomUUID())
      try {
        const { size, digest, type } = await receive(stream, path, maxBytes)
        if (size === 0) throw new Refusal('file_empty')
        if (!type || !accept.includes(type)) throw new Refusal('file_type', { accept, found: type ?? null })
        await mkdir(join(folder, digest.slice(0, 2)), { recursive: true, mode: 0o700 })
        await rename(path, pathOf(digest))
        return { digest, size, type }
      } finally {
        await rm(path, { force: true })
      }
    },
    open: (digest) => Readable.from(openFile(pathOf(digest), digest), { objectMode: false }),
    async remove(digest) {
      // Taken aside first: should the same content be stored at this very moment, either it lies beside it or it is put back.
      const aside = join(incoming, `${digest}.${randomUUID()}`)
      const taken = await rename(pathOf(digest), aside).then(() => true, isAbsent)
      if (!taken) return true
      if (Date.now() - (await stat(aside)).mtimeMs < abandonedAfterMs) {
        await rename(aside, pathOf(digest))
        return false
      }
      await rm(aside, { force: true })
      return true
    },
  }
}

/** False for a file that is not there; any other failure is one. */
const isAbsent = (error: NodeJS.ErrnoException): false => {
  if (error.code === 'ENOENT') return false
  throw error
}

const abandonedAfterMs = 24 * 60 * 60 * 1000

/** Uploads that a crash cut off; other processes may be receiving into the same folder right now. */
const removeAbandoned = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}
