// Time is a parameter: whoever needs it is given a clock, and tests give their own.
// Legal dates are plain dates in China Standard Time (UTC+8, no daylight saving since 1991).

export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

const chinaOffset = 8 * 60 * 60 * 1000

const dayLength = 24 * 60 * 60 * 1000

/** The day asked about last: nearly always today, which one request asks about a hundred times. */
let latest = { day: Number.NaN, text: '' }

/** The calendar date of an instant in China, 'YYYY-MM-DD'. */
export const plainDate = (instant: Date): string => {
  const day = Math.floor((instant.getTime() + chinaOffset) / dayLength)
  if (day !== latest.day) latest = { day, text: new Date(day * dayLength).toISOString().slice(0, 10) }
  return latest.text
}

/** Whether the text is a date that exists, e.g. not 2026-02-30. */
export const isPlainDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

/** The date `days` calendar days later (negative: earlier). */
export const addDays = (date: string, days: number): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + days * dayLength).toISOString().slice(0, 10)

/** The same day so many months later, or the last of a shorter month: 2026-01-31 and one month is 2026-02-28. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** 2026-03-02 as documents write it: 2026年3月2日. @param day 'YYYY-MM-DD' */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
