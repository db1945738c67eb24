// How well labelled sentences are understood. A wrong fact is worse than a missed one: it is a question not asked.
// Held sentences were written after the phrases and counted before anything was changed for them (docs/guide/guidance.md).
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedPacks } from '../../testing/packs.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { measure, understand } from './measuring.ts'
import { sayingBook, type SayingBook } from './saying-book.ts'
import { labelledSentences } from './testing.ts'

let catalogue: Catalogue
let book: SayingBook
beforeAll(() => {
  const packs = shippedPacks('2026-11-22')
  catalogue = packs.catalogueFor('440300')
  book = sayingBook(catalogue, packs.sayingsFor('440300'))
})

const factsIn = (said: string) => understand(said, catalogue, book).facts

test.each([['open', 0.98, 0.98, 0], ['held', 0.75, 0.58, 1]] as const)('the %s sentences are understood as well as the guide says', (set, matters, found, wrong) => {
  const measured = measure(labelledSentences().filter((each) => each.set === set), catalogue, book)
  expect(measured.sentences).toBeGreaterThan(40)
  expect(measured.mattersRight / measured.sentences).toBeGreaterThanOrEqual(matters)
  expect(measured.factsFound / measured.factsSaid).toBeGreaterThanOrEqual(found)
  expect(measured.factsWrong).toBeLessThanOrEqual(wrong)
})

test('labels name matters and choices there are', () => {
  for (const { said, matters, facts } of labelledSentences()) {
    for (const id of matters) expect(catalogue.matters[id], said).toBeDefined()
    for (const [concept, value] of Object.entries(facts)) {
      const { type, constraint } = catalogue.concepts[concept] ?? {}
      const fits = type === 'boolean' ? typeof value === 'boolean' : type === 'region' ? typeof value === 'string' && catalogue.regions[value] : constraint?.choices?.some((choice) => choice.value === value)
      expect(fits, `${said}: ${concept}`).toBeTruthy()
    }
  }
})

test('every scenario question of every matter has phrases that answer it', () => {
  const silent = Object.values(catalogue.matters).flatMap((matter) => {
    const answered = new Set(book.answersFor(matter).map(({ concept }) => concept))
    return matter.scenario.flatMap(({ concept }) => (answered.has(concept) ? [] : [`${matter.id} ${concept}`]))
  })
  expect(silent).toEqual([])
  expect(book.matters.map(({ id }) => id).toSorted()).toEqual(Object.keys(catalogue.matters).toSorted())
})

describe('what only sounds like an answer is none', () => {
  test.each([
    ['a relative whose name has another in it', '我舅妈去世了', 'deceased.applicantIs', 'other'],
    ['something only supposed', '如果我妈去世了，房子怎么办', 'estate.ownsHome', undefined],
    ['something asked', '我妈去世了，有没有公积金要查', 'deceased.hasHousingFund', undefined],
    ['something doubted', '我爸去世了，不清楚他有公积金', 'deceased.hasHousingFund', undefined],
    ['what somebody else has', '刚生了孩子，老公单位交了生育保险', 'mother.hasMaternityInsurance', undefined],
    ['a denial of a denial', '我妈去世了，不是没有公积金', 'deceased.hasHousingFund', true],
    ['what was said before of another thing', '公司要改名，办公室不换', 'change.ofAddress', undefined],
    ['a place to itself', '公司从南山搬到南山', 'change.toOtherDistrict', undefined],
    ['an age that is not sixty yet', '明年满六十，要退休', 'applicant.isSixty', false],
  ] as const)('%s', (_name, said, concept, value) => {
    expect(factsIn(said)[concept]).toBe(value)
  })
})

test.each([
  ['My mother has died, what about her insurance and the flat', { 'deceased.applicantIs': 'child', 'estate.ownsHome': true }],
  ['my grandmother has died', { 'deceased.applicantIs': 'other' }],
  ['I want to open a tea shop, no business licence yet', { 'company.registered': false }],
  ['My child starts primary school, we rent a flat', { 'student.stage': 'primary', 'student.homeKind': 'rented' }],
])('plain English is read where the packs say how: %s', (said, facts) => {
  expect(factsIn(said)).toEqual(facts)
})

test('traditional characters, full width and capitals are read alike, and offsets stay those of the sentence', () => {
  expect(factsIn('媽媽過身咗，佢有公積金')).toEqual({ 'deceased.applicantIs': 'child', 'deceased.hasHousingFund': true })
  expect(factsIn('我今年６２岁，想退休')).toEqual({ 'applicant.isSixty': true })
  expect(understand('IPO要开合规证明', catalogue, book).matters).toEqual(['listing-compliance-review'])
})

test.each([
  ['everything at once', labelledSentences().map(({ said }) => said).join('，').slice(0, 1000)],
  ['words that could be read in two ways', `我妈去世了，${'一个需要没有'.repeat(150)}猫有公积金`],
  ['words that begin a thousand phrases', '有公司在我妈不'.repeat(140)],
])('a thousand characters of %s are read in a moment', (_name, said) => {
  const begun = performance.now()
  understand(said, catalogue, book)
  expect(performance.now() - begun).toBeLessThan(3000)
})
