// The lifecycle of a case: what may happen when, by whom, and what an applicant is told of the whole.
import { describe, expect, it } from 'vitest'
import { after, canAct, caseStates, clockRuns, hasEnded, lifecycle, mayAct, progressOf, stateOf, type CaseAction, type CaseState } from './case.ts'
import { holdingOf, mayReassign, type Holding } from './holding.ts'
import { obstacleTo, offeredActions } from './obstacles.ts'
import { inventCase } from './testing.ts'
import type { StaffRole } from '../../kernel/authz.ts'

const states = caseStates
const actions = Object.keys(lifecycle) as CaseAction[]
const offeredTo = (state: CaseState, roles: StaffRole[], holding: Holding) => offeredActions(undefined).map((action) => ({ action, because: obstacleTo(action, { one: inventCase({ state, clockFrom: '2026-11-16' }), service: undefined, viewer: { id: 'official', roles, holding }, today: '2026-11-17' }) }))

describe('the lifecycle of a case', () => {
  it('what has ended never leaves its state again', () => {
    for (const state of states.filter(hasEnded)) {
      for (const action of actions) expect([undefined, state]).toContain(after(state, action))
    }
  })

  it('every transition names its law and leads to a state there is', () => {
    for (const action of actions) {
      expect(lifecycle[action].law).toMatch(/法/)
      expect([...states, 'same']).toContain(lifecycle[action].to)
    }
  })

  it('a case goes from submission over acceptance to a result', () => {
    expect(after('submitted', 'accept')).toBe('accepted')
    expect(after('accepted', 'grant')).toBe('granted')
    expect(after('submitted', 'grant')).toBeUndefined()
  })

  it('a correction request stops the clock until the applicant answers', () => {
    expect(after('submitted', 'requestSupplement')).toBe('supplement')
    expect(clockRuns('supplement')).toBe(false)
    expect(after('supplement', 'answerSupplement')).toBe('submitted')
    expect(clockRuns('submitted')).toBe(true)
  })

  it('only an approver decides, a clerk accepts, the applicant withdraws', () => {
    expect(mayAct('clerk', 'grant')).toBe(false)
    expect(mayAct('approver', 'grant')).toBe(true)
    expect(mayAct('clerk', 'accept')).toBe(true)
    expect(mayAct('applicant', 'withdraw')).toBe(true)
    expect(mayAct('supervisor', 'withdraw')).toBe(false)
  })

  it('actions that are not possible say whether it is the state or the role', () => {
    const offered = Object.fromEntries(offeredTo('accepted', ['clerk'], 'self').map((each) => [each.action, each.because ?? 'possible']))
    expect(offered).toMatchObject({ putBack: 'possible', claim: 'mine', grant: 'role', accept: 'state', decline: 'state' })
  })

  it('who has a case gives it back or on; an approver also takes it from the hands of a colleague', () => {
    const offered = (holding: 'nobody' | 'self' | 'other', role: 'clerk' | 'approver') => offeredTo('accepted', [role], holding).find(({ action }) => action === 'handOver')?.because ?? 'possible'
    expect([offered('self', 'clerk'), offered('other', 'clerk'), offered('nobody', 'approver'), offered('other', 'approver')]).toEqual(['possible', 'holder', 'holder', 'possible'])
    expect(mayReassign(holdingOf({ assigneeId: 'a' }, 'b'), ['supervisor'])).toBe(false)
    expect(offeredTo('granted', ['approver'], 'self').find(({ action }) => action === 'putBack')).toMatchObject({ because: 'state' })
  })

  it('nobody takes a case they have already, nor one out of the hands of a colleague, but an approver', () => {
    const offered = (holding: 'nobody' | 'self' | 'other', role: 'clerk' | 'approver') => offeredTo('accepted', [role], holding).find(({ action }) => action === 'claim')?.because ?? 'possible'
    expect([offered('nobody', 'clerk'), offered('self', 'clerk'), offered('other', 'clerk'), offered('other', 'approver')]).toEqual(['possible', 'mine', 'taken', 'possible'])
  })

  it('the state is the fold of the history, and an impossible entry changes nothing', () => {
    expect(stateOf([{ action: 'submit', detail: { waitsFor: ['a'] } }])).toBe('waiting')
    expect(stateOf([{ action: 'submit', detail: {} }, { action: 'accept', detail: {} }, { action: 'reveal', detail: {} }, { action: 'refuse', detail: {} }])).toBe('refused')
    expect(stateOf([{ action: 'submit', detail: {} }, { action: 'grant', detail: {} }])).toBe('submitted')
  })

  it('the applicant is told first of what they must do, then of what goes on, then how it ended', () => {
    expect(progressOf(['granted', 'supplement', 'accepted'])).toBe('needsYou')
    expect(progressOf(['granted', 'accepted'])).toBe('inProgress')
    expect(progressOf(['granted', 'refused'])).toBe('partlyGranted')
    expect(progressOf(['granted', 'granted'])).toBe('granted')
    expect(progressOf(['withdrawn', 'withdrawn'])).toBe('withdrawn')
    expect(progressOf(['refused', 'stopped'])).toBe('refused')
  })

  it('withdrawing is possible until the end', () => {
    expect(states.filter((state) => canAct(state, 'withdraw'))).toEqual(['waiting', 'submitted', 'accepted', 'supplement', 'suspended'])
  })
})
