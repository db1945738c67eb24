// The two FEEL durations: years and months (whole months) and days and time (seconds).
// They are different kinds: a month has no fixed number of days, so they never compare.
import { FeelObject } from './value.ts'

const LIMIT = Number.MAX_SAFE_INTEGER

/** A length in whole months. */
export class MonthsDuration extends FeelObject {
  readonly kind = 'years and months duration'
  readonly months: number
  constructor(months: number) {
    super()
    this.months = Math.trunc(months) + 0
  }
  property(name: string): number | undefined {
    if (name === 'years') return Math.trunc(this.months / 12)
    if (name === 'months') return this.months % 12
    return undefined
  }
  compareTo(other: FeelObject): number | null {
    return other instanceof MonthsDuration ? this.months - other.months : null
  }
  toString(): string {
    const size = Math.abs(this.months)
    const [years, months] = [Math.floor(size / 12), size % 12]
    if (size === 0) return 'P0M'
    return `${this.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}`
  }
}

/** A length in seconds; fractions are kept to the nanosecond as far as a double holds them. */
export class SecondsDuration extends FeelObject {
  readonly kind = 'days and time duration'
  readonly seconds: number
  constructor(seconds: number) {
    super()
    this.seconds = Math.abs(seconds) < 1e6 ? Math.round(seconds * 1e9) / 1e9 + 0 : seconds
  }
  property(name: string): number | undefined {
    const size = Math.abs(this.seconds)
    const sign = this.seconds < 0 ? -1 : 1
    if (name === 'days') return sign * Math.floor(size / 86_400) + 0
    if (name === 'hours') return sign * Math.floor((size % 86_400) / 3600) + 0
    if (name === 'minutes') return sign * Math.floor((size % 3600) / 60) + 0
    if (name === 'seconds') return sign * Math.floor(size % 60) + 0
    return undefined
  }
  compareTo(other: FeelObject): number | null {
    return other instanceof SecondsDuration ? this.seconds - other.seconds : null
  }
  toString(): string {
    const size = Math.abs(this.seconds)
    if (size === 0) return 'PT0S'
    const part = (count: number, unit: string): string => (count ? `${count}${unit}` : '')
    const rest = Math.round((size % 60) * 1e9) / 1e9
    const time = part(Math.floor((size % 86_400) / 3600), 'H') + part(Math.floor((size % 3600) / 60), 'M') + part(rest, 'S')
    return `${this.seconds < 0 ? '-' : ''}P${part(Math.floor(size / 86_400), 'D')}${time && `T${time}`}`
  }
}

export type Duration = MonthsDuration | SecondsDuration

const MONTHS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/
const SECONDS = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** ISO 8601 as DMN restricts it: years and months, or days and time, not both. Null when it is neither. */
export function parseDuration(text: string): Duration | null {
  if (!/\d[A-Z]$/.test(text)) return null
  const months = MONTHS.exec(text)
  if (months) {
    const count = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return count > LIMIT ? null : new MonthsDuration(months[1] ? -count : count)
  }
  const seconds = SECONDS.exec(text)
  if (!seconds) return null
  const [, sign, days, hours, minutes, rest] = seconds
  const count = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0)
  return count > LIMIT ? null : new SecondsDuration(sign ? -count : count)
}
