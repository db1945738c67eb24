// FEEL dates, times and dates with time: immutable, compared as integers.
// A date or time without a zone and one with a zone never compare: nobody can say which is earlier.
import { civilOf, dayNumber, isCivil, isZoneName, offsetAt, weekday, type Civil, type Zone } from './calendar.ts'
import { parseDuration, SecondsDuration, type Duration } from './duration.ts'
import type { TemporalType } from './expression.ts'
import { FeelObject, type FeelValue } from './value.ts'

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')

/** A plain date. `days` counts from 1970-01-01. */
export class FeelDate extends FeelObject {
  readonly kind = 'date'
  readonly days: number
  constructor(days: number) {
    super()
    this.days = days
  }
  civil(): Civil {
    return civilOf(this.days)
  }
  property(name: string): FeelValue | undefined {
    if (name === 'year' || name === 'month' || name === 'day') return this.civil()[name]
    return name === 'weekday' ? weekday(this.days) : undefined
  }
  compareTo(other: FeelObject): number | null {
    return other instanceof FeelDate ? this.days - other.days : null
  }
  toString(): string {
    const { year, month, day } = this.civil()
    return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`
  }
}

/** A time of day. `seconds` (0 to 86,399) since midnight on the clock of `zone`; `nanos` below one second. */
export class FeelTime extends FeelObject {
  readonly kind = 'time'
  readonly seconds: number
  readonly nanos: number
  readonly zone: Zone
  constructor(seconds: number, nanos: number, zone: Zone) {
    super()
    this.seconds = seconds
    this.nanos = nanos
    this.zone = zone
  }
  property(name: string): FeelValue | undefined {
    if (name === 'hour') return Math.floor(this.seconds / 3600)
    if (name === 'minute') return Math.floor((this.seconds % 3600) / 60)
    if (name === 'second') return this.seconds % 60
    if (name === 'time offset') return this.zone === null ? null : new SecondsDuration(offsetAt(this.zone, this.seconds))
    if (name === 'timezone') return typeof this.zone === 'string' ? this.zone : null
    return undefined
  }
  compareTo(other: FeelObject): number | null {
    if (!(other instanceof FeelTime) || (this.zone === null) !== (other.zone === null)) return null
    return this.universal() - other.universal()
  }
  /** Milliseconds since midnight in Greenwich; finer differences are not compared. */
  private universal(): number {
    return (this.seconds - offsetAt(this.zone, this.seconds)) * 1000 + Math.floor(this.nanos / 1e6)
  }
  toString(): string {
    const fraction = this.nanos ? `.${pad(this.nanos, 9).replace(/0+$/, '')}` : ''
    const clock = `${pad(Math.floor(this.seconds / 3600))}:${pad(Math.floor((this.seconds % 3600) / 60))}:${pad(this.seconds % 60)}`
    return clock + fraction + zoneText(this.zone)
  }
}

function zoneText(zone: Zone): string {
  if (zone === null) return ''
  if (typeof zone === 'string') return `@${zone}`
  if (zone === 0) return 'Z'
  const size = Math.abs(zone)
  const seconds = size % 60 ? `:${pad(size % 60)}` : ''
  return `${zone < 0 ? '-' : '+'}${pad(Math.floor(size / 3600))}:${pad(Math.floor((size % 3600) / 60))}${seconds}`
}

/** A date and a time of day on it. */
export class FeelDateTime extends FeelObject {
  readonly kind = 'date and time'
  readonly date: FeelDate
  readonly time: FeelTime
  constructor(date: FeelDate, time: FeelTime) {
    super()
    this.date = date
    this.time = time
  }
  /** Moves the wall clock; `seconds` may leave the day, `nanos` may leave the second. */
  static at(days: number, seconds: number, nanos: number, zone: Zone): FeelDateTime {
    const carried = seconds + Math.floor(nanos / 1e9)
    const moved = Math.floor(carried / 86_400)
    const time = new FeelTime(carried - moved * 86_400, nanos - Math.floor(nanos / 1e9) * 1e9, zone)
    return new FeelDateTime(new FeelDate(days + moved), time)
  }
  get zone(): Zone {
    return this.time.zone
  }
  /** Whole seconds since 1970-01-01T00:00:00 in Greenwich (or on the wall clock when there is no zone). */
  instant(): number {
    const wall = this.date.days * 86_400 + this.time.seconds
    return wall - offsetAt(this.zone, wall)
  }
  property(name: string): FeelValue | undefined {
    if (name === 'time offset' && this.zone !== null) {
      return new SecondsDuration(offsetAt(this.zone, this.date.days * 86_400 + this.time.seconds))
    }
    return this.date.property(name) ?? this.time.property(name)
  }
  compareTo(other: FeelObject): number | null {
    if (!(other instanceof FeelDateTime) || (this.zone === null) !== (other.zone === null)) return null
    return this.instant() - other.instant() || Math.floor(this.time.nanos / 1e6) - Math.floor(other.time.nanos / 1e6)
  }
  toString(): string {
    return `${this.date}T${this.time}`
  }
}

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@([\w+\-/]+))?$/

/** 'YYYY-MM-DD' of a day that exists, otherwise null. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text)
  if (!match) return null
  const year = Number(match[2])
  return dateOf(match[1] ? -year : year, Number(match[3]), Number(match[4]))
}

export function dateOf(year: number, month: number, day: number): FeelDate | null {
  return isCivil({ year, month, day }) ? new FeelDate(dayNumber({ year, month, day })) : null
}

/** 'hh:mm:ss', optionally a fraction, optionally 'Z', an offset or '@Area/City'; otherwise null. */
export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text)
  if (!match) return null
  const [, hour, minute, second, fraction, utc, sign, zoneHours, zoneMinutes, zoneSeconds, zoneName] = match
  let zone: Zone = utc ? 0 : null
  if (sign) {
    zone = Number(zoneHours) * 3600 + Number(zoneMinutes) * 60 + Number(zoneSeconds ?? 0)
    if (zone > 18 * 3600 || Number(zoneMinutes) > 59) return null
    if (sign === '-') zone = -zone + 0
  }
  if (zoneName) {
    if (!isZoneName(zoneName)) return null
    zone = zoneName
  }
  const time = timeOf(Number(hour), Number(minute), Number(second), zone)
  return time && fraction ? new FeelTime(time.seconds, Number(fraction.slice(0, 9).padEnd(9, '0')), zone) : time
}

/** `second` may carry a fraction. */
export function timeOf(hour: number, minute: number, second: number, zone: Zone): FeelTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return null
  const whole = Math.floor(second)
  return new FeelTime(hour * 3600 + minute * 60 + whole, Math.min(Math.round((second - whole) * 1e9), 999_999_999), zone)
}

/** A date, 'T' and a time; a date alone means its midnight, and 24:00:00 the midnight that ends the day. */
export function parseDateTime(text: string): FeelDateTime | null {
  if (/T24:00:00(?!\.)/.test(text)) {
    const start = parseDateTime(text.replace('T24', 'T00'))
    return start && FeelDateTime.at(start.date.days + 1, 0, 0, start.zone)
  }
  const at = text.indexOf('T')
  const date = parseDate(at < 0 ? text : text.slice(0, at))
  const time = at < 0 ? new FeelTime(0, 0, null) : parseTime(text.slice(at + 1))
  return date && time && new FeelDateTime(date, time)
}

/** The value of a literal such as `date("2026-01-01")`; null when the text does not fit the type. */
export function parseTemporal(type: TemporalType, text: string): FeelDate | FeelTime | FeelDateTime | Duration | null {
  if (type === 'date') return parseDate(text)
  if (type === 'time') return parseTime(text)
  return type === 'duration' ? parseDuration(text) : parseDateTime(text)
}

/** Which literal `@"…"` holds, judged by its look. */
export function temporalTypeOf(text: string): TemporalType {
  if (/^-?P/.test(text)) return 'duration'
  if (/^\d\d:/.test(text)) return 'time'
  return text.includes('T') ? 'date and time' : 'date'
}
