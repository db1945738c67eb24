// Tests of what somebody is due: what policies say of each other, the dead, caps, and where it is paid.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { matchesFor, payerRegion, withinCap } from './due.ts'

const on = '2026-03-02'
const packs = testingPacks(on)
const dueOf = (facts: Record<string, unknown>) => matchesFor({ audience: 'person', facts }, packs.benefitsFor('990100'), packs.factsFor('990100'), on)

describe('somebody is due', () => {
  it('of two policies that exclude each other the one that goes first, and is told why not the other', () => {
    const matches = dueOf({ 'person.spouseDeceasedOn': '2026-02-10' })
    expect(matches.filter(({ isDue }) => isDue).map(({ benefit }) => benefit.id)).toEqual(['farewell-grant'])
    expect(matches.find(({ benefit }) => benefit.id === 'solace-grant')).toMatchObject({ verdict: 'yes', isDue: false, outranked: 'farewell-grant' })
  })

  it('the other one once the first is out of time', () => {
    expect(dueOf({ 'person.spouseDeceasedOn': '2024-05-01' }).filter(({ isDue }) => isDue).map(({ benefit }) => benefit.id)).toEqual(['solace-grant'])
  })

  it('nothing after their death', () => {
    expect(dueOf({ 'person.householdRegion': '990101', 'person.birthDate': '1950-01-01', 'person.deceasedOn': '2026-03-01' }).some(({ isDue }) => isDue)).toBe(false)
  })

  it('nothing yet while a fact is unknown, and is told which', () => {
    expect(dueOf({ 'person.householdRegion': '990101' }).find(({ benefit }) => benefit.id === 'star-allowance')).toMatchObject({ verdict: 'unknown', isDue: false, missing: ['person.birthDate'] })
  })
})

it('one person against all policies with reasons takes less than twenty milliseconds', () => {
  dueOf({ 'person.birthDate': '1950-01-01' })
  const begun = performance.now()
  for (let times = 0; times < 20; times += 1) dueOf({ 'person.birthDate': '1950-01-01', 'person.householdRegion': '990101' })
  expect((performance.now() - begun) / 20).toBeLessThan(20)
})

it('a cap leaves what is not taken yet', () => {
  expect([withinCap({ cap: 500 }, 300, 400), withinCap({ cap: 500 }, 300, 600), withinCap({}, 300, 600)]).toEqual([100, 0, 300])
})

it('is paid by the authority at the level of the policy', () => {
  expect((['province', 'city', 'district', 'street'] as const).map((level) => payerRegion({ payer: { line: 'sky', level } }, '990101001'))).toEqual(['990000', '990100', '990101', '990101'])
})
