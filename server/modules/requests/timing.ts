// What the clock says of a request after each step: due, marked, and when to look at it next. Pure.
// The round decides: doing it again starts a new clock, comments, corrections, returns and arbitration do not.
import { addDays } from '../../kernel/clock.ts'
import type { RequestTerms } from '../catalogue/index.ts'
import { deadlineOf, markAt, nextLook, type Calendar, type Term } from './deadline.ts'
import { awaitsGrade, isAnswered, isRunning, isSolved, type Urgency } from './request.ts'
import type { CitizenRequest } from './request-record.ts'

/** @throws Error when a pack names neither hours nor days, which its check refuses */
export const termFor = ({ deadlines }: Pick<RequestTerms, 'deadlines'>, urgency: Urgency): Term => {
  const { hours, days } = deadlines[urgency]
  if (hours !== undefined) return { hours }
  if (days !== undefined) return { days }
  throw new Error(`no deadline for ${urgency}`)
}

const morningAfter = (day: string): string => new Date(`${addDays(day, 1)}T09:00:00+08:00`).toISOString()

type Timed = Pick<CitizenRequest, 'dueAt' | 'mark' | 'lookAt'>

/** @param now of the step */
export const timed = (one: CitizenRequest, { settleDays }: Pick<RequestTerms, 'settleDays'>, calendar: Calendar, now: Date): Timed => {
  if (isRunning(one.state)) {
    const deadline = deadlineOf(one.course.term, new Date(one.clockStartAt), calendar, one.course.extendedDays)
    // A mark is set by the sweep, which also tells people; a longer limit takes one back.
    const mark = one.dueAt !== deadline.dueAt && one.mark > markAt(deadline, now) ? markAt(deadline, now) : one.mark
    return { dueAt: deadline.dueAt, mark, lookAt: nextLook(deadline, mark, now) }
  }
  return { dueAt: one.dueAt, mark: one.mark, lookAt: laterLooks(one, settleDays).filter((at) => at > now.toISOString()).toSorted()[0] ?? null }
}

const day = 86_400_000
const after = (instant: string, days: number): string => new Date(Date.parse(instant) + days * day).toISOString()

/** When time brings something about although nobody works on it: it is settled in silence, what was promised should be done, it becomes public. */
const laterLooks = ({ state, answeredAt, endedAt, course: { answer, publish } }: CitizenRequest, settleDays: number): string[] => [
  ...(awaitsGrade(state) && answeredAt !== null ? [after(answeredAt, settleDays)] : []),
  ...(isAnswered(state) && answer?.outcome === 'promised' && !answer.kept && answer.promisedOn !== null ? [morningAfter(answer.promisedOn)] : []),
  ...(isSolved(state) && publish === 'agreed' && endedAt !== null ? [after(endedAt, publishAfterDays)] : []),
]

/** A day to think it over before everybody reads it. */
const publishAfterDays = 1

/** Whether a reporter who is not satisfied may have it done again: by the answer's day and how often it has been. */
export const redoUntil = ({ answeredAt, course }: CitizenRequest, { redoDays, maxRedos }: Pick<RequestTerms, 'redoDays' | 'maxRedos'>): string | null =>
  answeredAt === null || course.redos >= maxRedos ? null : new Date(Date.parse(answeredAt) + redoDays * 86_400_000).toISOString()
