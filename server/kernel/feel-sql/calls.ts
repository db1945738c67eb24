// Built-in functions in SQL, where an engine gives exactly the interpreter's answer. All others are left to the interpreter.
import type { Expression } from '../feel/expression.ts'
import { longestMatched } from '../feel/pattern-cost.ts'
import { wholeMonths } from './arithmetic-sql.ts'
import { comparison, isNull, truthTerm, unknownTruth } from './compare.ts'
import { aggregate, rowsOf, type Compile } from './lists.ts'
import type { Place } from './place.ts'
import { follow } from './resolve.ts'
import { asDouble, nullTerm, outside, term, type Term } from './term.ts'

type Call = Extract<Expression, { kind: 'call' }>
type Write = (given: Term[], place: Place) => Term

const onTexts = (write: (texts: Term[], place: Place) => Term): Write => (given, place) => (given.every(({ type }) => type === 'text') ? write(given, place) : nullTerm)

/** Patterns every engine reads alike: letters, digits, Chinese characters, classes, groups, repetition, both ends. */
const plainPattern = /^\^?(?:[\w一-龥\-()|]|\[[\w一-龥]+(?:-[\w一-龥])*\]|[*+?]|\{\d+(?:,\d*)?\})*\$?$/

const matches = onTexts(([text = nullTerm, pattern = nullTerm], { query: { dialect } }) => {
  const { constant } = pattern
  if (typeof constant !== 'string' || !plainPattern.test(constant)) return outside('a pattern engines may read differently')
  return truthTerm(`CASE WHEN length(${text.sql}) <= ${longestMatched} THEN ${dialect.matches(text.sql, pattern.sql)} END`)
})

const substring: Write = ([text = nullTerm, start = nullTerm, length]) => {
  if (text.type !== 'text') return nullTerm
  const [from, count] = [start.constant, length?.constant]
  if (typeof from !== 'number' || from < 1 || (length && (typeof count !== 'number' || count < 1))) return outside('substring from a place that is not fixed')
  return term('text', `substring(${text.sql}, ${Math.trunc(from)}${typeof count === 'number' ? `, ${Math.trunc(count)}` : ''})`)
}

const half = (sql: string): string => `(${sql} - floor(${sql}))`

/** Rounding to whole numbers; to decimals, the interpreter rounds the digits as written. */
const roundings: Readonly<Record<string, { sql: (x: string) => string; at?: (value: number) => number }>> = {
  floor: { sql: (x) => `floor(${x})`, at: Math.floor },
  ceiling: { sql: (x) => `ceil(${x})`, at: Math.ceil },
  'round down': { sql: (x) => `trunc(${x})`, at: Math.trunc },
  'round up': { sql: (x) => `(sign(${x}) * ceil(abs(${x})))` },
  'round half up': { sql: (x) => `(sign(${x}) * floor(abs(${x}) + 0.5))` },
  'round half down': { sql: (x) => `(sign(${x}) * ceil(abs(${x}) - 0.5))` },
  round: { sql: (x) => `(floor(${x}) + CASE WHEN ${half(x)} > 0.5 OR (${half(x)} = 0.5 AND floor(${x}) / 2 <> floor(floor(${x}) / 2)) THEN 1 ELSE 0 END)` },
}

const rounding = (name: string): Write => ([number = nullTerm, scale]) => {
  if (scale && scale.constant !== 0) return outside('rounding to decimals')
  const by = roundings[name === 'decimal' ? 'round' : name]
  if (number.type !== 'number' || !by) return nullTerm
  return term('number', by.sql(asDouble(number)), { whole: true, size: { low: 0, high: Math.max(1, number.size.high) }, curve: by.at && follow(number.curve, by.at) })
}

