// Reading questions as people type them.
import { expect, test } from 'vitest'
import { everydayWords } from './everyday-words.ts'
import { readQuestion } from './question.ts'

const unitsOf = (q: string): string[] => readQuestion(q).units.map(({ text }) => text)
const meaningsOf = (q: string, unit: string): string[] => readQuestion(q).units.find(({ text }) => text === unit)?.wordings.map(({ text }) => text) ?? []

test.each([
  ['怎么办理居住证', ['居住证']],
  ['我想问一下护照要带什么材料', ['护照']],
  ['在哪里可以办健康证啊', ['健康证']],
  ['办身份证', ['身份证']],
  ['请问取水许可需要多久', ['取水许可']],
  ['港澳通行证可以网上办吗', ['港澳通行证']],
  ['How to apply for a birth certificate', ['birth', 'certificate']],
  ['我想开一家奶茶店', ['开奶茶店']],
])('%s asks for %j', (q, units) => {
  expect(unitsOf(q)).toEqual(units)
})

test('words that only ask are kept when nothing else was typed', () => {
  expect(unitsOf('怎么办')).toEqual(['怎么办'])
  expect(unitsOf('申请')).toEqual(['申请'])
})

test('words that contain an asking word stay whole', () => {
  expect(unitsOf('办学许可')).toEqual(['办学许可'])
  expect(unitsOf('补办')).toEqual(['补办'])
  expect(unitsOf('网吧')).toEqual(['网吧'])
})

test('an everyday word means its official words, the closest counting most', () => {
  expect(meaningsOf('社保卡丢了怎么办', '社保卡')).toEqual(['社保卡', '社会保障卡'])
  const weights = readQuestion('上户口').units[0]?.wordings.map(({ weight }) => weight) ?? []
  expect(weights.length).toBeGreaterThan(2)
  expect(weights).toEqual(weights.toSorted((a, b) => b - a))
})

test('what happened to a thing is told from the thing', () => {
  expect(readQuestion('社保卡丢了').units.map(({ text, minor }) => [text, minor])).toEqual([['社保卡', false], ['丢', true]])
})

test('the longest everyday word is read', () => {
  expect(unitsOf('医保卡')).toEqual(['医保卡'])
  expect(unitsOf('生孩子')).toEqual(['生孩子'])
})

test('nothing to look for gives no units', () => {
  for (const q of ['', '   ', '😀😀', '？！——', '\0']) expect(readQuestion(q).units).toEqual([])
})

test('a question of many words is read up to a limit', () => {
  expect(readQuestion(Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')).units).toHaveLength(12)
})

test('no everyday word is listed twice', () => {
  const said = everydayWords.map((word) => word.said)
  expect(said.filter((word, at) => said.indexOf(word) !== at)).toEqual([])
})
