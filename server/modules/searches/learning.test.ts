// What is learnt from clicks: from many different people, never from one who clicks on and on.
import { describe, expect, it } from 'vitest'
import { learntFrom, type Chosen } from './learning.ts'

const chosen = (given: Partial<Chosen>): Chosen => ({ words: '社保卡', document: 'service/card', visitors: 10, bestDay: 5, ofWords: 10, ...given })
const weight = (given: Partial<Chosen>): number => learntFrom([chosen(given)])[0]?.weight ?? 0

describe('what people choose', () => {
  it('has no effect before five different visitors, three of them on one day', () => {
    expect(weight({ visitors: 4, bestDay: 4, ofWords: 4 })).toBe(0)
    expect(weight({ visitors: 5, bestDay: 3, ofWords: 5 })).toBeGreaterThan(0)
  })

  it('of one person who comes back every day for three months has no effect', () => {
    expect(weight({ visitors: 90, bestDay: 1, ofWords: 90 })).toBe(0)
    expect(weight({ visitors: 180, bestDay: 2, ofWords: 180 })).toBe(0)
  })

  it('weighs by its share, and a hundred times as many visitors not even three times as much', () => {
    expect(weight({ visitors: 40, ofWords: 100 })).toBeLessThan(weight({ visitors: 40, ofWords: 50 }))
    expect(weight({ visitors: 1000, ofWords: 1000 }) / weight({ visitors: 10 })).toBeLessThan(3)
  })

  it('never gives a result everything', () => expect(weight({ visitors: 1_000_000, ofWords: 1_000_000 })).toBe(800))
})
