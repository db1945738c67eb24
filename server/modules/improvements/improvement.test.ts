// Which change ratings are counted from, which spans stand side by side, and when what was dealt with is open again.
import { describe, expect, it } from 'vitest'
import { designTags } from '../ratings/grade.ts'
import { readFileSync } from 'node:fs'
import { hasRecurred, leastToRecur, spansOf, stateAfter, stateOf, turnOf, type Decision } from './improvement.ts'

const dealt: Decision = { of: 'plant', page: '', region: '990000', revision: 1, step: 'deal', note: '改写了条件', edition: null, changedAt: '2026-03-01T00:00:00.000Z', byName: '方知远', at: '2026-03-02T00:00:00.000Z' }
const edition = { number: 7, releasedAt: '2026-02-01T00:00:00.000Z' }

describe('a part people rated poorly', () => {
  it('is open until somebody decides, and again when it is rated poorly after it was dealt with', () => {
    expect(stateOf(undefined, 0)).toBe('open')
    expect(stateOf(dealt, leastToRecur - 1)).toBe('dealt')
    expect(stateOf(dealt, leastToRecur)).toBe('open')
    expect([hasRecurred(dealt, 'open'), hasRecurred(dealt, 'dealt'), hasRecurred(undefined, 'open'), hasRecurred({ step: 'reopen' }, 'open')]).toEqual([true, false, false, false])
    expect(stateOf({ step: 'setAside' }, 100)).toBe('setAside')
    expect(stateAfter('dealt', 'deal')).toBeUndefined()
  })

  it('is counted from the change somebody named, else from the newest edition, else over the last year', () => {
    expect(turnOf(dealt, edition)).toEqual({ at: dealt.changedAt, edition: null })
    expect(turnOf({ ...dealt, step: 'reopen' }, edition)).toEqual({ at: edition.releasedAt, edition: 7 })
    expect(turnOf(undefined, undefined)).toBeNull()
    expect(spansOf(null, new Date('2026-03-11T00:00:00Z'))).toEqual({ since: { from: '2025-03-11T00:00:00.000Z', before: '2026-03-11T00:00:00.001Z' }, earlier: null })
  })

  it('is put beside as long a span before the change, thirty days at least', () => {
    const turn = { at: '2026-03-01T00:00:00.000Z', edition: null }
    expect(spansOf(turn, new Date('2026-03-11T00:00:00Z')).earlier).toEqual({ from: '2026-01-30T00:00:00.000Z', before: turn.at })
    expect(spansOf(turn, new Date('2026-05-30T00:00:00Z')).earlier).toEqual({ from: '2025-12-01T00:00:00.000Z', before: turn.at })
  })

  it('is marked in the database by the tags that are for designers', () => {
    const sql = readFileSync(new URL('../../migrations/0063_improvements.sql', import.meta.url), 'utf8')
    expect([...(/tags && array\[([^\]]+)\]/.exec(sql)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, tag]) => tag)).toEqual([...designTags])
  })
})
