// The steps a reporter sees, from what happened.
// Times are plain ISO strings of one day.
import { describe, expect, it } from 'vitest'
import type { RequestAction, RequestState } from '../../../../server/modules/requests/request.ts'
import { courseOf, stateTone, withUnits } from './course.ts'

const history = (...actions: RequestAction[]) => actions.map((action, index) => ({ action, at: `2026-03-02T0${index}:00:00Z` }))
const states = (state: RequestState, ...actions: RequestAction[]) => courseOf(state, history(...actions)).map(({ state: each }) => each)

describe('the course of a request', () => {
  it('waits for a unit once it was received', () => {
    expect(states('received', 'receive')).toEqual(['done', 'current', 'todo', 'todo', 'todo'])
  })

  it('counts what was skipped as done: an agent may answer at once', () => {
    expect(states('answered', 'receive', 'answer')).toEqual(['done', 'done', 'done', 'done', 'current'])
  })

  it('begins anew with the unit above when it is done again', () => {
    expect(states('dispatched', 'receive', 'dispatch', 'sign', 'draft', 'release', 'rate', 'redo')).toEqual(['done', 'done', 'current', 'todo', 'todo'])
  })

  it('has nothing next once it has ended', () => {
    expect(states('withdrawn', 'receive', 'dispatch', 'withdraw')).toEqual(['done', 'done', 'todo', 'todo', 'todo'])
    expect(states('closed', 'receive', 'dispatch', 'sign', 'draft', 'release', 'rate')).toEqual(Array(5).fill('done'))
  })

  it('stays where it is while units argue', () => {
    expect(states('returned', 'receive', 'dispatch', 'return')).toEqual(['done', 'done', 'current', 'todo', 'todo'])
  })
})

describe('what happened', () => {
  it('is told with the unit that had it then', () => {
    expect(withUnits([{ unit: null }, { unit: '城管' }, { unit: null }, { unit: '水务' }]).map(({ unit }) => unit)).toEqual([null, '城管', '城管', '水务'])
  })
})

describe('the colour of a state', () => {
  it('calls the reporter only where a rating is awaited', () => {
    expect((['received', 'answered', 'closed', 'unsolved', 'withdrawn'] as const).map(stateTone)).toEqual(['azure', 'attention', 'success', 'warning', 'neutral'])
  })
})
