// The file of word vectors, how texts are cut into its words, and what a broken file does.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVectors } from './shipped-vectors.ts'
import { createWordVectors, decodeVectors, encodeVectors, VectorFault, type WordTable } from './word-vectors.ts'

const words = ['观星台', '观', '星', '台', '望远镜', 'lens']
const table: WordTable = {
  words, size: 2, steps: Int8Array.of(127, 0, 10, 10, 20, 0, 0, 20, 0, 127, 64, 64),
  scales: Float32Array.from(words, () => 0.5), logParts: Float32Array.from(words, (word) => (word.length > 1 ? -8 : -5)),
}
const origin = { model: 'a model', licence: 'MIT', texts: 3 }

describe('a file of word vectors', () => {
  test('is read as it was written, wherever in memory it lies', () => {
    const file = encodeVectors(table, origin)
    expect(decodeVectors(file)).toEqual(table)
    for (const shift of [1, 2, 3]) {
      const elsewhere = new Uint8Array(file.length + shift)
      elsewhere.set(file, shift)
      expect(decodeVectors(elsewhere.subarray(shift))).toEqual(table)
    }
  })

  test('says where its vectors come from and under which licence', () => {
    expect(Buffer.from(encodeVectors(table, origin)).toString().split('\n')[0]).toContain('"model":"a model","licence":"MIT"')
  })

  test('that is cut off, altered, of another version or of something else is refused', () => {
    const file = encodeVectors(table, origin)
    const altered = Uint8Array.from(file)
    altered[altered.length - 20] = 99
    expect(() => decodeVectors(file.subarray(0, file.length - 5))).toThrow(/altered or cut off/)
    expect(() => decodeVectors(file.subarray(0, 40))).toThrow(VectorFault)
    expect(() => decodeVectors(altered)).toThrow(/altered or cut off/)
    expect(() => decodeVectors(Buffer.from(Buffer.from(file).toString('latin1').replace('vectors 1', 'vectors 0'), 'latin1'))).toThrow(/another version/)
    for (const foreign of ['', 'GIF89a\n', '[]\n', '{"format":"tongban-intents/1"}\n']) expect(() => decodeVectors(Buffer.from(foreign)), foreign).toThrow(VectorFault)
  })
})

describe('a text', () => {
  const vectors = createWordVectors(table)
  const cut = (text: string) => vectors.cut(text).map((number) => words[number])

  test('is cut into the longest words that are likely together, and an unknown word into what is known of it', () => {
    expect(cut('观星台望远镜')).toEqual(['观星台', '望远镜'])
    expect(cut('台星')).toEqual(['台', '星'])
    expect(cut('鲸观鲸台')).toEqual(['观', '台'])
  })

  test('in English is known by the beginnings of its words', () => {
    expect(cut('lenses')).toEqual(['lens'])
    expect(cut('len')).toEqual([])
  })

  test('has a vector of length one that is the sum of its words, or none when no word of it is known', () => {
    const [first = 0, second = 0] = vectors.vectorOf('观星台望远镜') ?? []
    expect(first).toBeCloseTo(Math.SQRT1_2, 5)
    expect(second).toBeCloseTo(Math.SQRT1_2, 5)
    for (const unknown of ['', '鲸', 'qwertyuiop']) expect(vectors.vectorOf(unknown), unknown).toBeUndefined()
  })
})

describe('reading', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'word-vectors-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('a file that is missing or broken gives no vectors and one warning', async () => {
    const broken = join(folder, 'broken.bin')
    await writeFile(broken, encodeVectors(table, origin).subarray(0, 100))
    for (const file of [broken, join(folder, 'nowhere.bin')]) {
      const warnings: unknown[] = []
      expect(readVectors(file, (error) => warnings.push(error))).toBeUndefined()
      expect(warnings).toHaveLength(1)
    }
  })
})
