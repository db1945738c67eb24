// Every hit policy against a naive reading of DMN 1.3 section 8.2.8, for any rows; and with answers missing: what is settled stays settled.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { aggregated, countsMany, hitPolicies, hitsOf, type Held, type HitPolicy } from './hit-policy.ts'

type Row = { id: number; output: string }

const values = ['refuse', 'person', 'approve']
const reading = { rank: ({ output }: Row) => values.indexOf(output), same: (a: Row, b: Row) => a.output === b.output }

const rows = (holds: fc.Arbitrary<boolean | undefined>) =>
  fc.array(fc.record({ output: fc.constantFrom(...values), holds }), { maxLength: 7 }).map((all) => all.map(({ output, holds: held }, id): Held<Row> => ({ row: { id, output }, holds: held })))

/** The outputs as the standard's prose has them, with no thought of speed; undefined: the table is wrong for this input. */
const naive = (policy: HitPolicy, all: readonly Held<Row>[]): string[] | undefined => {
  const outputs = all.filter(({ holds }) => holds === true).map(({ row }) => row.output)
  switch (policy) {
    case 'UNIQUE': return outputs.length > 1 ? undefined : outputs
    case 'ANY': return new Set(outputs).size > 1 ? undefined : outputs.slice(0, 1)
    case 'FIRST': return outputs.slice(0, 1)
    case 'PRIORITY': return values.filter((value) => outputs.includes(value)).slice(0, 1)
    case 'OUTPUT ORDER': return values.flatMap((value) => outputs.filter((output) => output === value))
    case 'COLLECT':
    case 'RULE ORDER': return outputs
  }
}

describe('a hit policy', () => {
  it.each(hitPolicies)('%s reads as the standard has it', (policy) => {
    fc.assert(fc.property(rows(fc.boolean()), (all) => {
      const found = hitsOf(policy, all, reading)
      const expected = naive(policy, all)
      expect(found.kind).toBe(expected === undefined ? 'conflict' : expected.length > 0 ? 'hits' : 'none')
      if (expected !== undefined) expect(found.rows.map(({ output }) => output)).toEqual(expected)
    }), { numRuns: 400 })
  })

  it.each(hitPolicies)('%s decides nothing that a missing answer could still change', (policy) => {
    fc.assert(fc.property(rows(fc.constantFrom(true, false, undefined)), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (all, answers) => {
      const early = hitsOf(policy, all, reading)
      if (early.kind === 'open' || early.kind === 'conflict') return
      const later = naive(policy, all.map((each, at) => ({ ...each, holds: each.holds ?? answers[at] })))
      // A table may only be UNIQUE or ANY when no answer makes two rows disagree: the loader sees to that.
      if (later !== undefined) expect(early.rows.map(({ output }) => output)).toEqual((policy === 'UNIQUE' || policy === 'ANY') && early.kind === 'hits' ? early.rows.map(({ output }) => output) : later)
    }), { numRuns: 600 })
  })

  it('names the rows that wait for an answer', () => {
    const all: Held<Row>[] = [{ row: { id: 0, output: 'approve' }, holds: undefined }, { row: { id: 1, output: 'refuse' }, holds: true }]
    expect(hitsOf('FIRST', all, reading)).toMatchObject({ kind: 'open', rows: [{ id: 0 }] })
    expect(hitsOf('PRIORITY', all, reading)).toMatchObject({ kind: 'hits', rows: [{ id: 1 }] })
    expect(hitsOf('COLLECT', all, reading)).toMatchObject({ kind: 'open', rows: [{ id: 0 }] })
  })

  it('lets several rows count only where it says so', () => {
    expect(hitPolicies.filter(countsMany)).toEqual(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])
  })
})

describe('an aggregation', () => {
  it('makes one number of the outputs, and none of what is no number', () => {
    expect([aggregated('SUM', [1, 2, 5]), aggregated('MIN', [3, 2]), aggregated('MAX', [3, 2]), aggregated('COUNT', ['a', 'b'])]).toEqual([8, 2, 3, 2])
    expect([aggregated('SUM', []), aggregated('SUM', [1, 'b']), aggregated('COUNT', [])]).toEqual([null, null, 0])
  })
})