const extreme = (name: 'min' | 'max'): Write => (given) => {
  const [first] = given
  if (given.some(({ type }) => type === 'null')) return nullTerm
  if (!first || given.some(({ type }) => type !== first.type) || first.type === 'boolean' || first.type === 'text') return outside(`${name} of different kinds`)
  const sqls = given.map((each) => (first.type === 'number' ? asDouble(each) : each.sql))
  const size = { low: Math.min(...given.map((each) => each.size.low)), high: Math.max(...given.map((each) => each.size.high)) }
  return term(first.type, `CASE WHEN ${given.map(({ sql }) => `${sql} IS NOT NULL`).join(' AND ')} THEN ${name === 'min' ? 'least' : 'greatest'}(${sqls.join(', ')}) END`, { whole: given.every(({ whole }) => whole), size })
}

const functions: Readonly<Record<string, Write>> = {
  contains: onTexts(([text = nullTerm, part = nullTerm], { query }) => truthTerm(query.dialect.contains(text.sql, part.sql))),
  'starts with': onTexts(([text = nullTerm, part = nullTerm]) => truthTerm(`starts_with(${text.sql}, ${part.sql})`)),
  'ends with': onTexts(([text = nullTerm, part = nullTerm], { query }) => truthTerm(query.dialect.endsWith(text.sql, part.sql))),
  'string length': onTexts(([text = nullTerm]) => term('number', `length(${text.sql})`, { whole: true, size: { low: 0, high: 10 } })),
  matches, substring,
  abs: ([of = nullTerm]) => (of.type === 'number' || of.type === 'months' || of.type === 'seconds' ? term(of.type, `abs(${of.type === 'number' ? asDouble(of) : of.sql})`, { whole: of.whole, size: of.size }) : nullTerm),
  modulo: ([a = nullTerm, b = nullTerm]) => {
    if (a.type !== 'number' || b.type !== 'number') return nullTerm
    if (!a.whole || !b.whole) return outside('modulo of numbers that are not whole')
    const [x, y] = [asDouble(a), `nullif(${asDouble(b)}, 0)`]
    return term('number', `(${x} - ${y} * floor(${x} / ${y}))`, { whole: true, size: b.size })
  },
  date: ([of = nullTerm, another]) => (of.type === 'date' && !another ? of : outside('a date out of text or numbers')),
  'years and months duration': ([from = nullTerm, to = nullTerm], place) => (from.type === 'date' && to.type === 'date' ? wholeMonths(from, to, place) : nullTerm),
  'is defined': ([of = nullTerm]) => {
    const empty = isNull(of)
    return empty.sql === unknownTruth.sql ? empty : truthTerm(`(NOT ${empty.sql})`)
  },
  before: ([a = nullTerm, b = nullTerm], place) => comparison('<', a, b, place),
  after: ([a = nullTerm, b = nullTerm], place) => comparison('>', a, b, place),
  min: extreme('min'), max: extreme('max'),
  ...Object.fromEntries(['decimal', ...Object.keys(roundings)].map((name) => [name, rounding(name)])),
}

const listContains = ([list, element]: readonly Expression[], place: Place, compile: Compile): Term => {
  if (list?.kind !== 'list' || !element) return outside('list contains of a list that is computed')
  const value = compile(element, place)
  const items = list.items.map((item) => compile(item, place))
  if (value.absent) return unknownTruth
  if (items.some(({ type, constant }) => constant === undefined || (type !== 'null' && type !== value.type))) return outside('list contains of a list of different kinds')
  const found = items.map((item) => (item.type === 'null' ? `${value.sql} IS NULL` : `${value.sql} = ${item.sql}`))
  return truthTerm(found.length === 0 ? 'FALSE' : `coalesce(${found.join(' OR ')}, FALSE)`)
}

const isSum = (name: string): name is 'count' | 'sum' | 'min' | 'max' | 'mean' => ['count', 'sum', 'min', 'max', 'mean'].includes(name)

export const call = ({ name, args }: Call, place: Place, compile: Compile): Term => {
  if ('named' in args) return outside(`${name} with named arguments`)
  const { positional } = args
  const [only] = positional
  if (isSum(name) && positional.length === 1 && only && only.kind !== 'literal') return aggregate(name, rowsOf(only, place, compile), place)
  if (name === 'list contains') return listContains(positional, place, compile)
  const write = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (!write || (isSum(name) && positional.length < 2)) return outside(`the function ${name}`)
  const given = positional.map((arg) => compile(arg, place))
  return write(given, place)
}
