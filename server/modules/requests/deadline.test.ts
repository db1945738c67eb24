// The clock of a request: hours run through nights, days are working days, marks come in order, an unknown calendar is no guess.
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '../cases/index.ts'
import { deadlineOf, markAt, nextLook } from './deadline.ts'

const from = new Date('2026-03-06T12:00:00Z')
const calendar = (day: string, days: number) => addWorkingDays(day, days)

describe('the clock of a request', () => {
  it('gives two hours for danger and twenty-four for water and power, through the weekend', () => {
    expect(deadlineOf({ hours: 2 }, from, calendar)).toEqual({ nearAt: '2026-03-06T13:36:00.000Z', dueAt: '2026-03-06T14:00:00.000Z', tripleAt: '2026-03-06T18:00:00.000Z' })
    expect(deadlineOf({ hours: 24 }, from, calendar).dueAt).toBe('2026-03-07T12:00:00.000Z')
  })

  it('counts seven and fifteen working days until six in the evening, four fifths from the morning', () => {
    expect(deadlineOf({ days: 7 }, from, calendar)).toEqual({ nearAt: '2026-03-16T01:00:00.000Z', dueAt: '2026-03-17T10:00:00.000Z', tripleAt: '2026-04-07T10:00:00.000Z' })
    expect(deadlineOf({ days: 15 }, from, calendar).dueAt).toBe('2026-03-27T10:00:00.000Z')
  })

  it('moves by working days granted on top, also where the term was hours', () => {
    expect(deadlineOf({ days: 7 }, from, calendar, 5).dueAt).toBe('2026-03-24T10:00:00.000Z')
    expect(deadlineOf({ hours: 24 }, from, calendar, 2).dueAt).toBe('2026-03-11T10:00:00.000Z')
  })

  it('is near, overdue and three times overdue in this order, and looked at next when the next of them comes', () => {
    const deadline = deadlineOf({ hours: 10 }, from, calendar)
    const at = (hours: number) => new Date(from.getTime() + hours * 3_600_000)
    expect([0, 7.9, 8, 10, 29, 30].map((hours) => markAt(deadline, at(hours)))).toEqual([0, 0, 1, 2, 2, 3])
    expect(nextLook(deadline, 0, at(1))).toBe(deadline.nearAt)
    expect(nextLook(deadline, 1, at(8))).toBe(deadline.dueAt)
    expect(nextLook(deadline, 2, at(11))).toBe(deadline.tripleAt)
    expect(nextLook(deadline, 3, at(31))).toBeNull()
  })

  it('does not guess where a calendar is not published yet, and looks again the next morning', () => {
    const unknown = deadlineOf({ days: 15 }, new Date('2031-12-20T02:00:00Z'), calendar)
    expect(unknown).toEqual({ nearAt: null, dueAt: null, tripleAt: null })
    expect(nextLook(unknown, 0, new Date('2031-12-20T02:00:00Z'))).toBe('2031-12-21T01:00:00.000Z')
  })
})
