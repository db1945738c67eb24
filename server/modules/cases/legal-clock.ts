// The legal clock of a case in working days: it starts when the authority can act, stands still while the applicant corrects,
// and ends with the decision. Administrative Licensing Law Art. 42, 45; a due date in an unpublished calendar year is null.
import type { Case } from './case.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const dueOrNull = (from: string, days: number): string | null => {
  const due = addWorkingDays(from, days)
  return 'on' in due ? due.on : null
}

/** Starts or resumes the clock today with what is left of the limits. */
export const startClock = (one: Case, today: string): Case => ({
  ...one,
  clockFrom: today,
  dueOn: dueOrNull(today, Math.max(0, one.limitDays - one.usedDays)),
  promisedOn: dueOrNull(today, Math.max(0, one.promisedDays - one.usedDays)),
})

/** Stops the clock today and remembers what was used. */
export const stopClock = (one: Case, today: string): Case => {
  if (one.clockFrom === null) return one
  const used = workingDaysBetween(one.clockFrom, today) ?? 0
  return { ...one, clockFrom: null, usedDays: one.usedDays + used, dueOn: null }
}

/** How a deadline stands: `unknown` when its calendar year is not published, `none` when no clock runs. */
export const urgencies = ['none', 'unknown', 'calm', 'soon', 'late'] as const
export type Urgency = (typeof urgencies)[number]

const amberFrom = 0.8

/** Amber from 80 % of the promised time, late after the promised day. */
export const urgencyOf = (one: Pick<Case, 'clockFrom' | 'promisedOn' | 'promisedDays' | 'usedDays'>, today: string): Urgency => {
  if (one.clockFrom === null) return 'none'
  if (one.promisedOn === null) return 'unknown'
  if (today > one.promisedOn) return 'late'
  const used = one.usedDays + (workingDaysBetween(one.clockFrom, today) ?? 0)
  return used >= one.promisedDays * amberFrom ? 'soon' : 'calm'
}

/** Working days left until the promised day; negative when late, null when unknown or no clock runs. */
export const daysLeft = (one: Pick<Case, 'clockFrom' | 'promisedOn'>, today: string): number | null => {
  if (one.clockFrom === null || one.promisedOn === null) return null
  if (today <= one.promisedOn) return workingDaysBetween(today, one.promisedOn) ?? null
  const over = workingDaysBetween(one.promisedOn, today)
  return over === undefined ? null : -over
}
