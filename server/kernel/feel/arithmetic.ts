// FEEL arithmetic on numbers, strings, dates and durations. Whatever does not fit together gives null.
// Numbers are doubles: exact for integers below 2^53, so amounts are kept in the smallest unit.
import { addMonths, isCivil } from './calendar.ts'
import { MonthsDuration, SecondsDuration, type Duration } from './duration.ts'
import type { ArithmeticOperator } from './expression.ts'
import { FeelDate, FeelDateTime, FeelTime } from './temporal.ts'
import type { FeelValue } from './value.ts'

/** Infinite and undefined results are null. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function isDuration(value: FeelValue): value is Duration {
  return value instanceof MonthsDuration || value instanceof SecondsDuration
}

function shift(value: FeelDate | FeelTime | FeelDateTime, by: Duration, sign: 1 | -1): FeelValue {
  const moved = shifted(value, by, sign)
  const date = moved instanceof FeelDateTime ? moved.date : moved
  return date instanceof FeelDate && !isCivil(date.civil()) ? null : moved
}

function shifted(value: FeelDate | FeelTime | FeelDateTime, by: Duration, sign: 1 | -1): FeelValue {
  if (by instanceof MonthsDuration) {
    if (value instanceof FeelDate) return new FeelDate(addMonths(value.days, sign * by.months))
    if (value instanceof FeelTime) return null
    return new FeelDateTime(new FeelDate(addMonths(value.date.days, sign * by.months)), value.time)
  }
  const whole = Math.trunc(by.seconds)
  const nanos = Math.round((by.seconds - whole) * 1e9)
  if (value instanceof FeelDate) return FeelDateTime.at(value.days, sign * whole, sign * nanos, null).date
  const time = value instanceof FeelTime ? value : value.time
  const days = value instanceof FeelTime ? 0 : value.date.days
  const moved = FeelDateTime.at(days, time.seconds + sign * whole, time.nanos + sign * nanos, time.zone)
  return value instanceof FeelTime ? moved.time : moved
}

function add(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return new MonthsDuration(a.months + b.months)
  if (a instanceof SecondsDuration && b instanceof SecondsDuration) return new SecondsDuration(a.seconds + b.seconds)
  if (isDuration(b) && (a instanceof FeelDate || a instanceof FeelTime || a instanceof FeelDateTime)) return shift(a, b, 1)
  return isDuration(a) && !isDuration(b) ? add(b, a) : null
}

/** A date is its midnight in Greenwich, so it has no distance to a time that belongs to no zone. */
function dateTimeOf(value: FeelValue): FeelDateTime | null {
  if (value instanceof FeelDate) return new FeelDateTime(value, new FeelTime(0, 0, 0))
  return value instanceof FeelDateTime ? value : null
}

function subtract(a: FeelValue, b: FeelValue): FeelValue {
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return new MonthsDuration(a.months - b.months)
  if (a instanceof SecondsDuration && b instanceof SecondsDuration) return new SecondsDuration(a.seconds - b.seconds)
  if (isDuration(b)) {
    return a instanceof FeelDate || a instanceof FeelTime || a instanceof FeelDateTime ? shift(a, b, -1) : null
  }
  if (a instanceof FeelDate && b instanceof FeelDate) return new SecondsDuration((a.days - b.days) * 86_400)
  if (a instanceof FeelTime && b instanceof FeelTime) {
    const order = a.compareTo(b)
    return order === null ? null : new SecondsDuration(order / 1000)
  }
  const [to, from] = [dateTimeOf(a), dateTimeOf(b)]
  if (!to || !from || (from.zone === null) !== (to.zone === null)) return null
  return new SecondsDuration(to.instant() - from.instant() + (to.time.nanos - from.time.nanos) / 1e9)
}

function scale(duration: Duration, factor: number): FeelValue {
  if (finite(factor) === null) return null
  return duration instanceof MonthsDuration
    ? new MonthsDuration(duration.months * factor)
    : new SecondsDuration(duration.seconds * factor)
}

function multiply(a: FeelValue, b: FeelValue): FeelValue {
  if (isDuration(a) && typeof b === 'number') return scale(a, b)
  return typeof a === 'number' && isDuration(b) ? scale(b, a) : null
}

function divide(a: FeelValue, b: FeelValue): FeelValue {
  if (isDuration(a) && typeof b === 'number') return scale(a, 1 / b)
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return finite(a.months / b.months)
  if (a instanceof SecondsDuration && b instanceof SecondsDuration) return finite(a.seconds / b.seconds)
  return null
}

export function arithmetic(op: ArithmeticOperator, a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    switch (op) {
      case '+': return finite(a + b)
      case '-': return finite(a - b)
      case '*': return finite(a * b)
      case '/': return finite(a / b)
      case '**': return finite(a ** b)
    }
  }
  switch (op) {
    case '+': return add(a, b)
    case '-': return subtract(a, b)
    case '*': return multiply(a, b)
    case '/': return divide(a, b)
    case '**': return null
  }
}

export function negateValue(value: FeelValue): FeelValue {
  if (typeof value === 'number') return -value + 0
  return isDuration(value) ? scale(value, -1) : null
}
