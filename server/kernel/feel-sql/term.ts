// A piece of SQL with what is known of it: its FEEL type, how large it can get, and how it follows from a single date.
// What cannot be said in SQL with exactly the interpreter's answer is thrown as OutsideSql and left to the interpreter.
import { MonthsDuration, SecondsDuration } from '../feel/duration.ts'
import { FeelDate } from '../feel/temporal.ts'
import type { FeelValue } from '../feel/value.ts'
import { quoteText } from './dialect.ts'

/** 'null': always null. Durations are numbers: whole months, or seconds. */
export type TermType = 'null' | 'boolean' | 'number' | 'text' | 'date' | 'months' | 'seconds'

/** Powers of ten between which every value other than 0 lies; of a date, `high` is how many years it may have been moved, as a plain number. */
export type Size = { low: number; high: number }

export type Term = {
  sql: string
  type: TermType
  /** a number that is always whole */
  whole: boolean
  size: Size
  /** a column the data does not have: never known, not even to be null */
  absent?: boolean
  /** the interpreter's value, where nothing but the day it is asked on is read */
  constant?: FeelValue | undefined
  /** the value as a monotone function of one date column: comparing it is comparing the date */
  curve?: Curve | undefined
}

export type Curve = { date: string; at: (days: number) => number; rising: boolean }

/** Why a part is left to the interpreter; `what` names it for the report. */
export class OutsideSql extends Error {
  override readonly name = 'OutsideSql'
  readonly what: string
  constructor(what: string) {
    super(`outside the SQL subset: ${what}`)
    this.what = what
  }
}

export const outside = (what: string): never => {
  throw new OutsideSql(what)
}

const noSize: Size = { low: 0, high: 0 }

/** A column of numbers as schema.ts promises them. */
export const integerSize: Size = { low: 0, high: 16 }
export const decimalSize: Size = { low: -9, high: 15 }

export const term = (type: TermType, sql: string, more: Partial<Term> = {}): Term => ({ type, sql, whole: false, size: noSize, ...more })

export const nullTerm: Term = term('null', 'NULL', { constant: null })

const exponent = (value: number): number => (value === 0 ? 0 : Math.log10(Math.abs(value)))
const sizeOf = (value: number): Size => ({ low: Math.floor(exponent(value)), high: Math.ceil(exponent(value)) })

const numberSql = (value: number): string => (Number.isSafeInteger(value) ? `${value}` : `CAST('${value}' AS float8)`)

/** A value worked out beforehand. */
export const constantTerm = (value: FeelValue): Term => {
  if (value === null) return nullTerm
  if (typeof value === 'boolean') return term('boolean', value ? 'TRUE' : 'FALSE', { constant: value })
  if (typeof value === 'number') return term('number', numberSql(value), { constant: value, whole: Number.isSafeInteger(value), size: sizeOf(value) })
  if (typeof value === 'string') return value.includes('\0') ? outside('text with a zero byte') : term('text', quoteText(value), { constant: value })
  if (value instanceof FeelDate) {
    const { year } = value.civil()
    return year < 1000 || year > 9999 ? outside('a date outside the years 1000 to 9999') : term('date', `CAST('${value}' AS DATE)`, { constant: value })
  }
  if (value instanceof MonthsDuration) return term('months', `${value.months}`, { constant: value, whole: true, size: sizeOf(value.months) })
  if (value instanceof SecondsDuration) return term('seconds', `CAST(${numberSql(value.seconds)} AS float8)`, { whole: Number.isSafeInteger(value.seconds), constant: value, size: sizeOf(value.seconds) })
  return outside('a value that is no number, text, truth value, date or duration')
}

/** As a double, the interpreter's number, so that no whole number overflows. */
export const asDouble = ({ sql }: Pick<Term, 'sql'>): string => `CAST(${sql} AS float8)`

/** The size a result would have, refused where a double could overflow or vanish. */
export const sized = (low: number, high: number): Size => (low < -290 || high > 290 ? outside('numbers that may become too large or too small') : { low, high })
