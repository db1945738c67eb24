// The thesaurus of packs: what is loaded, what a city adds, what is refused.
import { expect, test } from 'vitest'
import { loadPacks } from './load-packs.ts'
import { brokenRules, inFolder, tinyPack, type PackFiles } from './tiny-pack.ts'

const topic = (id: string, ...words: string[]): string => `topics:\n  - id: ${id}\n    why: 护林员的说法。\n    words:\n${words.map((each) => `      - ${each}\n`).join('')}`

const withWords = (files: PackFiles = {}): PackFiles => ({
  ...tinyPack, 'tiny/thesaurus/trees.yaml': topic('tree-words', '{said: [砍树, 伐木], meant: [采伐]}', '{said: [断了], meant: [折断], circumstance: true}'),
  'city/pack.yaml': `id: city\nname: 市\nregion: '990100'\nextends: tiny\n`, ...files,
})

const thesaurus = (files: PackFiles, region: string) => inFolder(files, (folder) => loadPacks(folder, { on: '2026-03-02' }).thesaurusFor(region))

test('every way of saying something is a word of its own', () => {
  expect(thesaurus(withWords(), '990101')).toEqual([
    { said: '砍树', meant: ['采伐'], minor: false }, { said: '伐木', meant: ['采伐'], minor: false }, { said: '断了', meant: ['折断'], minor: true },
  ])
})

const told = (...sentences: string[]): string => `topics:\n  - id: told\n    why: 路人的说法。\n    told:\n      - meant: [采伐]\n        sentences: |\n${sentences.map((each) => `          ${each}\n`).join('')}`

test('sentences people tell stand one a line, each by itself', () => {
  expect(thesaurus(withWords({ 'tiny/thesaurus/told.yaml': told('昨晚大风把门口的树吹倒了', 'a tree fell: who cuts it') }), '990101').slice(0, 2)).toEqual([
    { said: '昨晚大风把门口的树吹倒了', meant: ['采伐'], minor: false, whole: true }, { said: 'a tree fell: who cuts it', meant: ['采伐'], minor: false, whole: true },
  ])
  expect(brokenRules(withWords({ 'tiny/thesaurus/told.yaml': told('砍树') }))[0]?.rule).toBe('id-duplicate')
})

test.each([['is no line people would tell', '树'.repeat(121)], ['has the sign of interrupted words', '砍…树']])('a sentence that %s is refused', (_, sentence) => {
  expect(brokenRules(withWords({ 'tiny/thesaurus/told.yaml': told(sentence) })).map(({ rule }) => rule)).toEqual(['sentence-wrong'])
})

test('a city adds words of its own, which the province does not have', () => {
  const files = withWords({ 'city/thesaurus/own.yaml': topic('own-words', '{said: [斩树], meant: [采伐]}') })
  expect(thesaurus(files, '990100').map(({ said }) => said)).toEqual(['砍树', '伐木', '断了', '斩树'])
  expect(thesaurus(files, '990000').map(({ said }) => said)).not.toContain('斩树')
})

test('the same said in two places is refused, with both', () => {
  const [first] = brokenRules(withWords({ 'city/thesaurus/own.yaml': topic('own-words', '{said: [砍树], meant: [移植]}') }))
  expect(first?.rule).toBe('id-duplicate')
  expect(first?.lines).toHaveLength(2)
})

test('no pack for a region, no words', () => {
  expect(thesaurus(withWords(), '110000')).toEqual([])
})
