// Grades follow from what is on record; a bill's life is one table, and nothing but its table moves it.
import { describe, expect, it } from 'vitest'
import { asTexts } from '../../kernel/texts.ts'
import { daysAfterObjection, daysFrom, lateFrom } from './bill-days.ts'
import { readBillMessage } from './bill-message.ts'
import { billActions, billAfter, billStates } from './care-bill.ts'
import { gradeOf, remediesOf } from './credit-record.ts'

const grade = (id: string, atMost?: { broken?: number; late?: number }) => ({ id, name: asTexts({ 'zh-CN': id }), means: asTexts({ 'zh-CN': id }), promises: true, payLater: 1, ...(atMost ? { atMost } : {}) })
const terms = { grades: [grade('good', { broken: 0, late: 0 }), grade('watched', { broken: 0, late: 1 }), grade('limited')] }

describe('a grade', () => {
  it('is the first whose bounds hold, and the last for everybody else', () => {
    expect([[0, 0], [0, 1], [0, 2], [1, 0]].map(([broken = 0, late = 0]) => gradeOf(terms, { broken, late }).id)).toEqual(['good', 'watched', 'limited', 'limited'])
  })

  it('says what would lead to the best one, and nothing when it is held', () => {
    expect(remediesOf(terms, { broken: 0, late: 0 })).toEqual([])
    expect(remediesOf(terms, { broken: 1, late: 2 })).toEqual(['repair', 'settle'])
    expect(remediesOf({ grades: [grade('only')] }, { broken: 9, late: 9 })).toEqual([])
  })

  it('takes a bound that is not stated for none', () => {
    expect(gradeOf({ grades: [grade('good', { broken: 0 }), grade('limited')] }, { broken: 0, late: 7 }).id).toBe('good')
  })
})

describe('the days of a bill', () => {
  const days = { billDays: 10, remindDays: 3, graceDays: 5 }

  it('are working days: due after ten, reminded of three before, on record five later', () => {
    expect(daysFrom('2026-03-02', '990100', days)).toEqual({ dueOn: '2026-03-16', lookOn: '2026-03-11' })
    expect(lateFrom('2026-03-16', '990100', days)).toBe('2026-03-24')
  })

  it('go on where they were after an objection that failed, and those of grace are left when they ran out', () => {
    const bill = { dueOn: '2026-03-16', createdAt: '2026-03-02T02:00:00.000Z', region: '990100' }
    expect(['2026-03-04', '2026-03-13', '2026-03-30'].map((today) => daysAfterObjection(bill, today, days))).toEqual([{ dueOn: '2026-03-16', lookOn: '2026-03-11' }, { dueOn: '2026-03-16', lookOn: '2026-03-13' }, { dueOn: '2026-03-30', lookOn: '2026-03-30' }])
    expect(daysAfterObjection({ ...bill, dueOn: null, createdAt: '2026-12-30T02:00:00.000Z' }, '2027-01-20', days)).toEqual({ dueOn: null, lookOn: '2027-01-20' })
  })

  it('are unknown while the calendar of that year is not published, and looked for again within a week', () => {
    expect(daysFrom('2026-12-30', '990100', days)).toEqual({ dueOn: null, lookOn: '2027-01-06' })
    expect(lateFrom('2026-12-30', '990100', days)).toBeUndefined()
  })
})

it('a bill that has ended stays as it is, and every other state is left somehow', () => {
  for (const state of billStates) {
    const possible = billActions.filter((action) => billAfter(state, action) !== undefined)
    expect([state, possible.length > 0]).toEqual([state, state !== 'settled' && state !== 'cancelled'])
  }
})

it('a message about a bill that cannot be is none: a day that does not exist, more insured than billed, nothing billed, a stray key', () => {
  const stamp = { iss: 'hospital', aud: 'here', iat: 1, jti: '0123456789abcdef' }
  const enter = { ...stamp, action: 'enter', number: 'A1', subject: { idNumber: '110101199003070011' }, hospital: '样例医院', department: '内科', visitedOn: '2026-03-02', totalFen: 100, insuredFen: 40 }
  expect(readBillMessage(enter)).toEqual(enter)
  for (const wrong of [{ visitedOn: '2026-02-30' }, { insuredFen: 101 }, { totalFen: 0, insuredFen: 0 }, { totalFen: 1.5 }, { diagnosis: 'x' }, { hospital: 'a\nb' }, { action: 'erase' }]) expect(readBillMessage({ ...enter, ...wrong })).toBeUndefined()
  expect(readBillMessage({ ...stamp, action: 'settle', number: 'A1' })).toBeDefined()
  expect(readBillMessage({ ...stamp, action: 'cancel', number: 'A1' })).toBeUndefined()
})
