// Files: what a file is decides, not what it says it is.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSoundFile } from './file-sealing.ts'
import { openFileStore, type FileStore } from './files.ts'

const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const limits = { maxBytes: 1000, accept: ['application/pdf', 'image/png'] }

describe('the file store', () => {
  let folder: string
  let files: FileStore
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-files-'))
    files = await openFileStore(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const leftovers = () => readdir(join(folder, 'incoming'))

  it('keeps a file under its digest and gives back the same bytes', async () => {
    const stored = await files.put(Readable.from([Buffer.from(pdf.slice(0, 20)), Buffer.from(pdf.slice(20))]), limits)
    expect(stored).toMatchObject({ size: pdf.length, type: 'application/pdf' })
    expect(await text(files.open(stored.digest))).toBe(pdf)
    expect((await files.put(Readable.from([Buffer.from(pdf)]), limits)).digest).toBe(stored.digest)
  })

  describe('on the disk', () => {
    const large = Buffer.concat([Buffer.from(pdf), randomBytes(300_000)])
    const generous = { ...limits, maxBytes: 1_000_000 }
    const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest)
    const keep = async (content: Buffer) => (await files.put(Readable.from([content]), generous)).digest
    const change = async (digest: string, alter: (bytes: Buffer) => Buffer) => writeFile(pathOf(digest), alter(await readFile(pathOf(digest))))

    it('nothing of a file can be read without the key, however large it is, and it comes back as it came', async () => {
      const digest = await keep(large)
      const kept = await readFile(pathOf(digest))
      expect([kept.includes('%PDF-'), kept.includes(large.subarray(100_000, 100_032))]).toEqual([false, false])
      expect((await buffer(files.open(digest))).equals(large)).toBe(true)
      expect(await isSoundFile(pathOf(digest), digest)).toBe(true)
    })

    it.each([
      ['a byte changed', (bytes: Buffer) => Buffer.from(bytes).fill(7, 70_000, 70_001)],
      ['its end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70_000)],
      ['a record taken out', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.indexOf(10) + 1), bytes.subarray(bytes.indexOf(10) + 1 + 4 + 65_564)])],
    ])('a file with %s is noticed, with the key and without', async (_, alter) => {
      const digest = await keep(Buffer.concat([large, randomBytes(8)]))
      await change(digest, alter)
      await expect(buffer(files.open(digest))).rejects.toThrow()
      expect(await isSoundFile(pathOf(digest), digest)).toBe(false)
    })

    it('a file put in the place of another is noticed when it is read', async () => {
      const [one, other] = [await keep(Buffer.from(`${pdf}one`)), await keep(Buffer.from(`${pdf}other`))]
      await writeFile(pathOf(one), await readFile(pathOf(other)))
      await expect(buffer(files.open(one))).rejects.toThrow('is not what its name says')
    })

    it('a file of an earlier version, which lies as it came, is still read', async () => {
      const digest = createHash('sha256').update(pdf).digest('hex')
      await mkdir(join(folder, digest.slice(0, 2)), { recursive: true })
      await writeFile(pathOf(digest), pdf)
      expect(await text(files.open(digest))).toBe(pdf)
      expect(await isSoundFile(pathOf(digest), digest)).toBe(true)
    })
  })

  it('refuses an empty file', async () => {
    await expect(files.put(Readable.from([]), limits)).rejects.toMatchObject({ code: 'file_empty' })
  })

  it('refuses a program that calls itself a PDF, by its first bytes', async () => {
    await expect(files.put(Readable.from([Buffer.from('MZ\x90\x00 this is a program')]), limits)).rejects.toMatchObject({ code: 'file_type' })
    await expect(files.put(Readable.from([Buffer.from('<html><script>alert(1)</script>')]), limits)).rejects.toMatchObject({ code: 'file_type' })
  })

  it('refuses what is too large as soon as the limit is passed', async () => {
    let sent = 0
    const endless = Readable.from((async function* () { for (;;) { sent += 600; yield Buffer.alloc(600, 'x') } })())
    await expect(files.put(endless, limits)).rejects.toMatchObject({ code: 'too_large' })
    expect(sent).toBeLessThan(200_000)
  })

  it('leaves nothing behind of what it refused', async () => {
    expect(await leftovers()).toEqual([])
  })

  it('clears away at the start what a crash cut off long ago, and nothing that is still coming in', async () => {
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    for (const name of ['abandoned', 'coming']) await writeFile(join(folder, 'incoming', name), 'x')
    await utimes(join(folder, 'incoming', 'abandoned'), yesterday, yesterday)
    await openFileStore(folder)
    expect(await readdir(join(folder, 'incoming'))).toEqual(['coming'])
  })
})
