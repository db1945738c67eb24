// The lifecycle of a dispute as a table: every path ends, nothing happens twice that may happen once, the state is the fold of what happened.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAfter, urgencyOf } from './days.ts'
import { canDispute, disputeActions, disputeAfter, disputeStateOf, hasEndedDispute, isObjected, type DisputeAction, type DisputeState } from './dispute.ts'

describe('a dispute', () => {
  it('is objected to and passed on once at most, whatever is tried in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...disputeActions), { maxLength: 40 }), (tried) => {
      let one: { state: DisputeState; passed: boolean; heard: boolean } = { state: 'open', passed: false, heard: false }
      const done: DisputeAction[] = ['request']
      for (const action of tried) {
        const state = disputeAfter(one.state, action)
        if (state === undefined || !canDispute(one, action)) continue
        one = { state, passed: one.passed || action === 'pass', heard: one.heard || action === 'object' }
        done.push(action)
      }
      expect(done.filter((each) => each === 'pass').length).toBeLessThanOrEqual(1)
      expect(done.filter((each) => each === 'object').length).toBeLessThanOrEqual(1)
      expect(disputeStateOf(done)).toBe(one.state)
    }))
  })

  it('has ended when nobody has to answer', () => {
    const states: DisputeState[] = ['open', 'corrected', 'declined', 'objected', 'upheld', 'withdrawn']
    expect(states.filter(hasEndedDispute)).toEqual(['corrected', 'declined', 'upheld', 'withdrawn'])
    expect(states.filter(isObjected)).toEqual(['objected'])
  })
})

describe('its day', () => {
  it('is ten working days away, amber from two before it and red after it', () => {
    const dueOn = dueAfter('2026-03-02', '440300')
    expect(dueOn).toBe('2026-03-16')
    const one = { state: 'open', dueOn, region: '440300' } as const
    expect(['2026-03-11', '2026-03-12', '2026-03-16', '2026-03-17'].map((today) => urgencyOf(one, today))).toEqual(['calm', 'soon', 'soon', 'late'])
    expect(urgencyOf({ ...one, state: 'declined' }, '2026-04-01')).toBe('calm')
  })
})
