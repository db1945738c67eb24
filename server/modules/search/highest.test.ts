// The best of many are the same as after sorting all.
import { expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { highest } from './highest.ts'

test('the highest are those that sorting puts first', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(10_000), { maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (numbers, most) => {
    const valueOf = (one: number): number => (one * 7919) % 10_007
    expect(highest(numbers, most, valueOf)).toEqual(numbers.toSorted((a, b) => valueOf(b) - valueOf(a)).slice(0, most))
  }))
})
