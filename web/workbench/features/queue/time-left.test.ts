// What the queue says about time: never nothing, never a colour without words.
import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

describe('the time left for a case', () => {
  it('is grey while there is time, amber when it runs out, red when it has run out', () => {
    expect(timeLeft({ urgency: 'calm', daysLeft: 6 })).toEqual({ key: 'left', n: 6, tone: 'neutral' })
    expect(timeLeft({ urgency: 'soon', daysLeft: 1 })).toEqual({ key: 'left', n: 1, tone: 'warning' })
    expect(timeLeft({ urgency: 'late', daysLeft: -3 })).toEqual({ key: 'late', n: 3, tone: 'danger' })
  })

  it('is called today on the promised day itself', () => {
    expect(timeLeft({ urgency: 'soon', daysLeft: 0 })).toMatchObject({ key: 'today', tone: 'warning' })
  })

  it('is late without a number on the days off right after the promised day', () => {
    expect(timeLeft({ urgency: 'late', daysLeft: 0 })).toEqual({ key: 'lateNow', n: 0, tone: 'danger' })
  })

  it('is said to be unknown when the calendar of the year is not published', () => {
    expect(timeLeft({ urgency: 'unknown', daysLeft: null })).toEqual({ key: 'unknown', n: 0, tone: 'neutral' })
    expect(timeLeft({ urgency: 'calm', daysLeft: null }).key).toBe('unknown')
  })

  it('is not counted while the applicant has to act or the case has ended', () => {
    expect(timeLeft({ urgency: 'none', daysLeft: null })).toEqual({ key: 'none', n: 0, tone: 'neutral' })
  })
})
