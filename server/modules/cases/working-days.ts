// Working days in China by the State Council's yearly holiday notices (package chinese-days), with the days a region's pack adds or takes.
// A year whose notice is not published yet is an explicit "unknown", never a guess.
import chineseDays from 'chinese-days'
import { addDays } from '../../kernel/clock.ts'

export type DueDate = { on: string } | { unknownFrom: string }

/** 'YYYY-MM-DD' → whether authorities work, where that differs from the national calendar. */
export type RegionalDays = ReadonlyMap<string, boolean>

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

const isWorking = (date: string, days: RegionalDays): boolean => {
  const cached = days.get(date) ?? working.get(date)
  if (cached !== undefined) return cached
  const result = chineseDays.isWorkday(date)
  working.set(date, result)
  return result
}

const national: RegionalDays = new Map()

/** The days of a region's packs; given by the server, which has them, and asked at every use, because packs change while it runs. */
let regionalDays = (_region: string): RegionalDays => national

export const followRegionalDays = (daysOf: (region: string) => RegionalDays): void => {
  regionalDays = daysOf
}

const daysIn = (region: string | undefined): RegionalDays => (region === undefined ? national : regionalDays(region))

/** What was counted before, by the days of a region: kept as long as its packs are in force. */
const remembering = <Counted>() => {
  const known = new WeakMap<RegionalDays, Map<string, Counted>>()
  return (regional: RegionalDays, key: string, count: () => Counted): Counted => {
    const counted = known.get(regional) ?? new Map<string, Counted>()
    known.set(regional, counted)
    const found = counted.get(key)
    if (found !== undefined) return found
    const result = count()
    counted.set(key, result)
    return result
  }
}

const dueDates = remembering<DueDate>()
const daysBetween = remembering<number | null>()

/**
 * The day on which `days` working days after `from` have passed; the day itself does not count (行政许可法第八十二条).
 * @param region whose authorities work (GB/T 2260); the national calendar when absent
 */
export const addWorkingDays = (from: string, days: number, region?: string): DueDate => {
  const regional = daysIn(region)
  return dueDates(regional, `${from} ${days}`, () => countWorkingDays(from, days, regional))
}

const countWorkingDays = (from: string, days: number, regional: RegionalDays): DueDate => {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    const year = Number(date.slice(0, 4))
    if (!isCalendarKnown(year)) return { unknownFrom: `${year}-01-01` }
    if (isWorking(date, regional)) left -= 1
  }
  return { on: date }
}

/** Working days after `from` up to and including `to`; undefined when a year in between is unknown. @param region as above */
export const workingDaysBetween = (from: string, to: string, region?: string): number | undefined => {
  const regional = daysIn(region)
  return daysBetween(regional, `${from} ${to}`, () => countBetween(from, to, regional)) ?? undefined
}

const countBetween = (from: string, to: string, regional: RegionalDays): number | null => {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (!isCalendarKnown(Number(date.slice(0, 4)))) return null
    if (isWorking(date, regional)) count += 1
  }
  return count
}
