// One service in two regions: what differs is compared from what is in force, and nothing else is named.
import { expect, it } from 'vitest'
import type { Catalogue, Service } from '../catalogue/index.ts'
import { testingPacks } from '../../testing/packs.ts'
import { differencesOf } from './differences.ts'
import { documentsOf } from './hand-over.ts'
import { isTakenIn, transferUrgency } from './transfer.ts'

const here = testingPacks('2026-03-02').catalogueFor('990101')
const permitOf = ({ services }: Catalogue): Service => {
  const permit = services['telescope-permit']
  if (!permit) throw new Error('the testing pack has changed')
  return permit
}
const there = (change: (permit: Service) => Service): Catalogue => ({ ...here, services: { ...here.services, 'telescope-permit': change(permitOf(here)) } })

it('names limits, conditions and documents that differ, each with both sides', () => {
  const other = there((permit) => ({
    ...permit, limits: { ...permit.limits, promised: 3 }, requirements: permit.requirements.map((each) => ({ ...each, name: { 'zh-CN': '年满十六周岁' } })), evidence: permit.evidence.filter(({ id }) => id !== 'ownership'),
  }))
  expect(differencesOf(here, other, 'telescope-permit')).toMatchObject([
    { kind: 'promised', here: 5, there: 3 }, { kind: 'condition', here: { 'zh-CN': '申请人年满十八周岁' }, there: { 'zh-CN': '年满十六周岁' } }, { kind: 'document', there: null },
  ])
})

it('names nothing where both say the same, and knows a service only one of them has', () => {
  expect(differencesOf(here, there((permit) => permit), 'telescope-permit')).toEqual([])
  expect(differencesOf(here, here, 'no-such-service')).toBeUndefined()
})

it('is taken in elsewhere only where the service says so, as far as it says, and not in its own place', () => {
  const agency = (scope: 'city' | 'nation') => ({ listing: { crossRegion: { scope, ways: ['agency' as const] } } })
  expect(isTakenIn(agency('city'), '990102', '990101')).toBe(true)
  expect(isTakenIn(agency('city'), '980102', '990101')).toBe(false)
  expect(isTakenIn(agency('nation'), '980102', '990101')).toBe(true)
  expect(isTakenIn(agency('nation'), '990101', '990101001')).toBe(false)
  expect(isTakenIn({ listing: { crossRegion: { scope: 'nation', ways: ['online'] } } }, '980102', '990101')).toBe(false)
  expect(isTakenIn({}, '980102', '990101')).toBe(false)
})

it('is amber on the last day and red after it, for whoever has to act', () => {
  const underway = { state: 'underway' as const, handOverBy: '2026-03-01', receiptBy: '2026-03-03' }
  expect(['2026-03-02', '2026-03-03', '2026-03-04'].map((today) => transferUrgency(underway, today))).toEqual(['calm', 'soon', 'late'])
  expect(transferUrgency({ ...underway, state: 'received' }, '2026-03-09')).toBe('calm')
})

it('reaches as far as the service says: the nation, the province, the city, or not at all', () => {
  const [shenzhen, guangzhou, beijing] = ['440305', '440106', '110101']
  const reach = (scope: 'nation' | 'province' | 'city' | 'none') => [guangzhou, beijing, '440304'].map((from) => isTakenIn({ listing: { crossRegion: { scope, ways: ['agency'] } } } as Pick<Service, 'listing'>, from, shenzhen))
  expect([reach('nation'), reach('province'), reach('city'), reach('none')]).toEqual([[true, true, true], [true, false, true], [false, false, true], [false, false, false]])
})

it('the documents of a file stand in one order, whatever order the cases come in', () => {
  const file = (name: string, digest: string) => ({ id: name, name, digest, type: 'application/pdf' })
  const of = (number: string, evidence: string, files: ReturnType<typeof file>[]) => ({ number, evidence: [{ evidence, needs: [], source: 'upload' as const, files }] })
  const cases = [of('2', 'receipt', [file('b', '2'), file('a', '1')]), of('1', 'photo', [file('c', '3')])]
  expect(documentsOf(cases).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  expect(documentsOf(cases.toReversed())).toEqual(documentsOf(cases))
})
