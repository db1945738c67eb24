// The legal clock of a case in working days: it starts when the authority can act, stands still while the applicant corrects,
// and ends with the decision. Administrative Licensing Law Art. 42, 45; a due date in an unpublished calendar year is null, and days
// that ran in such a year are kept as a span until they can be counted: unknown is never taken for none.
import type { Case, Span } from './case.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const dueOrNull = (from: string, days: number, region: string): string | null => {
  const due = addWorkingDays(from, days, region)
  return 'on' in due ? due.on : null
}

/** Adds the spans whose calendar is published by now to the days used; the others stay. */
const counted = <One extends Pick<Case, 'usedDays' | 'uncounted' | 'region'>>(one: One): One => {
  if (one.uncounted.length === 0) return one
  const open: Span[] = []
  let { usedDays } = one
  for (const span of one.uncounted) {
    const used = workingDaysBetween(span.from, span.to, one.region)
    if (used === undefined) open.push(span)
    else usedDays += used
  }
  return { ...one, usedDays, uncounted: open }
}

/** Starts or resumes the clock today with what is left of the limits; the days are null while what was used before is unknown. */
export const startClock = (before: Case, today: string): Case => {
  const one = counted(before)
  const due = (days: number) => (one.uncounted.length > 0 ? null : dueOrNull(today, Math.max(0, days - one.usedDays), one.region))
  return { ...one, clockFrom: today, dueOn: due(one.limitDays), promisedOn: due(one.promisedDays) }
}

/** The limits were extended (Art. 42): the days due are counted anew from where the clock runs, what was used stays used. */
export const extendLimits = (one: Case, days: number): Case => {
  const longer = { ...one, limitDays: one.limitDays + days, promisedDays: one.promisedDays + days }
  return longer.clockFrom === null ? longer : startClock(longer, longer.clockFrom)
}

/** Stops the clock today: no day holds until it runs again. Remembers what was used, or the days themselves where nobody can count them yet. */
export const stopClock = (one: Case, today: string): Case => {
  if (one.clockFrom === null) return one
  return counted({ ...one, clockFrom: null, dueOn: null, promisedOn: null, uncounted: [...one.uncounted, { from: one.clockFrom, to: today }] })
}

/** How a deadline stands: `unknown` when its calendar year is not published, `none` when no clock runs. */
export const urgencies = ['none', 'unknown', 'calm', 'soon', 'late'] as const
export type Urgency = (typeof urgencies)[number]

const amberFrom = 0.8

/** Amber from 80 % of the promised time, late after the promised day. */
export const urgencyOf = (one: Pick<Case, 'clockFrom' | 'promisedOn' | 'promisedDays' | 'usedDays' | 'region'>, today: string): Urgency => {
  if (one.clockFrom === null) return 'none'
  if (one.promisedOn === null) return 'unknown'
  if (today > one.promisedOn) return 'late'
  const used = one.usedDays + (workingDaysBetween(one.clockFrom, today, one.region) ?? 0)
  return used >= one.promisedDays * amberFrom ? 'soon' : 'calm'
}

/** Working days left until the promised day; negative when late, null when unknown or no clock runs. */
export const daysLeft = (one: Pick<Case, 'clockFrom' | 'promisedOn' | 'region'>, today: string): number | null => {
  if (one.clockFrom === null || one.promisedOn === null) return null
  if (today <= one.promisedOn) return workingDaysBetween(today, one.promisedOn, one.region) ?? null
  const over = workingDaysBetween(one.promisedOn, today, one.region)
  return over === undefined ? null : -over
}
