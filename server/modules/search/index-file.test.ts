// An index kept in a file: it comes back as it was, and a file that was cut off, altered or is of another version is noticed.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIndexFile, writeIndexFile } from './index-file.ts'
import { createIndex, wordsOf, type SearchIndex } from './memory-index.ts'
import { readQuestion } from './question.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-index-'))
})
afterAll(() => rm(folder, { recursive: true }))

const put = (index: SearchIndex<string>, title: string, key = title) => index.put({ key, shelf: { type: 'service', region: '990100' }, shown: title, ...wordsOf({ titles: [title], aliases: [`${title}别名`], body: ['材料清单'] }) })

const lighthouses = (count: number) => {
  const index = createIndex<string>()
  for (let at = 0; at < count; at += 1) put(index, `第${at}号灯塔参观`)
  return index
}

const found = (index: SearchIndex<string>, q: string) => index.find(readQuestion(q)).map(({ key, share, score, shelf, shown }) => ({ key, share, score, shelf, shown }))

const kept = { origin: 'here', change: 7 }

const written = async (index: SearchIndex<string>, name: string): Promise<string> => {
  const file = join(folder, name)
  await writeIndexFile(file, index.parts, kept)
  return file
}

describe('an index from a file', () => {
  test('finds what it found before, and knows up to where it is', async () => {
    const index = lighthouses(300)
    index.remove('第3号灯塔参观')
    const { parts, ...where } = await readIndexFile(await written(index, 'same'))
    const again = createIndex<string>(parts)
    expect(where).toEqual(kept)
    expect(again.size()).toEqual(index.size())
    for (const q of ['灯塔', '3号灯塔', '299号灯塔', '别名', '风筝']) expect(found(again, q), q).toEqual(found(index, q))
  })

  test('takes in, replaces and removes as any other', async () => {
    const again = createIndex<string>((await readIndexFile(await written(lighthouses(200), 'growing'))).parts)
    for (let at = 0; at < 300; at += 1) put(again, `第${at}架风筝放飞`)
    put(again, '望远镜许可', '第5号灯塔参观')
    again.remove('第6号灯塔参观')
    expect(found(again, '299架风筝')[0]?.key).toBe('第299架风筝放飞')
    expect(found(again, '望远镜')[0]?.key).toBe('第5号灯塔参观')
    expect(found(again, '6号灯塔').map(({ key }) => key)).not.toContain('第6号灯塔参观')
    expect(again.size().entries).toBe(499)
  })

  test('is what the index was when writing began', async () => {
    const index = lighthouses(100)
    const file = join(folder, 'moment')
    const writing = writeIndexFile(file, index.parts, kept)
    put(index, '望远镜许可')
    index.remove('第1号灯塔参观')
    await writing
    const again = createIndex<string>((await readIndexFile(file)).parts)
    expect([again.size(), found(again, '望远镜')]).toEqual([{ entries: 100, gone: 0 }, []])
  })

  test('may be empty', async () => {
    expect(createIndex<string>((await readIndexFile(await written(createIndex<string>(), 'empty'))).parts).size()).toEqual({ entries: 0, gone: 0 })
  })
})

describe('a file is refused', () => {
  const spoiled = async (change: (bytes: Buffer) => Buffer) => {
    const file = await written(lighthouses(50), 'spoiled')
    await writeFile(file, change(await readFile(file)))
    return readIndexFile(file)
  }

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 100)],
    ['cut off in the head', (bytes) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['altered in one bit', (bytes) => {
      const at = bytes.length - 500
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }],
    ['of another version', (bytes) => Buffer.from(bytes.toString('latin1').replace('tongban search 2', 'tongban search 0'), 'latin1')],
    ['something else', () => Buffer.from('<!doctype html><title>no index</title>'.repeat(100))],
  ])('that is %s', async (_, change) => {
    await expect(spoiled(change)).rejects.toThrow()
  })

  test('that is not there', async () => {
    await expect(readIndexFile(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('and a failed write leaves the one before, and nothing besides', async () => {
    const file = await written(lighthouses(5), 'before')
    await expect(writeIndexFile(join(folder, 'no', 'such', 'folder'), lighthouses(5).parts, kept)).rejects.toThrow()
    expect((await readIndexFile(file)).change).toBe(7)
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})
