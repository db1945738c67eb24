// Built-in functions on dates, times and durations (DMN 1.3, 10.3.4.1, 10.3.4.6 and 10.3.4.8).
// There is no clock here: `today` and `now` are variables of the scope.
import { signature, type Builtin } from './builtin.ts'
import { dayNumber, monthsBetween, weekday, type Zone } from './calendar.ts'
import { MonthsDuration, parseDuration, SecondsDuration } from './duration.ts'
import { dateOf, FeelDate, FeelDateTime, FeelTime, parseDate, parseDateTime, parseTime, timeOf } from './temporal.ts'
import { equals, kindOf, type FeelValue } from './value.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

const dateIn = (value: FeelDate | FeelDateTime): FeelDate => (value instanceof FeelDate ? value : value.date)
const midnight = (zone: Zone): FeelTime => new FeelTime(0, 0, zone)

function toDate(from: FeelValue): FeelValue {
  if (typeof from === 'string') return parseDate(from)
  return from instanceof FeelDate || from instanceof FeelDateTime ? dateIn(from) : null
}

/** DMN: the time of a date is its midnight in Greenwich. */
function toTime(from: FeelValue): FeelValue {
  if (typeof from === 'string') return parseTime(from)
  if (from instanceof FeelDateTime) return from.time
  return from instanceof FeelDate ? midnight(0) : from instanceof FeelTime ? from : null
}

function toDateTime(from: FeelValue): FeelValue {
  if (typeof from === 'string') return parseDateTime(from)
  if (from instanceof FeelDate) return new FeelDateTime(from, midnight(null))
  return from instanceof FeelDateTime ? from : null
}

/** Null means no zone; undefined that the value is no offset. */
function zoneFrom(offset: FeelValue | undefined): Zone | undefined {
  if (offset === null || offset === undefined) return null
  return offset instanceof SecondsDuration && Math.abs(offset.seconds) <= 18 * 3600 ? offset.seconds : undefined
}

function makeTime(hour: number, minute: number, second: number, offset?: FeelValue): FeelTime | null {
  const zone = zoneFrom(offset)
  return zone === undefined ? null : timeOf(hour, minute, second, zone)
}

/** The time zone counts here: 10:00Z is not 12:00+02:00. */
function is(a: FeelValue, b: FeelValue): boolean {
  if (kindOf(a) !== kindOf(b) || equals(a, b) !== true) return false
  const zoneOf = (value: FeelValue): Zone => (value instanceof FeelTime || value instanceof FeelDateTime ? value.zone ?? null : null)
  return zoneOf(a) === zoneOf(b)
}

const dayOfYear = (days: number, year: number): number => days - dayNumber({ year, month: 1, day: 1 }) + 1

/** ISO 8601: the week of a day is the week of its Thursday. */
function weekOfYear(date: FeelDate): number {
  const thursday = new FeelDate(date.days - weekday(date.days) + 4)
  return Math.ceil(dayOfYear(thursday.days, thursday.civil().year) / 7)
}

export const temporalBuiltins: Record<string, Builtin> = {
  date: [
    signature(['from:any'], toDate),
    signature(['year:number', 'month:number', 'day:number'], dateOf),
  ],
  time: [
    signature(['from:any'], toTime),
    signature(['hour:number', 'minute:number', 'second:number', 'offset?:any'], makeTime),
  ],
  'date and time': [
    signature(['from:any'], toDateTime),
    signature(['date:day', 'time:time'], (date, time) => new FeelDateTime(dateIn(date), time)),
    signature(
      ['year:number', 'month:number', 'day:number', 'hour:number', 'minute:number', 'second:number', 'offset?:any'],
      (year, month, day, hour, minute, second, offset) => {
        const [date, time] = [dateOf(year, month, day), makeTime(hour, minute, second, offset)]
        return date && time && new FeelDateTime(date, time)
      },
    ),
  ],
  duration: [signature(['from:string'], parseDuration)],
  'years and months duration': [
    signature(['from:day', 'to:day'], (from, to) => new MonthsDuration(monthsBetween(dateIn(from).days, dateIn(to).days))),
  ],
  is: [signature(['value1?:any', 'value2?:any'], (a, b) => is(a ?? null, b ?? null))],
  'day of year': [signature(['date:day'], (date) => dayOfYear(dateIn(date).days, dateIn(date).civil().year))],
  'day of week': [signature(['date:day'], (date) => WEEKDAYS[weekday(dateIn(date).days) - 1] ?? null)],
  'month of year': [signature(['date:day'], (date) => MONTHS[dateIn(date).civil().month - 1] ?? null)],
  'week of year': [signature(['date:day'], (date) => weekOfYear(dateIn(date)))],
}
