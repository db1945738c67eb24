// Limits in working days: weekends, holidays, adjusted working weekends, stopped clocks, years nobody has published yet.
import { describe, expect, it } from 'vitest'
import { daysLeft, startClock, stopClock, urgencyOf } from './legal-clock.ts'
import { inventCase } from './testing.ts'
import { addWorkingDays, isCalendarKnown, workingDaysBetween } from './working-days.ts'

describe('working days', () => {
  it('do not count the first day, weekends or holidays', () => {
    expect(addWorkingDays('2026-11-19', 1)).toEqual({ on: '2026-11-20' })
    expect(addWorkingDays('2026-11-20', 1)).toEqual({ on: '2026-11-23' })
    expect(addWorkingDays('2026-09-30', 1)).toEqual({ on: '2026-10-08' })
  })

  it('count weekends that were moved to working days by the holiday notice', () => {
    // 2026-02-14 is a Saturday worked in exchange for the Spring Festival
    expect(addWorkingDays('2026-02-13', 1)).toEqual({ on: '2026-02-14' })
  })

  it('say that a date is unknown once it reaches a year whose notice is not published', () => {
    expect(isCalendarKnown(2026)).toBe(true)
    expect(isCalendarKnown(2031)).toBe(false)
    expect(addWorkingDays('2030-12-30', 5)).toEqual({ unknownFrom: '2030-01-01' })
    expect(workingDaysBetween('2030-12-30', '2031-01-10')).toBeUndefined()
  })

  it('between two days agree with adding them', () => {
    const due = addWorkingDays('2026-04-30', 20)
    expect('on' in due && workingDaysBetween('2026-04-30', due.on)).toBe(20)
  })
})

describe('the legal clock', () => {
  const one = inventCase({ limitDays: 20, promisedDays: 5 })

  it('starts with the whole limit and the promise', () => {
    const running = startClock(one, '2026-11-16')
    expect(running).toMatchObject({ clockFrom: '2026-11-16', promisedOn: '2026-11-23', dueOn: '2026-12-14' })
  })

  it('does not count the days an applicant needs for a correction', () => {
    const stopped = stopClock(startClock(one, '2026-11-16'), '2026-11-18')
    expect(stopped).toMatchObject({ clockFrom: null, usedDays: 2 })
    expect(startClock(stopped, '2026-11-25')).toMatchObject({ promisedOn: '2026-11-30' })
  })

  it('names no day while it stands, and the days that are left when it runs again', () => {
    const stopped = stopClock(startClock(one, '2026-11-16'), '2026-11-18')
    expect(stopped).toMatchObject({ dueOn: null, promisedOn: null })
    expect(startClock(stopped, '2026-11-25')).toMatchObject({ promisedOn: '2026-11-30', dueOn: '2026-12-21' })
  })

  it('is calm, then amber from four fifths of the promise, then late', () => {
    const running = startClock(one, '2026-11-16')
    expect(['2026-11-17', '2026-11-20', '2026-11-23', '2026-11-24'].map((day) => urgencyOf(running, day))).toEqual(['calm', 'soon', 'soon', 'late'])
    expect(daysLeft(running, '2026-11-20')).toBe(1)
    expect(daysLeft(running, '2026-11-25')).toBe(-2)
  })

  it('tells an unknown date apart from no clock at all', () => {
    expect(urgencyOf(one, '2026-11-20')).toBe('none')
    expect(daysLeft(one, '2026-11-20')).toBeNull()
    expect(urgencyOf(startClock(inventCase({ limitDays: 20, promisedDays: 20 }), '2030-12-20'), '2030-12-21')).toBe('unknown')
  })

  it('stopped in a year nobody has published yet keeps the days as unknown, never as none', () => {
    const known = (usedDays: number) => inventCase({ limitDays: 20, promisedDays: 5, usedDays })
    const stopped = stopClock(startClock(known(1), '2031-01-06'), '2031-01-10')
    expect(stopped).toMatchObject({ clockFrom: null, usedDays: 1, uncounted: [{ from: '2031-01-06', to: '2031-01-10' }] })
    const resumed = startClock(stopped, '2031-01-20')
    expect(resumed).toMatchObject({ dueOn: null, promisedOn: null })
    expect(urgencyOf(resumed, '2031-01-21')).toBe('unknown')
  })

  it('counts such days as soon as their calendar is published', () => {
    // As it would stand in the database: the span was unknown when the clock stopped, and is known by now.
    const waiting = inventCase({ limitDays: 20, promisedDays: 5, usedDays: 0, uncounted: [{ from: '2026-11-16', to: '2026-11-18' }] })
    expect(startClock(waiting, '2026-11-25')).toMatchObject({ usedDays: 2, uncounted: [], promisedOn: '2026-11-30' })
  })

  it('stopping a clock that does not run changes nothing', () => {
    expect(stopClock(one, '2026-11-20')).toBe(one)
  })
})
