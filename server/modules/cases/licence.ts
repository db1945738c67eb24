// How long results hold, and when one may be changed or extended (Administrative Licensing Law Art. 49, 50). Pure; the pack says how long
// and which service does it, what it leaves out is as the law has it: asked for thirty days before the end, going on from the end.
import { addDays, addMonths } from '../../kernel/clock.ts'
import type { Amends, Service } from '../catalogue/definitions.ts'
import { holdsGood, type ResultState } from './course.ts'
import { addWorkingDays } from './working-days.ts'

/** What is asked of a result. `validUntil`: last day on which it holds; null: for good. Days are 'YYYY-MM-DD'. */
export type Licence = { standing: ResultState; validUntil: string | null }

export const isExpired = ({ validUntil }: Pick<Licence, 'validUntil'>, today: string): boolean => validUntil !== null && today > validUntil

export const isInForce = (one: Licence, today: string): boolean => holdsGood({ result: one.standing }) && !isExpired(one, today)

/** How a result stands today, as people are told. */
export const standings = ['valid', 'corrected', 'revoked', 'cancelled', 'replaced', 'expired'] as const
export type LicenceStanding = (typeof standings)[number]

export const standingOn = (one: Licence, today: string): LicenceStanding => (holdsGood({ result: one.standing }) && isExpired(one, today) ? 'expired' : one.standing)

/** Five years from 2026-11-22 end on 2031-11-21. Null where the service's results hold for good. */
export const validUntil = (service: Pick<Service, 'result'>, from: string): string | null => {
  const term = service.result.validFor
  return term ? addDays(addMonths(from, term.months), -1) : null
}

/** Days before the end on which its holder is reminded: long before, and shortly before what Art. 50 asks. */
export const remindDays = [90, 45] as const

/** The next day on which to look at a result: a reminder, or the day after its end. Null when there is nothing more to say. */
export const nextLook = (until: string | null, today: string): string | null =>
  until === null ? null : ([...remindDays.map((days) => addDays(until, -days)), addDays(until, 1)].find((day) => day > today) ?? null)

/** Days before the end until which an extension is asked for, where no law says otherwise (Art. 50). */
const usualCloses = 30

/** No calendar is published years ahead; until it is, Monday to Friday stand in. */
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const isWorkingDay = (day: string, region: string): boolean => {
  const next = addWorkingDays(addDays(day, -1), 1, region)
  return 'on' in next ? next.on === day : isWeekday(day)
}

/** The day so many days before another one. */
const daysBefore = (until: string, days: number, kind: Amends['days'], region: string): string => {
  if (kind !== 'working') return addDays(until, -days)
  let day = until
  for (let left = days; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day, region)) left -= 1
  }
  return day
}

/** First and last day on which it may be asked for; null: no such day. `timelyUntil`: until then it counts as extended if nobody decides. */
export type Window = { opensOn: string | null; closesOn: string | null; timelyUntil: string | null }

export const windowOf = ({ way, opens, closes = usualCloses, days, late = false }: Amends, until: string | null, region: string): Window => {
  if (way === 'change' || until === null) return { opensOn: null, closesOn: until, timelyUntil: null }
  const timelyUntil = daysBefore(until, closes, days, region)
  return { opensOn: opens === undefined ? null : daysBefore(until, opens, days, region), closesOn: late ? until : timelyUntil, timelyUntil }
}

/** `standing`: it no longer holds; `expired`; `early`, `late`: outside the days for it; `pending`: a change or extension is under way. */
export const amendObstacles = ['standing', 'expired', 'early', 'late', 'pending'] as const
export type AmendObstacle = (typeof amendObstacles)[number]

/** Why a result cannot be changed or extended today; undefined when it can. @param pending whether a case about it is under way */
export const obstacleToAmend = (amends: Amends, one: Licence & { region: string }, { today, pending }: { today: string; pending: boolean }): AmendObstacle | undefined => {
  if (!holdsGood({ result: one.standing })) return 'standing'
  if (isExpired(one, today)) return 'expired'
  if (pending) return 'pending'
  const { opensOn, closesOn } = windowOf(amends, one.validUntil, one.region)
  if (opensOn !== null && today < opensOn) return 'early'
  return closesOn !== null && today > closesOn ? 'late' : undefined
}

/** Asked for on `today` and not decided by the end, it counts as extended: the day of that end; null where it does not. */
export const deemedOn = (amends: Amends, one: Licence & { region: string }, today: string): string | null => {
  const { timelyUntil } = windowOf(amends, one.validUntil, one.region)
  return amends.way === 'extend' && timelyUntil !== null && today <= timelyUntil ? one.validUntil : null
}

/** Until when the new edition holds. @param before the last day of the one before @param amended the service whose result it is */
export const amendedUntil = (amends: Amends, amended: Pick<Service, 'result'>, before: string | null, today: string): string | null => {
  if (amends.way === 'change' || before === null) return before
  const from = amends.counts === 'decision' || before < today ? today : addDays(before, 1)
  return validUntil(amended, from)
}
