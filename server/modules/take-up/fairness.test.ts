// Groups side by side: differences with an interval, small cells hidden, small groups joined, and where people come to stand.
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../benefits/index.ts'
import { coverageOf } from './coverage.ts'
import { fairnessOf } from './fairness.ts'
import { groupOf, type Group } from './standing.ts'
import type { Count } from './surveys-store.ts'

const count = (outcome: Outcome, people: number, group: Partial<Group> = {}, more: Partial<Count> = {}): Count => ({ district: '990101', age: '60-79', sex: 'female', region: '990101', line: 'sky', benefit: 'star', outcome, people, fen: 0, days: 0, squares: 0, ...group, ...more })

describe('fairness', () => {
  it('tells how far a group is from all others, and whether that may be chance', () => {
    const [women, men] = fairnessOf([count('paid', 480), count('notConfirmed', 120), count('paid', 200, { sex: 'male' }), count('noAccount', 200, { sex: 'male' })], 'sex')
    expect(women).toMatchObject({ groups: ['female'], due: 600, counts: { paid: 480, waits: 120, refused: 0 }, share: 0.8, difference: { isClear: true } })
    expect(women?.difference?.difference).toBeCloseTo(0.3)
    expect(men?.difference?.high).toBeLessThan(-0.2)
    const [one] = fairnessOf([count('paid', 40), count('notReached', 20), count('paid', 38, { sex: 'male' }), count('notReached', 22, { sex: 'male' })], 'sex')
    expect(one?.difference).toMatchObject({ isClear: false })
  })

  it('tells who waited longer', () => {
    const [women, men] = fairnessOf([count('paid', 50, {}, { days: 500, squares: 5200 }), count('paid', 50, { sex: 'male' }, { days: 1000, squares: 20_400 })], 'sex')
    expect([women?.days?.mean, men?.days?.mean, men?.days?.difference?.difference, men?.days?.difference?.isClear]).toEqual([10, 20, 10, true])
  })

  it('hides fewer than ten, and what they could be worked out from', () => {
    const rows = fairnessOf([count('paid', 40), count('refused', 4), count('notReached', 30), count('paid', 60, { sex: 'male' }), count('refused', 30, { sex: 'male' }), count('notReached', 20, { sex: 'male' })], 'sex')
    expect(rows.map(({ counts }) => counts.refused)).toEqual([null, null])
    for (const { counts } of rows) expect(Object.values(counts).filter((each) => each === null).length).toBeGreaterThan(1)
  })

  it('joins a group of fewer than ten with another, and says nothing of a policy for fewer than ten', () => {
    expect(fairnessOf([count('paid', 40), count('paid', 3, { age: '80+' }), count('paid', 30, { age: '35-59' })], 'age').map(({ groups }) => groups)).toEqual([['35-59', '80+'], ['60-79']])
    expect(fairnessOf([count('paid', 4), count('refused', 3)], 'age')).toEqual([])
  })
})

describe('coverage', () => {
  it('puts the widest gap first and names few who lack a fact only as few', () => {
    const rows = coverageOf([count('paid', 10), count('notReached', 30), count('ended', 5), count('paid', 20, {}, { benefit: 'other', fen: 2000 }), count('unknown', 7, { district: '990102' })], [{ region: '990101', line: 'sky', benefit: 'star', fact: 'person.birthDate', people: 7 }])
    expect(rows.map(({ benefit, due, share }) => [benefit, due, share])).toEqual([['star', 40, 0.25], ['other', 20, 1]])
    expect(rows[0]).toMatchObject({ unknown: 7, gaps: { notReached: 30 }, facts: [{ fact: 'person.birthDate', people: null }], districts: [{ district: '990101', due: 40 }, { district: '990102', due: 0, unknown: 7 }] })
  })
})

describe('the group somebody counts in', () => {
  it('is by full years on the day, sex and home; what is not known is a group of its own', () => {
    const of = (facts: Record<string, unknown>, audience: 'person' | 'company' = 'person') => groupOf({ audience, facts, region: '990100' }, '2026-03-02')
    expect(of({ 'person.birthDate': '1946-03-02', 'person.sex': 'male', 'person.householdRegion': '990101005' })).toEqual({ district: '990101', age: '80+', sex: 'male' })
    expect(of({ 'person.birthDate': '1946-03-03' })).toEqual({ district: '990100', age: '60-79', sex: '' })
    expect(of({}, 'company')).toEqual({ district: '990100', age: '', sex: '' })
  })
})
