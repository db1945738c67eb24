// Days a region adds or takes, across holidays and the gap before a calendar is published; deadlines that follow when packs change.
import { afterEach, describe, expect, it } from 'vitest'
import { daysLeft, startClock, stopClock, urgencyOf } from './legal-clock.ts'
import { inventCase } from './testing.ts'
import { addWorkingDays, followRegionalDays, workingDaysBetween } from './working-days.ts'

const none = new Map<string, boolean>()
/** Shut on a Friday, made up for on the Sunday after; only in one district. */
const storm = new Map([['2026-11-20', false], ['2026-11-22', true]])
const inStorm = (region: string) => (region === '440305' ? storm : none)

afterEach(() => followRegionalDays(() => none))

describe('the working days of a region', () => {
  it('leave out a day its packs take and count one they add', () => {
    followRegionalDays(inStorm)
    expect(addWorkingDays('2026-11-19', 1, '440305')).toEqual({ on: '2026-11-22' })
    expect(addWorkingDays('2026-11-19', 2, '440305')).toEqual({ on: '2026-11-23' })
    expect(workingDaysBetween('2026-11-19', '2026-11-23', '440305')).toBe(2)
  })

  it('are those of the national calendar elsewhere, and where no place is named', () => {
    followRegionalDays(inStorm)
    expect(addWorkingDays('2026-11-19', 1, '440304')).toEqual({ on: '2026-11-20' })
    expect(addWorkingDays('2026-11-19', 1)).toEqual({ on: '2026-11-20' })
  })

  it('follow the packs when they change, whatever was computed before', () => {
    expect(addWorkingDays('2026-11-19', 1, '440305')).toEqual({ on: '2026-11-20' })
    followRegionalDays(inStorm)
    expect(addWorkingDays('2026-11-19', 1, '440305')).toEqual({ on: '2026-11-22' })
  })

  it('may shut a working Saturday of the holiday notice and open a holiday', () => {
    followRegionalDays(() => new Map([['2026-02-14', false], ['2026-10-01', true]]))
    expect(addWorkingDays('2026-02-13', 1, '440305')).toEqual({ on: '2026-02-24' })
    expect(addWorkingDays('2026-09-30', 1, '440305')).toEqual({ on: '2026-10-01' })
  })

  it('do not make a year known whose notice nobody has published', () => {
    followRegionalDays(() => new Map([['2031-01-02', true]]))
    expect(addWorkingDays('2030-12-30', 1, '440305')).toEqual({ unknownFrom: '2030-01-01' })
  })
})

describe('the legal clock in such a region', () => {
  const one = inventCase({ limitDays: 20, promisedDays: 5, region: '440305' })

  it('is due a day later, counts no day of the storm as used, and is amber and late by its own days', () => {
    followRegionalDays(inStorm)
    const running = startClock(one, '2026-11-16')
    expect(running).toMatchObject({ promisedOn: '2026-11-23', dueOn: '2026-12-14' })
    expect(stopClock(running, '2026-11-20').usedDays).toBe(3)
    expect(daysLeft(running, '2026-11-20')).toBe(2)
    expect(['2026-11-20', '2026-11-22', '2026-11-24'].map((day) => urgencyOf(running, day))).toEqual(['calm', 'soon', 'late'])
  })

  it('keeps days that ran into an unpublished year apart until they can be counted', () => {
    followRegionalDays(inStorm)
    const running = startClock(one, '2030-12-27')
    expect(running).toMatchObject({ promisedOn: null, dueOn: null })
    expect(stopClock(running, '2031-01-10')).toMatchObject({ usedDays: 0, uncounted: [{ from: '2030-12-27', to: '2031-01-10' }] })
  })
})
