// The clock of a request: when it is due, when four fifths of the time are gone, when it is three times overdue. Pure: terms come from
// packs, working days from the calendar of the region. Nothing anybody says restarts it.
import { addDays, plainDate } from '../../kernel/clock.ts'

/** Hours run through nights and holidays; days are working days. */
export type Term = { hours: number } | { days: number }

type DueDate = { on: string } | { unknownFrom: string }

/** The day so many working days after another. */
export type Calendar = (from: string, days: number) => DueDate

/** Instants as ISO strings; null: the calendar of that year is not published yet. */
export type Deadline = { nearAt: string | null; dueAt: string | null; tripleAt: string | null }

/** Offices close at six; a day counts until then. */
const endOf = (day: string): string => new Date(`${day}T18:00:00+08:00`).toISOString()
const morningOf = (day: string): string => new Date(`${day}T09:00:00+08:00`).toISOString()
const hour = 3_600_000

const onDay = (due: DueDate, instantOf: (day: string) => string): string | null => ('on' in due ? instantOf(due.on) : null)

/** @param from when the present round began @param extendedDays working days granted on top */
export const deadlineOf = (term: Term, from: Date, calendar: Calendar, extendedDays = 0): Deadline => {
  if ('hours' in term && extendedDays === 0) {
    const after = (hours: number) => new Date(from.getTime() + hours * hour).toISOString()
    return { nearAt: after(term.hours * 0.8), dueAt: after(term.hours), tripleAt: after(term.hours * 3) }
  }
  const start = plainDate(from)
  const days = ('days' in term ? term.days : Math.ceil(term.hours / 24)) + extendedDays
  return { nearAt: onDay(calendar(start, Math.max(1, Math.ceil(days * 0.8))), morningOf), dueAt: onDay(calendar(start, days), endOf), tripleAt: onDay(calendar(start, days * 3), endOf) }
}

export type Mark = 0 | 1 | 2 | 3

/** 1 near, 2 overdue, 3 three times overdue. */
export const markAt = ({ nearAt, dueAt, tripleAt }: Deadline, now: Date): Mark => {
  const at = now.toISOString()
  if (tripleAt !== null && at >= tripleAt) return 3
  if (dueAt !== null && at >= dueAt) return 2
  return nearAt !== null && at >= nearAt ? 1 : 0
}

/** When to look next while the clock runs; a day later where the calendar is not known yet, null once nothing more can come. */
export const nextLook = (deadline: Deadline, mark: Mark, now: Date): string | null => {
  if (mark === 3) return null
  const next = [deadline.nearAt, deadline.dueAt, deadline.tripleAt].slice(mark).find((at) => at !== null && at > now.toISOString())
  return next ?? morningOf(addDays(plainDate(now), 1))
}
