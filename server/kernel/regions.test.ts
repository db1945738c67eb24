// Arithmetic on codes of regions.
import { expect, test } from 'vitest'
import { cityOf } from './regions.ts'

test('a district and a street lie in their city, a city and a province in themselves', () => {
  expect(['440305007', '440305', '440300', '440000'].map(cityOf)).toEqual(['440300', '440300', '440300', '440000'])
})
