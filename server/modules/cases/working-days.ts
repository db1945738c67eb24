// Working days in China by the State Council's yearly holiday notices (package chinese-days).
// A year whose notice is not published yet is an explicit "unknown", never a guess.
import chineseDays from 'chinese-days'
import { addDays } from '../../kernel/clock.ts'

export type DueDate = { on: string } | { unknownFrom: string }

const publishedYears = new Map<number, boolean>()

/** Whether the holiday notice of a year is in the calendar: every published year moves some weekend to a working day. */
export const isCalendarKnown = (year: number): boolean => {
  const cached = publishedYears.get(year)
  if (cached !== undefined) return cached
  const days = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false)
  publishedYears.set(year, days.length > 0)
  return days.length > 0
}

const working = new Map<string, boolean>()

const isWorking = (date: string): boolean => {
  const cached = working.get(date)
  if (cached !== undefined) return cached
  const result = chineseDays.isWorkday(date)
  working.set(date, result)
  return result
}

const due = new Map<string, DueDate>()

/** The day on which `days` working days after `from` have passed; the day itself does not count (行政许可法第八十二条). */
export const addWorkingDays = (from: string, days: number): DueDate => {
  const key = `${from} ${days}`
  const known = due.get(key) ?? countWorkingDays(from, days)
  due.set(key, known)
  return known
}

const countWorkingDays = (from: string, days: number): DueDate => {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    const year = Number(date.slice(0, 4))
    if (!isCalendarKnown(year)) return { unknownFrom: `${year}-01-01` }
    if (isWorking(date)) left -= 1
  }
  return { on: date }
}

/** Working days after `from` up to and including `to`; undefined when a year in between is unknown. */
export const workingDaysBetween = (from: string, to: string): number | undefined => {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (!isCalendarKnown(Number(date.slice(0, 4)))) return undefined
    if (isWorking(date)) count += 1
  }
  return count
}
