// Arithmetic in SQL with the interpreter's numbers: doubles, no overflow, division by zero is null, months keep to the end of a month.
import { addMonths, monthsBetween } from '../feel/calendar.ts'
import { MonthsDuration, SecondsDuration } from '../feel/duration.ts'
import type { ArithmeticOperator } from '../feel/expression.ts'
import { FeelDate } from '../feel/temporal.ts'
import type { Place } from './place.ts'
import { follow } from './resolve.ts'
import { asDouble, nullTerm, outside, sized, term, type Term } from './term.ts'

const numbers = (op: ArithmeticOperator, a: Term, b: Term): Term => {
  const [x, y] = [asDouble(a), asDouble(b)]
  const whole = a.whole && b.whole
  const [left, right] = [typeof a.constant === 'number' ? a.constant : undefined, typeof b.constant === 'number' ? b.constant : undefined]
  switch (op) {
    case '+':
    case '-': {
      const size = sized(Math.min(a.size.low, b.size.low) - 16, Math.max(a.size.high, b.size.high) + 1)
      const curve = right !== undefined ? follow(a.curve, (value) => (op === '+' ? value + right : value - right))
        : left !== undefined ? follow(b.curve, (value) => (op === '+' ? left + value : left - value), op === '+') : undefined
      return term('number', `(${x} ${op} ${y})`, { whole, size: whole ? { low: 0, high: size.high } : size, curve })
    }
    case '*': {
      const by = right ?? left
      const curve = by === undefined || by === 0 ? undefined : follow(right === undefined ? b.curve : a.curve, (value) => value * by, by > 0)
      return term('number', `(${x} * ${y})`, { whole, size: sized(a.size.low + b.size.low, a.size.high + b.size.high), curve })
    }
    case '/': {
      const size = sized(a.size.low - b.size.high, a.size.high - b.size.low)
      if (right === 0) return nullTerm
      const curve = right === undefined ? undefined : follow(a.curve, (value) => value / right, right > 0)
      return term('number', right === undefined ? `(${x} / nullif(${y}, 0))` : `(${x} / ${y})`, { size, curve })
    }
    case '**': return outside('a power')
  }
}

/** Most a date may be moved in all: PostgreSQL knows no year before -4713. */
const mostYears = 3000

const moved = (date: Term, years: number): Term['size'] => {
  const high = date.size.high + Math.ceil(years)
  return high > mostYears ? outside('a date moved by more than 3,000 years') : { low: 0, high }
}

/** Durations worked out row by row stay below these powers of ten: some 800 years. */
const mostExponent = { months: 4, seconds: 10 } as const

const shift = (date: Term, by: Term, sign: 1 | -1, { query: { dialect } }: Place): Term => {
  if (by.constant instanceof MonthsDuration) {
    const months = sign * by.constant.months
    return term('date', dialect.plusMonths(date.sql, `${months}`), { size: moved(date, Math.abs(months) / 12), curve: follow(date.curve, (days) => addMonths(days, months)) })
  }
  if (by.constant instanceof SecondsDuration) {
    const days = Math.floor((sign * by.constant.seconds) / 86_400)
    if (!by.whole) return outside('a duration with parts of a second')
    return term('date', dialect.plusDays(date.sql, `${days}`), { size: moved(date, Math.abs(days) / 365), curve: follow(date.curve, (day) => day + days) })
  }
  if (!by.whole || by.size.high > mostExponent[by.type === 'months' ? 'months' : 'seconds']) return outside('a date moved by a duration that may be very long')
  const [months, days] = [`(${sign} * ${by.sql})`, `floor(${sign} * ${by.sql} / 86400)`]
  return term('date', by.type === 'months' ? dialect.plusMonths(date.sql, months) : dialect.plusDays(date.sql, days), { size: moved(date, by.type === 'months' ? 10 ** by.size.high / 12 : 10 ** by.size.high / 31_536_000) })
}

