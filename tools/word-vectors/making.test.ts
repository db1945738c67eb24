// Words, texts and the vectors made of them, on a language of a few words.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createWordVectors } from '../../server/modules/search/index.ts'
import { rowsOf } from './algebra.ts'
import { makeVectors, quantised, type Lesson } from './making.ts'
import { packTexts, sentencesOf } from './pack-texts.ts'
import { chooseWords, readDictionary } from './vocabulary.ts'

describe('the words that get a vector', () => {
  const dictionary = readDictionary('灯塔 600 n\n燈塔 100 n\n望远镜 300 n\n的 9000 u\n天涯海角任我行走四方 900 n\nAA制 50 n\n')

  test('are those of the dictionary in one form of writing, without very long ones', () => {
    expect([...dictionary]).toEqual([['灯塔', 700], ['望远镜', 300], ['的', 9000]])
  })

  test('are the most usual ones, what the packs say, and the characters of it', () => {
    expect(chooseWords(dictionary, ['望远镜', 'lighthouse', '不在词典里'], 2).map(({ word }) => word).toSorted())
      .toEqual(['lighthouse', '的', '灯塔', '望远镜', '望', '远', '镜', '不', '在', '词', '典', '里'].toSorted())
  })
})

test('texts are cut into sentences, and patterns, names of files and numbers are no sentences', () => {
  expect(sentencesOf('先登记。再领证！\n{kin}…{died}')).toEqual(['先登记', '再领证'])
  for (const none of ['12345', 'pack.yaml', '(a|b)', 'x = 1']) expect(sentencesOf(none), none).toEqual([])
})

describe('the texts of packs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-pack-texts-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'coast/tests'), { recursive: true })
  writeFileSync(join(folder, 'questions.txt'), '灯塔几点亮灯 = 灯塔\n')
  writeFileSync(join(folder, 'coast/tests/said.yaml'), 'said: 只在测试里说\n')
  writeFileSync(join(folder, 'coast/service.yaml'), [
    'id: lamp', 'name: {zh-CN: 点灯, en: Light a lamp}', 'keywords: [亮灯, 开灯]', 'about: {zh-CN: 天黑以前来。灯坏了找谁, en: Come before dark}',
    'words:', '  - {said: [把灯打开, 灯塔黑了], meant: [点灯]}', 'told:', '  - meant: [修灯]', '    sentences: |', '      昨晚海上一片黑', '      灯不亮了', '',
  ].join('\n'))
  const texts = (...leftOut: string[]) => new Map(packTexts(folder, (text) => leftOut.includes(text)).map(({ text, same }) => [text, same]))

  test('are names, other names, what people say, and sentences of guides, with what means the same', () => {
    const all = texts()
    expect([...all.keys()].toSorted()).toEqual(['点灯', 'Light a lamp', '亮灯', '开灯', '天黑以前来', '灯坏了找谁', 'Come before dark', '把灯打开', '灯塔黑了', '修灯', '昨晚海上一片黑', '灯不亮了'].toSorted())
    expect([all.get('Light a lamp'), all.get('开灯'), all.get('灯塔黑了'), all.get('灯不亮了')]).toEqual([['点灯'], ['点灯'], ['点灯'], ['修灯']])
  })

  test('hold none that is to be left out, unless a thing is called so', () => {
    const asked = ['点灯', 'Light a lamp', '修灯', '开灯', '灯塔黑了', '灯不亮了', '灯坏了找谁']
    const all = texts(...asked)
    expect(asked.filter((text) => all.has(text))).toEqual(['点灯', 'Light a lamp', '修灯'])
    expect([...all.values()].flat().filter((text) => asked.slice(3).includes(text))).toEqual([])
    expect(all.get('把灯打开')).toEqual(['点灯'])
  })
})

test('numbers become bytes and are the same again to within half a step', () => {
  const numbers = [0.5, -0.25, 0.1, 0, 0, 0]
  const { steps, scales } = quantised(rowsOf([numbers.slice(0, 3), numbers.slice(3)], 3))
  for (const [at, value] of numbers.entries()) expect(Math.abs((steps[at] ?? 0) * (scales[Math.floor(at / 3)] ?? 0) - value)).toBeLessThanOrEqual(0.5 * (scales[0] ?? 0))
})

describe('vectors', () => {
  const embedded = (...embedding: number[]) => ({ part: 1e-4, embedding })
  const words = [{ word: '灯塔', ...embedded(1, 0, 0.1) }, { word: '海岸', ...embedded(0.9, 0.1, 0) }, { word: '望远镜', ...embedded(0, 1, 0.1) }, { word: '摔碎', ...embedded(0, 0.1, 1) }, { word: 'lens', ...embedded(0.4, 0.5, 0.4) }]
  const lessons: Lesson[] = [
    { text: '灯塔', embedding: [1, 0, 0], same: [] }, { text: '海岸灯塔', embedding: [1, 0.1, 0], same: [] }, { text: '望远镜', embedding: [0, 1, 0], same: [] },
    { text: '望远镜摔碎', embedding: [0, 0.6, 0.8], same: [] }, { text: 'lens', embedding: [0.3, 0.3, 0.9], same: [2] }, { text: 'coast', embedding: [0.9, 0.2, 0.2], same: [1] },
  ]
  const made = (sameCounts: number) => createWordVectors(makeVectors(words, lessons, { size: 2, stiffness: 0.1, sameCounts }))
  const cosine = (vectors: ReturnType<typeof made>, one: string, other: string): number => {
    const [a, b] = [vectors.vectorOf(one), vectors.vectorOf(other)]
    return a?.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0) ?? Number.NaN
  }

  test('of texts that mean the same point the same way', () => {
    const vectors = made(1)
    expect(cosine(vectors, '灯塔', '海岸灯塔')).toBeGreaterThan(0.9)
    expect(cosine(vectors, '灯塔', '望远镜')).toBeLessThan(0.3)
  })

  test('come closer where somebody wrote down that texts mean the same, in whichever language', () => {
    expect(cosine(made(4), 'lens', '望远镜')).toBeGreaterThan(cosine(made(1e-9), 'lens', '望远镜'))
  })

  test('are the same to the byte each time', () => {
    expect(makeVectors(words, lessons, { size: 2, stiffness: 0.1, sameCounts: 1 })).toEqual(makeVectors(words, lessons, { size: 2, stiffness: 0.1, sameCounts: 1 }))
  })
})
