// The days of a bill on account, in working days of its region: when it is due, when to remind, when it goes on record. Pure, but for the
// published calendar.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { addWorkingDays } from '../cases/index.ts'
import type { CreditTerms } from '../catalogue/index.ts'
import type { CareBill } from './care-bill.ts'

/** How often a calendar that is not published yet is looked for, in days. */
const untilPublished = 7

export type BillDays = Pick<CareBill, 'dueOn' | 'lookOn'>

/** From the day it was entered. */
export const daysFrom = (day: string, region: string, terms: Pick<CreditTerms, 'billDays' | 'remindDays'>): BillDays => {
  const due = addWorkingDays(day, terms.billDays, region)
  if (!('on' in due)) return { dueOn: null, lookOn: addDays(day, untilPublished) }
  const remind = addWorkingDays(day, Math.max(terms.billDays - terms.remindDays, 0), region)
  return { dueOn: due.on, lookOn: 'on' in remind ? remind.on : due.on }
}

/** The first day on which a bill due on this day is late; undefined while the calendar is not published. */
export const lateFrom = (dueOn: string, region: string, { graceDays }: Pick<CreditTerms, 'graceDays'>): string | undefined => {
  const last = addWorkingDays(dueOn, graceDays, region)
  return 'on' in last ? addDays(last.on, 1) : undefined
}

/** After an objection that failed: the days it had; where they ran out meanwhile, it is due today, and the days of grace follow. */
export const daysAfterObjection = ({ dueOn, createdAt, region }: Pick<CareBill, 'dueOn' | 'createdAt' | 'region'>, today: string, terms: Pick<CreditTerms, 'billDays' | 'remindDays'>): BillDays => {
  const { lookOn } = daysFrom(plainDate(new Date(createdAt)), region, terms)
  return { dueOn: dueOn !== null && dueOn < today ? today : dueOn, lookOn: lookOn === null || lookOn < today ? today : lookOn }
}

/** When to look again after a reminder. */
export const lookAfter = (today: string, dueOn: string, region: string, terms: Pick<CreditTerms, 'graceDays'>): string => lateFrom(dueOn, region, terms) ?? addDays(today, untilPublished)