const betweenDates = (to: Term, from: Term, place: Place): Term => {
  const [end, start] = [to.constant, from.constant]
  const curve = start instanceof FeelDate ? follow(to.curve, (day) => (day - start.days) * 86_400) : end instanceof FeelDate ? follow(from.curve, (day) => (end.days - day) * 86_400, false) : undefined
  return term('seconds', `(${asDouble({ sql: place.query.dialect.daysBetween(from.sql, to.sql) })} * 86400)`, { whole: true, size: { low: 0, high: 12 }, curve })
}

const durations = (op: '+' | '-', a: Term, b: Term): Term => {
  if (!a.whole || !b.whole) return outside('durations with parts of a second')
  return term(a.type, `(${a.sql} ${op} ${b.sql})`, { whole: true, size: sized(0, Math.max(a.size.high, b.size.high) + 1).high > 15 ? outside('a very long duration') : { low: 0, high: Math.max(a.size.high, b.size.high) + 1 } })
}

const scaled = (duration: Term, factor: string, size: number): Term =>
  duration.type === 'months' && duration.size.high + size <= 15 ? term('months', `CAST(trunc(${asDouble(duration)} * ${factor}) AS BIGINT)`, { whole: true, size: { low: 0, high: duration.size.high + size } }) : outside('a duration times a number')

const isDuration = ({ type }: Term): boolean => type === 'months' || type === 'seconds'

export const arithmetic = (op: ArithmeticOperator, a: Term, b: Term, place: Place): Term => {
  if (a.type === 'null' || b.type === 'null') return nullTerm
  if (a.type === 'number' && b.type === 'number') return numbers(op, a, b)
  if (op === '+' && a.type === 'text' && b.type === 'text') return term('text', `(${a.sql} || ${b.sql})`)
  if (a.type === 'date' && isDuration(b) && (op === '+' || op === '-')) return shift(a, b, op === '+' ? 1 : -1, place)
  if (isDuration(a) && b.type === 'date' && op === '+') return shift(b, a, 1, place)
  if (a.type === 'date' && b.type === 'date' && op === '-') return betweenDates(a, b, place)
  if (isDuration(a) && a.type === b.type) {
    if (op === '+' || op === '-') return durations(op, a, b)
    if (op === '/') return term('number', `(${asDouble(a)} / nullif(${asDouble(b)}, 0))`, { size: sized(a.size.low - b.size.high, a.size.high - b.size.low) })
  }
  if (op === '*' && isDuration(a) && b.type === 'number') return scaled(a, asDouble(b), b.size.high)
  if (op === '*' && a.type === 'number' && isDuration(b)) return scaled(b, asDouble(a), a.size.high)
  if (op === '/' && isDuration(a) && b.type === 'number') return scaled(a, `(1 / nullif(${asDouble(b)}, 0))`, -b.size.low)
  return nullTerm
}

export const negated = (of: Term): Term => {
  if (of.type !== 'number' && !isDuration(of)) return nullTerm
  return term(of.type, `(-${of.type === 'number' ? asDouble(of) : of.sql})`, { whole: of.whole, size: of.size, curve: follow(of.curve, (value) => -value, false) })
}

/** Whole months from one day to another; a month counts when its day has come. */
export const wholeMonths = (from: Term, to: Term, { query: { dialect } }: Place): Term => {
  const part = (name: 'year' | 'month' | 'day', { sql }: Term) => dialect.part(name, sql)
  const months = `(${part('year', to)} - ${part('year', from)}) * 12 + ${part('month', to)} - ${part('month', from)}`
  const correction = `CASE WHEN ${to.sql} >= ${from.sql} THEN CASE WHEN ${part('day', to)} < ${part('day', from)} THEN -1 ELSE 0 END ELSE CASE WHEN ${part('day', to)} > ${part('day', from)} THEN 1 ELSE 0 END END`
  const [start, end] = [from.constant, to.constant]
  const curve = end instanceof FeelDate ? follow(from.curve, (day) => monthsBetween(day, end.days), false) : start instanceof FeelDate ? follow(to.curve, (day) => monthsBetween(start.days, day)) : undefined
  return term('months', `CASE WHEN ${from.sql} IS NOT NULL AND ${to.sql} IS NOT NULL THEN ${months} + ${correction} END`, { whole: true, size: { low: 0, high: 6 }, curve })
}
