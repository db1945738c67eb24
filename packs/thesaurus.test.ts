// Everyday questions over what the packs of Shenzhen offer: each has a title that must be among the first five.
// They are asked in every way people ask; what only imported services offer is asked in the search module.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedPacks } from '../server/testing/packs.ts'
import { createIndex, createLexicon, lookUp, readQuestion, shippedVectors, teachEntry, wordsOf, type Shown } from '../server/modules/search/index.ts'

const packs = shippedPacks('2026-11-22')
const region = '440300'
const { matters, services } = packs.catalogueFor(region)
const thesaurus = packs.thesaurusFor(region)

const index = createIndex<Shown>()
const lexicon = createLexicon(thesaurus, shippedVectors((error) => {
  throw error
}))

const put = (key: string, type: 'matter' | 'service', title: string, aliases: readonly string[], context: readonly string[]): void => {
  const words = wordsOf({ titles: [title], aliases, context })
  const entry = { key, shelf: { type, region, pack: region }, ...words }
  index.put({ ...entry, shown: { type, id: key, region, title: { 'zh-CN': title }, summary: { 'zh-CN': '' }, url: '/', action: { kind: 'open', url: '/' } } })
  teachEntry(lexicon)(entry)
}

for (const { id, name, summary, keywords } of Object.values(matters)) put(`matter/${id}`, 'matter', name['zh-CN'], [...keywords, ...(name.en ? [name.en] : [])], [summary['zh-CN']])
for (const { id, name, summary, result } of Object.values(services)) put(`service/${id}`, 'service', name['zh-CN'], [result.name['zh-CN'], ...(name.en ? [name.en] : [])], [summary['zh-CN']])

for (const _ of lexicon.resemblance?.settle() ?? []);

const firstFive = (q: string): string[] =>
  lookUp({ index, lexicon }, readQuestion(q, lexicon), { taste: ({ type }) => (type === 'matter' ? 0.15 : 0.1) }).slice(0, 5).map(({ title }) => title['zh-CN'])

const questions = readFileSync(new URL('thesaurus-questions.txt', import.meta.url), 'utf8').trim().split('\n').filter((line) => !line.startsWith('#'))
  .map((line) => line.split(' = ')).map(([question = '', titles = '']) => ({ question, title: new RegExp(titles, 'u') }))

test('everyday questions find what they mean among the first five', () => {
  expect(questions.length).toBeGreaterThan(150)
  for (const { question, title } of questions) expect.soft(firstFive(question), question).toContainEqual(expect.stringMatching(title))
})

test('nonsense finds nothing', () => {
  for (const nonsense of ['天气好热啊', 'qwertyuiop', '哈哈哈哈', '红烧肉怎么做']) expect.soft(firstFive(nonsense), nonsense).toEqual([])
})

test('the thesaurus has words for hundreds of things', () => {
  expect(new Set(thesaurus.map(({ meant }) => meant)).size).toBeGreaterThan(600)
})
