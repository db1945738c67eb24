// For how long what is known may be relied on. Pure: the working day is a parameter.
import { addDays, plainDate } from '../../kernel/clock.ts'

/** The day in China of a plain date or an instant. */
const dayOf = (asOf: string): string => (asOf.length === 10 ? asOf : plainDate(new Date(asOf)))

/**
 * Whether something of this day or instant still counts on `on` (YYYY-MM-DD). `days`: calendar days it lasts, the day itself
 * not counted; without limit when undefined, never when negative.
 */
export const isFresh = ({ asOf }: { asOf: string }, days: number | undefined, on: string): boolean =>
  days === undefined || (days >= 0 && addDays(dayOf(asOf), days) >= on)
