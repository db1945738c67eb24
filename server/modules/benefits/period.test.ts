// Tests of the periods payments cover, and of what policies that exclude each other claim.
import { describe, expect, it } from 'vitest'
import { claimsOf, judgedOn, monthsOf, periodOn } from './period.ts'

describe('a period', () => {
  it('is the month, quarter or year of the day, or once', () => {
    expect((['month', 'quarter', 'year', 'once'] as const).map((period) => periodOn(period, '2026-11-22'))).toEqual(['2026-11', '2026-Q4', '2026', 'once'])
  })

  it('covers its months', () => {
    expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12'])
    expect(monthsOf('2026')).toHaveLength(12)
    expect([monthsOf('2026-02'), monthsOf('once')]).toEqual([['2026-02'], []])
  })

  it('is judged on the day, and once it is over on its last', () => {
    expect([['2026-02', '2026-02-10'], ['2026-02', '2026-03-05'], ['2026-Q4', '2027-01-08'], ['2026', '2026-12-31'], ['once', '2027-01-08']].map(([period = '', today = '']) => judgedOn(period, today))).toEqual(['2026-02-10', '2026-02-28', '2026-12-31', '2026-12-31', '2027-01-08'])
  })
})

describe('two policies that exclude each other', () => {
  const policies = { a: { id: 'a', excludes: ['b'], period: 'month' }, b: { id: 'b', excludes: [], period: 'quarter' }, c: { id: 'c', excludes: ['a'], period: 'once' }, d: { id: 'd', excludes: [], period: 'month' } } as const
  const all = Object.fromEntries(Object.values(policies).map((each) => [each.id, { ...each, excludes: [...each.excludes] }]))

  it('claim the same months of one pair, whichever comes first', () => {
    expect(claimsOf({ ...policies.b, excludes: [] }, '2026-Q4', all)).toEqual(['2026-10', '2026-11', '2026-12'].map((month) => ({ pair: 'a|b', month })))
    expect(claimsOf({ ...policies.a, excludes: ['b'] }, '2026-11', all)).toContainEqual({ pair: 'a|b', month: '2026-11' })
  })

  it('claim the pair for good where one of them is paid once', () => {
    expect(claimsOf({ ...policies.a, excludes: ['b'] }, '2026-11', all)).toContainEqual({ pair: 'a|c', month: '*' })
    expect(claimsOf({ ...policies.c, excludes: ['a'] }, 'once', all)).toEqual([{ pair: 'a|c', month: '*' }])
  })

  it('leave all others alone', () => {
    expect(claimsOf({ ...policies.d, excludes: [] }, '2026-11', all)).toEqual([])
  })
})
