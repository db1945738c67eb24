// Days of the proleptic Gregorian calendar as integers (0 = 1970-01-01), and offsets of time zones.
// Integers compare and subtract exactly and need no date library in the browser.

export type Civil = { year: number; month: number; day: number }

/** The widest year DMN knows. */
const MAX_YEAR = 999_999_999

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isCivil({ year, month, day }: Civil): boolean {
  return (
    Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) && Math.abs(year) <= MAX_YEAR &&
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  )
}

// Both conversions count years from March, so that the leap day ends a year (a cycle of 400 years has 146,097 days).
export function dayNumber({ year, month, day }: Civil): number {
  const shifted = month > 2 ? year : year - 1
  const cycle = Math.floor(shifted / 400)
  const yearOfCycle = shifted - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}

export function civilOf(days: number): Civil {
  const shifted = days + 719_468
  const cycle = Math.floor(shifted / 146_097)
  const dayOfCycle = shifted - cycle * 146_097
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  )
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** 1 Monday … 7 Sunday. */
export function weekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1
}

/** The same day `months` later; a day that month does not have becomes its last one (31 January + 1 month = 28 February). */
export function addMonths(days: number, months: number): number {
  const from = civilOf(days)
  const total = from.year * 12 + from.month - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return dayNumber({ year, month, day: Math.min(from.day, daysInMonth(year, month)) })
}

/** Whole months from one day to another, negative when `to` is earlier. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month
  if (to >= from) return b.day < a.day ? months - 1 : months
  return b.day > a.day ? months + 1 : months
}

/** A number is a fixed offset in seconds east of Greenwich, a string an IANA zone, null no zone at all. */
export type Zone = number | string | null

export function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Seconds east of Greenwich at the given wall clock time (seconds since 1970-01-01T00:00:00 in that zone). */
export function offsetAt(zone: Zone, wallSeconds: number): number {
  if (typeof zone !== 'string') return zone ?? 0
  const first = zoneOffset(zone, wallSeconds)
  return zoneOffset(zone, wallSeconds - first)
}

function zoneOffset(zone: string, seconds: number): number {
  const limit = 8.64e12 // the widest instant a JavaScript Date holds
  const instant = new Date(Math.max(-limit, Math.min(limit, seconds)) * 1000)
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name)
  if (!match) return 0
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return match[1] === '-' ? -size : size
}
