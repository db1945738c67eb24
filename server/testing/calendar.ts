// For tests at the end of a year: days that wait for a calendar nobody has published, and its publication. The calendar itself is fixed, so
// what is published is where the count starts: in a year that is known.
import type { Database } from '../kernel/db.ts'

/** Two working days of 2026 are left; anything longer needs the calendar of 2027. */
export const yearEnd = '2026-12-29T02:00:00Z'

/** As if the calendar had come for whatever waits for the day of `subject` (an id, or its beginning). @param from 'YYYY-MM-DD' */
export const publishCalendar = (db: Database, subject: string, from: string): Promise<void> =>
  db.transaction(async (tx) => void (await tx`update days_awaited set counts_from = ${from} where subject like ${`${subject}%`}`))

/** What waits for the day of `subject`, by kind. */
export const listAwaited = async (db: Database, subject: string): Promise<string[]> =>
  (await db.read<{ kind: string; days: number }[]>`select kind, days from days_awaited where subject like ${`${subject}%`} order by kind`).map(({ kind, days }) => `${kind} ${days}`)
