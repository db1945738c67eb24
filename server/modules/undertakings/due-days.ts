// The days of a promise: when it is due, when the applicant is reminded, when it has lapsed, and on which day to look again.
// Working days by the published calendars; what falls into a year without one has no day and nothing lapses until it is filled in (counting.ts). Pure.
import { addDays } from '../../kernel/clock.ts'
import { addWorkingDays } from '../cases/index.ts'
import { hasEndedUndertaking, undertakingAfter, type Undertaking } from './undertaking.ts'

/** Working days before the day due on which the applicant is first reminded. */
export const remindBefore = 5
/** Working days in which the applicant is heard. */
export const hearingDays = 5
/** Working days at least for a document that has to be handed in again. */
export const againDays = 3

/** @param region whose calendar counts: that of the authority the promise was made to */
export const dayAfter = (from: string, workingDays: number, region: string): string | null => {
  const day = addWorkingDays(from, workingDays, region)
  return 'on' in day ? day.on : null
}

/** Starts counting on `from`. */
export const counted = (one: Undertaking, from: string): Undertaking => ({ ...one, countFrom: from, dueOn: one.dueDays === null ? null : dayAfter(from, one.dueDays, one.region), reminded: 0 })

/** How the case of a promise stands. `decidedOn`: the day it was granted. */
export type CaseStanding = { ended: boolean; decidedOn: string | null }

/** What to do by itself now. `check`: ask the registries. */
export type FollowUp = { next: Undertaking; action?: 'remind' | 'lapse' | 'release'; check?: boolean }

const earlier = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null

const firstReminder = ({ countFrom, dueDays, region }: Undertaking): string | null => (countFrom !== null && dueDays !== null && dueDays > remindBefore ? dayAfter(countFrom, dueDays - remindBefore, region) : null)

/** The next day on which something has to be done by itself; a case that is not decided may fall away any day. */
const nextLook = (one: Undertaking, { ended }: CaseStanding, today: string): string | null => {
  if (hasEndedUndertaking(one.state)) return null
  const tomorrow = addDays(today, 1)
  const own: (string | null)[] = []
  if (undertakingAfter(one.state, 'lapse') !== undefined && one.duty === 'document' && one.dueOn !== null) own.push(one.reminded < 1 ? firstReminder(one) : null, one.reminded < 2 ? one.dueOn : null, addDays(one.dueOn, 1))
  const next = earlier(own.filter((day) => day !== null && day > today))
  return ended ? next : earlier([next, tomorrow])
}

/** @param today YYYY-MM-DD. Repeating it on the same day does nothing more. */
export const followUp = (before: Undertaking, standing: CaseStanding, today: string): FollowUp => {
  const looked = (next: Undertaking): Undertaking => ({ ...next, lookOn: nextLook(next, standing, today) })
  if (hasEndedUndertaking(before.state)) return { next: looked(before) }
  if (standing.ended && standing.decidedOn === null) return { next: { ...before, state: 'released', lookOn: null }, action: 'release' }
  const begins = before.countFrom === null && before.dueDays !== null && standing.decidedOn !== null
  const one = begins ? counted(before, standing.decidedOn ?? today) : before.countFrom !== null && before.dueDays !== null && before.dueOn === null ? { ...before, dueOn: dayAfter(before.countFrom, before.dueDays, before.region) } : before
  if (begins && one.duty === 'check') return { next: looked(one), check: one.how === 'registry' }
  if (one.duty !== 'document' || one.dueOn === null || undertakingAfter(one.state, 'lapse') === undefined) return { next: looked(one) }
  if (one.dueOn < today) return { next: looked({ ...one, state: 'questioned', answerOn: dayAfter(today, hearingDays, one.region), answered: false }), action: 'lapse' }
  const first = firstReminder(one)
  if (one.reminded < 2 && one.dueOn <= today) return { next: looked({ ...one, reminded: 2 }), action: 'remind' }
  if (one.reminded < 1 && first !== null && first <= today) return { next: looked({ ...one, reminded: 1 }), action: 'remind' }
  // A document asked for after the decision is announced at once.
  return begins ? { next: looked(one), action: 'remind' } : { next: looked(one) }
}

/** The first look at a promise that has just been made. */
export const withFirstLook = (one: Undertaking, today: string): Undertaking => ({ ...one, lookOn: nextLook(one, { ended: false, decidedOn: null }, today) })
