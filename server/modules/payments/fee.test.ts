// The states of a fee as one table, and what is given back when a case ends.
import { describe, expect, it } from 'vitest'
import { canFee, feeActions, feeAfter, feeStateOf, feeStates, isGivenBack, isOwed, yuan } from './fee.ts'

describe('a fee', () => {
  it('that was paid is never paid, waived or voided again', () => {
    for (const action of ['begin', 'pay', 'waive', 'void', 'assess'] as const) expect(canFee('paid', action)).toBe(false)
  })
  it('ends paid, waived, void or refunded and nowhere else', () => {
    const ends = feeStates.filter((state) => feeActions.every((action) => feeAfter(state, action) === undefined))
    expect(ends).toEqual(['refunded', 'waived', 'void'])
  })
  it('is owed until something settles it', () => {
    expect(feeStates.filter((state) => isOwed({ state }))).toEqual(['due', 'paying', 'failed', 'expired'])
  })
  it('is the fold of what happened to it', () => {
    expect(feeStateOf(['charge', 'begin', 'fail', 'begin', 'pay', 'refund', 'refunded'])).toBe('refunded')
    expect(feeStateOf(['charge', 'assess', 'waive'])).toBe('waived')
  })
})

it('what was paid before the decision goes back unless the work was done', () => {
  expect((['refuse', 'decline', 'withdraw', 'stop', 'terminate'] as const).map((ending) => isGivenBack('notDecided', ending))).toEqual([false, true, true, true, true])
  expect(isGivenBack('notGranted', 'refuse')).toBe(true)
  expect(isGivenBack('never', 'withdraw')).toBe(false)
})

it('fen are written as yuan without rounding', () => {
  expect([0, 5, 80, 8000, 123_456_789].map(yuan)).toEqual(['0.00', '0.05', '0.80', '80.00', '1234567.89'])
})
