// What all matters cost together: each once, in its own example's situation, and their sum.
import { expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { reportBurden } from './burden-report.ts'

const packs = testingPacks('2026-03-02')

test('every matter of the province is counted once, where its example is, and the sums are theirs', () => {
  const { matters, total } = reportBurden(packs, '990000', '2026-03-02')
  expect(matters.map(({ id }) => id)).toEqual([...new Set(matters.map(({ id }) => id))])
  expect(matters).toMatchObject([{ id: 'keep-telescope', services: 3, authorities: 2 }])
  for (const side of ['before', 'after'] as const) {
    for (const what of ['applications', 'fields', 'evidence', 'trips', 'workingDays'] as const) expect(total[side][what]).toBe(matters.reduce((sum, each) => sum + each[side][what], 0))
  }
  expect(total.after.applications).toBe(1)
  expect(total.after.fields).toBeLessThan(total.before.fields)
})
