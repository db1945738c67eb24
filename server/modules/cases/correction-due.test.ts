// The days of a correction: when the applicant is reminded, and when it counts as given up; each once, and never before the day is known.
import { expect, it } from 'vitest'
import { correctionStep, justAsked } from './correction-due.ts'

it('reminds a week before the last day and on it, and ends the day after', () => {
  const answerBy = '2026-03-20'
  expect(justAsked(answerBy, '2026-03-02')).toEqual({ reminded: 0, lookOn: '2026-03-13' })
  expect(correctionStep({ answerBy, reminded: 0 }, '2026-03-12')).toEqual({ reminded: 0, lookOn: '2026-03-13' })
  expect(correctionStep({ answerBy, reminded: 0 }, '2026-03-13')).toEqual({ step: 'remind', reminded: 1, lookOn: '2026-03-20' })
  expect(correctionStep({ answerBy, reminded: 1 }, '2026-03-13')).toEqual({ reminded: 1, lookOn: '2026-03-20' })
  expect(correctionStep({ answerBy, reminded: 1 }, '2026-03-20')).toEqual({ step: 'remind', reminded: 2, lookOn: '2026-03-21' })
  expect(correctionStep({ answerBy, reminded: 2 }, '2026-03-20')).toEqual({ reminded: 2, lookOn: '2026-03-21' })
  expect(correctionStep({ answerBy, reminded: 2 }, '2026-03-21')).toEqual({ step: 'lapse', reminded: 2, lookOn: null })
})

it('being asked is reminder enough where little time is given, and looks that were missed are made up by the last of them', () => {
  expect(justAsked('2026-03-09', '2026-03-02')).toEqual({ reminded: 1, lookOn: '2026-03-09' })
  expect(correctionStep({ answerBy: '2026-03-20', reminded: 0 }, '2026-03-20')).toEqual({ step: 'remind', reminded: 2, lookOn: '2026-03-21' })
  expect(correctionStep({ answerBy: '2026-03-20', reminded: 0 }, '2026-04-20')).toMatchObject({ step: 'lapse' })
})

it('does nothing while the last day is not known', () => {
  expect(justAsked(null, '2026-12-29')).toEqual({ reminded: 0, lookOn: null })
  expect(correctionStep({ answerBy: null, reminded: 0 }, '2027-12-29')).toEqual({ reminded: 0, lookOn: null })
})
