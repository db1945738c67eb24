// The record of a decision by rule: the same bytes whatever order its parts were made in, and where each of its inputs came from.
import { describe, expect, it } from 'vitest'
import { recordDigest, recordOf, recordText, type DecisionRecord } from './decision.ts'

const verdict: DecisionRecord['verdict'] = { decision: 'approve', by: 'rows', rows: ['old-enough'], open: ['b', 'a'], values: { b: 1, a: 2 } }
const record: DecisionRecord = { on: '2026-03-02', version: '1', inputs: [{ concept: 'b', value: 2, source: 'registry', from: 'residents', asOf: '2026-03-01' }, { concept: 'a', value: 1, source: null }], verdict }

describe('a decision by rule', () => {
  it('is written in the same bytes in any order', () => {
    const turned: DecisionRecord = { ...record, inputs: record.inputs.toReversed(), verdict: { ...verdict, open: ['a', 'b'], values: { a: 2, b: 1 } } }
    expect(recordText(turned)).toBe(recordText(record))
    expect(recordText(record)).toContain('"inputs":[{"concept":"a","value":1,"source":null},{"concept":"b","value":2,"source":"registry","from":"residents","asOf":"2026-03-01"}]')
  })

  it('is the same decision on another day, and another one when a value differs', () => {
    expect(recordDigest({ ...record, on: '2026-04-01' })).toBe(recordDigest(record))
    expect(recordDigest({ ...record, inputs: [] })).not.toBe(recordDigest(record))
    expect(recordText({ ...record, verdict: { ...verdict, checkDays: 5 } })).toContain('"checkDays":5')
  })

  it('says of each input where the case has it from, and that it was worked out where the case does not have it', () => {
    const made = recordOf(
      { content: [{ concept: 'a', value: 1, source: 'registry', from: 'residents', asOf: '2026-03-01' }, { concept: 'b', value: 2, source: 'applicant' }] },
      { version: '1', inputs: [{ concept: 'a', value: 1 }, { concept: 'b', value: 2 }, { concept: 'c', value: 3 }], verdict }, '2026-03-02',
    )
    expect(made.inputs).toEqual([
      { concept: 'a', value: 1, source: 'registry', from: 'residents', asOf: '2026-03-01' }, { concept: 'b', value: 2, source: 'applicant' }, { concept: 'c', value: 3, source: null },
    ])
  })
})
