// Arithmetic on codes of regions.
import { expect, test } from 'vitest'
import { cityOf, coveredBy, regionCovers } from './regions.ts'

test('a district and a street lie in their city, a city and a province in themselves', () => {
  expect(['440305007', '440305', '440300', '440000'].map(cityOf)).toEqual(['440300', '440300', '440300', '440000'])
})

test('what lies in a region is the same, asked once or very often', () => {
  for (const outer of ['440000', '440300', '440305', '440305007']) {
    for (const inner of ['440000', '440100', '440300', '440305', '440305007', '450000']) expect(coveredBy(outer)(inner)).toBe(regionCovers(outer, inner))
  }
  expect(['440305', '440100'].map(coveredBy('440300'))).toEqual([true, false])
})
