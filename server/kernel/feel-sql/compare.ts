// Comparisons in SQL with the interpreter's answers: null on either side is unknown, different kinds cannot be compared.
// What follows from one date is compared as a date: "at least 80 years old" is "born on or before".
import { dayNumber } from '../feel/calendar.ts'
import { MonthsDuration, SecondsDuration } from '../feel/duration.ts'
import type { ComparisonOperator } from '../feel/expression.ts'
import { FeelDate } from '../feel/temporal.ts'
import type { Place } from './place.ts'
import { nullTerm, term, type Curve, type Term } from './term.ts'

export const nothing = 'CAST(NULL AS BOOLEAN)'
export const unknownTruth: Term = { ...nullTerm, type: 'boolean', sql: nothing, constant: undefined }
export const truthTerm = (sql: string): Term => term('boolean', sql)

const firstDay = dayNumber({ year: 1000, month: 1, day: 1 })
const lastDay = dayNumber({ year: 9999, month: 12, day: 31 })

/** A constant as a place on its line: a number, days, months, seconds. */
const placeOn = ({ constant }: Term): number | undefined => {
  if (typeof constant === 'number') return constant
  if (constant instanceof FeelDate) return constant.days
  if (constant instanceof MonthsDuration) return constant.months
  return constant instanceof SecondsDuration ? constant.seconds : undefined
}

const holds: Record<'<' | '<=' | '>' | '>=', (a: number, b: number) => boolean> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b }

/** The first day from which on `is` answers the same as on the last day. */
const turningDay = (is: (day: number) => boolean): number => {
  const late = is(lastDay)
  if (is(firstDay) === late) return firstDay
  let [low, high] = [firstDay, lastDay]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (is(middle) === late) high = middle
    else low = middle
  }
  return high
}

/** `curve op value` as a comparison of its date. */
const onDate = (curve: Curve, op: '<' | '<=' | '>' | '>=', value: number): string => {
  const is = (day: number): boolean => holds[op](curve.at(day), value)
  const from = `CAST('${new FeelDate(turningDay(is))}' AS DATE)`
  return is(lastDay) ? `(${curve.date} >= ${from})` : `(${curve.date} < ${from})`
}

/** A curve that always holds or never does must still be null for a null: the first day stands for "whatever day". */
const byCurve = (curve: Curve, op: ComparisonOperator, value: number): string => {
  switch (op) {
    case '=': return `(${onDate(curve, '>=', value)} AND ${onDate(curve, '<=', value)})`
    case '!=': return `(NOT ${byCurve(curve, '=', value)})`
    default: return onDate(curve, op, value)
  }
}

const flipped: Record<ComparisonOperator, ComparisonOperator> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

const sqlOperators: Record<ComparisonOperator, string> = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }

/** `a op b`, unknown when either is null. */
export const comparison = (op: ComparisonOperator, a: Term, b: Term, place: Place): Term => {
  if (a.type === 'null' || b.type === 'null' || a.type !== b.type) return unknownTruth
  if (a.type === 'boolean' && op !== '=' && op !== '!=') return unknownTruth
  const [left, right] = [placeOn(a), placeOn(b)]
  if (a.curve && right !== undefined) return truthTerm(byCurve(a.curve, op, right))
  if (b.curve && left !== undefined) return truthTerm(byCurve(b.curve, flipped[op], left))
  const isOrder = op !== '=' && op !== '!='
  const side = ({ sql }: Term): string => (a.type === 'text' && isOrder ? place.query.dialect.ordered(sql) : sql)
  return truthTerm(`(${side(a)} ${sqlOperators[op]} ${side(b)})`)
}

/** Whether two values are the same, null being a value like others. */
export const sameValue = (a: Term, b: Term): string => `(${a.sql} IS NOT DISTINCT FROM ${b.sql})`

/** `x = null`: whether it is given; of a column the data does not have, nobody knows. */
export const isNull = (value: Term): Term => (value.absent ? unknownTruth : truthTerm(value.type === 'null' ? 'TRUE' : `(${value.sql} IS NULL)`))
