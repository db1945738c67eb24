// The score of a unit: three rates by their weights, drawn to the mean; what too few said is no part of it.
import { expect, it } from 'vitest'
import { assess } from './assessment.ts'
import { noCounts } from './figure.ts'

const counts = (more: Partial<typeof noCounts>) => ({ ...noCounts, ...more })

it('is the sum of its parts by their weights, the best unit first', () => {
  const { rows } = assess([
    { id: 'bad', counts: counts({ satisfied: 50, unsatisfied: 50, onTime: 50, late: 50, solved: 50, unsolved: 50 }) },
    { id: 'good', counts: counts({ satisfied: 100, onTime: 100, solved: 100 }) },
  ])
  expect(rows.map(({ id, rank }) => [id, rank])).toEqual([['good', 1], ['bad', 2]])
  for (const { score, parts } of rows) expect(score).toBeCloseTo((parts.satisfied.points ?? 0) + (parts.onTime.points ?? 0) + (parts.solved.points ?? 0), 0)
})

it('draws a unit of few towards the mean: one with five of five is no better than one with ninety-nine of a hundred', () => {
  const { rows } = assess([{ id: 'few', counts: counts({ satisfied: 5 }) }, { id: 'many', counts: counts({ satisfied: 99, unsatisfied: 1 }) }, { id: 'poor', counts: counts({ satisfied: 60, unsatisfied: 40 }) }])
  expect(rows.map(({ id }) => id)).toEqual(['many', 'few', 'poor'])
})

it('leaves out what fewer than five said, and gives no score to a unit of which nobody said anything', () => {
  const { rows } = assess([{ id: 'half', counts: counts({ satisfied: 4, onTime: 10 }) }, { id: 'none', counts: noCounts }])
  expect(rows).toMatchObject([{ id: 'half', score: 100, parts: { satisfied: { n: 4, rate: null, points: null }, onTime: { points: 30 } } }, { id: 'none', score: null, rank: null }])
})
