// Tests of the measures on cases that can be counted by hand.
import { expect, it } from 'vitest'
import { brier, calibrationError, figureOf, hitWithin, kappa, mean, normalisedGain, reciprocalRank } from './figures.ts'

it('counts a hit only when a good answer stands within the depth', () => {
  expect([hitWithin([0, 1, 2], 2, 2), hitWithin([0, 1, 2], 3, 2), hitWithin([], 5, 2)]).toEqual([0, 1, 0])
})

it('takes one over the place of the first good answer, and nothing without one', () => {
  expect([reciprocalRank([1, 0, 3], 2), reciprocalRank([2], 2), reciprocalRank([1, 1], 2)]).toEqual([1 / 3, 1, 0])
})

it('gives the best possible order a gain of 1 and the worst less', () => {
  expect(normalisedGain([3, 2, 1], [1, 2, 3])).toBe(1)
  expect(normalisedGain([1, 2, 3], [1, 2, 3])).toBeCloseTo((1 + 3 / Math.log2(3) + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2))
  expect(normalisedGain([0, 0], [3])).toBe(0)
  expect(normalisedGain([3], [])).toBe(0)
})

it('draws the same interval in every run, around the mean and narrower for more values', () => {
  const few = figureOf([1, 0, 1, 1])
  const many = figureOf(Array.from({ length: 400 }, (_, n) => (n % 4 === 0 ? 0 : 1)))
  expect(figureOf([1, 0, 1, 1])).toEqual(few)
  expect([few.value, many.value, many.of]).toEqual([0.75, 0.75, 400])
  expect(many.low).toBeLessThan(0.75)
  expect(many.high).toBeGreaterThan(0.75)
  expect(many.high - many.low).toBeLessThan(few.high - few.low)
})

it('has a figure of nothing that says so', () => {
  expect(figureOf([])).toEqual({ value: 0, low: 0, high: 0, of: 0 })
  expect(mean([])).toBe(0)
})

it('charges confidence that was wrong by its square', () => {
  expect(brier([{ confidence: 1, right: true }, { confidence: 0.5, right: false }])).toBe(0.125)
})

it('finds no calibration error where seven of ten at 0.7 are right, and 0.3 where all are', () => {
  const sure = (right: number) => Array.from({ length: 10 }, (_, n) => ({ confidence: 0.7, right: n < right }))
  expect(calibrationError(sure(7))).toBeCloseTo(0)
  expect(calibrationError(sure(10))).toBeCloseTo(0.3)
})

it('calls agreement by chance none and full agreement one', () => {
  expect(kappa([['a', 'a'], ['b', 'b']])).toBe(1)
  expect(kappa([['a', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'b']])).toBe(0)
})
