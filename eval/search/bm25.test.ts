// Tests of the two plain searches the product is compared with.
import { expect, it } from 'vitest'
import { createBm25, runsOf, wordsBy } from './bm25.ts'

const texts = ['居住证申领', '居住证办理进度查询', '结婚登记', 'residence permit']

it('puts the text with more of the rarer words first', () => {
  const find = createBm25(texts, wordsBy())
  expect(find('查询居住证的进度', 2)[0]).toBe(1)
  expect(find('结婚', 5)).toEqual([2])
})

it('finds by runs of characters what no word boundary separates', () => {
  expect(createBm25(texts, runsOf)('住证', 5).sort()).toEqual([0, 1])
  expect(runsOf('办ID卡 12')).toEqual(['办', 'id', '卡', '12'])
  expect(runsOf('居住证')).toEqual(['居住', '住证', '居住证'])
})

it('finds whole words of other scripts, nothing for signs, and only what is eligible', () => {
  const find = createBm25(texts, wordsBy())
  expect(find('Permit', 5)).toEqual([3])
  expect(find('？！', 5)).toEqual([])
  expect(find('居住证', 5, (number) => number === 1)).toEqual([1])
})
