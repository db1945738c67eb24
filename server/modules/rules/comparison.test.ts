// What a changed table would decide otherwise: counted by outcome before and after, with the columns that decide and a few examples.
import { describe, expect, it } from 'vitest'
import { noComparison, withCompared, type Compared } from './comparison.ts'
import { tableOf } from './testing.ts'

const table = tableOf({ age: 'person.age', place: 'person.place' }, [
  { id: 'old', decision: 'approve', cells: { age: '>= 60', place: '-' } }, { id: 'far', decision: 'person', cells: { place: '"far"' } }, { id: 'rest', decision: 'person', cells: {} },
])

const compared = (n: number, before: Compared['before'], after: { decision: Compared['after']['decision']; rows: string[] }): Compared => ({
  caseId: `c${n}`, number: `N${n}`, decidedAt: `2026-03-0${(n % 9) + 1}T00:00:00.000Z`, before, after: { decision: after.decision, verdict: { decision: after.decision, by: 'rows', rows: after.rows, open: [], values: {} } },
})

const gather = (all: readonly Compared[]) => all.reduce((so, one) => withCompared(so, table, one), noComparison)

describe('a comparison', () => {
  it('tells what is decided alike from what comes out alike by other rows', () => {
    const found = gather([compared(1, { decision: 'approve', rows: ['old'] }, { decision: 'approve', rows: ['old'] }), compared(2, { decision: 'person', rows: ['rest'] }, { decision: 'person', rows: ['far'] })])
    expect(found).toMatchObject({ looked: 2, same: 1, unlike: 1, pairs: [], from: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' })
  })

  it('counts pairs, names the columns the new rows ask of, and keeps a few examples', () => {
    const more = Array.from({ length: 8 }, (_, n) => compared(n, { decision: 'approve', rows: ['old'] }, { decision: 'person', rows: ['far'] }))
    const found = gather([...more, compared(9, { decision: 'approve', rows: ['old'] }, { decision: 'refuse', rows: ['old'] })])
    expect(found.pairs.map(({ before, after, count, fields, examples }) => [before, after, count, fields, examples.length])).toEqual([
      ['approve', 'person', 8, [{ id: 'place', count: 8 }], 5], ['approve', 'refuse', 1, [{ id: 'age', count: 1 }], 1],
    ])
  })

  it('names every column where no row holds any more', () => {
    expect(gather([compared(1, { decision: 'approve', rows: ['old'] }, { decision: 'person', rows: [] })]).pairs[0]?.fields.map(({ id }) => id)).toEqual(['age', 'place'])
  })
})
