// Phrases as officials write them, looked for in what people say; and numbers as people write them.
import { describe, expect, test } from 'vitest'
import { readNumeral } from './numeral.ts'
import { compilePhrase, PhraseFault } from './phrase.ts'

const found = (phrase: string, within: string, words = {}) => compilePhrase(phrase, words).find(within).map(({ from, to }) => within.slice(from, to))

test.each([
  ['either of two words', '我(妈|爸)去世', '我爸去世了', ['我爸去世']],
  ['what may be missing', '(住房)?公积金', '住房公积金和公积金', ['住房公积金', '公积金']],
  ['a listed word that may be missing, the longest first', '开{trade}?公司', '开医疗器械公司', ['开医疗器械公司']],
  ['a few characters in between', '公司…搬到', '公司想从南山搬到福田', ['公司想从南山搬到']],
  ['but not over the end of a clause', '公司…搬到', '公司好，搬到福田', []],
  ['and as few as can be', '有…房', '有车有房', ['有房']],
  ['nothing else by its sign', '1.5+', '1.5+ 和 115', ['1.5+']],
  ['a hyphen and a slash as they are', 'in-law/a', 'in-law/a', ['in-law/a']],
  ['a number in a range', '满{number 60-}', '满59，满六十二', ['满六十二']],
  ['a number as a whole', '{number 1-5}级', '15级 3级', ['3级']],
  ['capitals as small letters', 'IPO', '要ipo了', ['ipo']],
] as const)('%s is found', (_name, phrase, within, expected) => {
  expect(found(phrase, within, { trade: '医疗|医疗器械' })).toEqual(expected)
})

test('what stood at gaps and names is told', () => {
  expect(compilePhrase('从{place}…到{place}', { place: '南山|福田' }).find('从南山区搬到福田')).toEqual([
    { from: 0, to: 8, gaps: ['区搬'], named: [{ name: 'place', text: '南山' }, { name: 'place', text: '福田' }] },
  ])
})

test.each(['(a', 'a)', '{nobody}', '…a', 'a…', '(a)?', 'a?', '{}'])('%s is refused', (phrase) => {
  expect(() => compilePhrase(phrase)).toThrow(PhraseFault)
})

test('a phrase with many gaps is looked for in no time', () => {
  const begun = performance.now()
  compilePhrase('a…b…c…d…e').find('abcd'.repeat(250))
  expect(performance.now() - begun).toBeLessThan(500)
})

describe('numbers', () => {
  test.each([['62', 62], ['4.5', 4.5], ['六十二', 62], ['十', 10], ['十五', 15], ['两百零五', 205], ['一万二千', 12_000], ['五十五万', 550_000], ['一', 1], ['零', 0]])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value)
  })
  test.each(['', '人', '一人', '1.2.3'])('%s is no number', (text) => {
    expect(readNumeral(text)).toBeUndefined()
  })
})
