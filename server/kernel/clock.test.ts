// Days in China, whatever the machine's own time zone.
import { describe, expect, it } from 'vitest'
import { plainDate } from './clock.ts'

describe('the date of an instant', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23'], ['2026-11-23T16:00:00.000Z', '2026-11-24'], ['2026-11-24T15:59:59.999Z', '2026-11-24'], ['1969-12-31T15:59:59.999Z', '1969-12-31'], ['2024-02-28T16:00:00Z', '2024-02-29'],
  ])('at %s is %s in China', (instant, day) => {
    expect(plainDate(new Date(instant))).toBe(day)
  })

  it('is right for one day after another, and again for the first', () => {
    const [first, second] = [new Date('2026-03-01T01:00:00Z'), new Date('2026-03-02T01:00:00Z')]
    expect([first, second, first].map(plainDate)).toEqual(['2026-03-01', '2026-03-02', '2026-03-01'])
  })

  it('is refused for no instant, which changes nothing for the next', () => {
    expect(() => plainDate(new Date(Number.NaN))).toThrow(RangeError)
    expect(plainDate(new Date('2026-03-01T01:00:00Z'))).toBe('2026-03-01')
  })
})
