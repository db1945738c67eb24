// Files: what a file is decides, not what it says it is.
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
