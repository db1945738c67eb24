// Intervals against the figures printed in the papers they come from.
import { describe, expect, it } from 'vitest'
import { meanDifference, shareDifference, shareInterval } from './interval.ts'

describe('an interval', () => {
  it('of a share is that of Wilson, also where nobody or everybody is counted', () => {
    const { low, high } = shareInterval(81, 263)
    expect([low, high].map((each) => each.toFixed(4))).toEqual(['0.2553', '0.3662'])
    expect(shareInterval(0, 20).low).toBe(0)
    expect(shareInterval(0, 20).high.toFixed(4)).toBe('0.1611')
    expect(shareInterval(29, 29).high).toBe(1)
  })

  it('of a difference of shares is that of Newcombe', () => {
    const { low, high, difference } = shareDifference({ hits: 56, n: 70 }, { hits: 48, n: 80 })
    expect([difference, low, high].map((each) => each.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
  })

  it('of a difference of means grows with the spread', () => {
    const [even, uneven] = [{ n: 20, sum: 200, squares: 2000 }, { n: 20, sum: 200, squares: 6000 }]
    expect(meanDifference(even, even)).toEqual({ difference: 0, low: 0, high: 0 })
    expect(meanDifference(even, uneven).high).toBeGreaterThan(4)
  })
})
