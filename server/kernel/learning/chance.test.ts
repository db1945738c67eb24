// Chance that can be repeated: the same for the same seed, spread over the whole range, and nothing is lost by shuffling.
import { expect, it } from 'vitest'
import { chanceFrom, shuffled } from './chance.ts'

it('gives the same numbers for the same seed and others for another', () => {
  const first = (seed: number) => Array.from({ length: 5 }, chanceFrom(seed))
  expect(first(7)).toEqual(first(7))
  expect(first(7)).not.toEqual(first(8))
})

it('is random enough to reach every tenth of the range', () => {
  const chance = chanceFrom(1)
  expect(new Set(Array.from({ length: 200 }, () => Math.floor(chance() * 10))).size).toBe(10)
})

it('shuffles what there is, and the same way each time', () => {
  const all = [1, 2, 3, 4, 5, 6]
  expect(shuffled(all, chanceFrom(3)).toSorted()).toEqual(all)
  expect(shuffled(all, chanceFrom(3))).toEqual(shuffled(all, chanceFrom(3)))
})
