// Fair comparison: small numbers are drawn to the mean, too small ones are not ranked, and nobody gains by having few.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { leastShown, ranked, ruleFor } from './league.ts'

const units = [
  { id: 'large', hits: 930, n: 1000 }, { id: 'lucky', hits: 5, n: 5 }, { id: 'tiny', hits: 4, n: 4 }, { id: 'poor', hits: 700, n: 1000 },
]

describe('a league table', () => {
  it('does not put five happy people before nine hundred and thirty of a thousand', () => {
    const rule = ruleFor(units)
    expect(ranked(units, rule).map(({ id, rank }) => [id, rank])).toEqual([['large', 1], ['lucky', 2], ['poor', 3], ['tiny', null]])
  })

  it('shows no rate of fewer than five', () => {
    expect(ranked(units, ruleFor(units)).find(({ id }) => id === 'tiny')).toMatchObject({ rate: null, adjusted: null, rank: null })
    expect(leastShown).toBe(5)
  })

  it('gives the same rank for the same, and is empty for nobody', () => {
    const same = [{ id: 'a', hits: 8, n: 10 }, { id: 'b', hits: 8, n: 10 }]
    expect(ranked(same, ruleFor(same)).map(({ rank }) => rank)).toEqual([1, 1])
    expect(ranked([], ruleFor([]))).toEqual([])
  })

  it('always moves towards the mean and never past it', () => {
    const entry = fc.record({ id: fc.uuid(), n: fc.integer({ min: 0, max: 2000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ id, n, part }) => ({ id, n, hits: Math.floor(n * part) }))
    fc.assert(fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const rule = ruleFor(entries)
      for (const { rate, adjusted } of ranked(entries, rule)) {
        if (rate === null || adjusted === null) continue
        expect(Math.abs(adjusted - rule.mean)).toBeLessThanOrEqual(Math.abs(rate - rule.mean) + 1e-9)
        expect((adjusted - rule.mean) * (rate - rule.mean)).toBeGreaterThanOrEqual(-1e-12)
      }
    }))
  })
})
