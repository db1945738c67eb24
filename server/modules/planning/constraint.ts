// Constraints of several services on one concept, joined: a value must satisfy all of them.
// The pack checker uses the same function to refuse services that contradict each other.
import { addDays } from '../../kernel/clock.ts'
import { isCheapPattern, longestMatched } from '../../kernel/feel/pattern-cost.ts'
import type { Constraint } from '../catalogue/definitions.ts'

/** What cannot both hold: which rule, and the two values in the words of the packs. */
export type Contradiction = { contradiction: { rule: 'choices' | 'length' | 'range' | 'dates'; between: [string, string] } }

export const isContradiction = (result: Constraint | Contradiction): result is Contradiction => 'contradiction' in result

const relativeDate = /^today(?:([+-])(\d{1,6}))?$/

/** 'today', 'today-30', 'today+7' or a plain date, as a plain date. */
export const resolveDate = (bound: string, on: string): string => {
  const match = relativeDate.exec(bound)
  if (!match) return bound
  return addDays(on, match[1] === '-' ? -Number(match[2]) : Number(match[2] ?? 0))
}

/** Days from today when the bound is relative. */
const offsetOf = (bound: string): number | undefined => {
  const match = relativeDate.exec(bound)
  return match ? Number(`${match[1] ?? ''}${match[2] ?? 0}`) : undefined
}

/** Negative when `a` is earlier; undefined when only a date could tell (one is relative) and none is given. */
const compareDates = (a: string, b: string, on: string | undefined): number | undefined => {
  const [x, y] = [offsetOf(a), offsetOf(b)]
  if (x !== undefined && y !== undefined) return x - y
  if (on === undefined && (x !== undefined || y !== undefined)) return undefined
  const [from, to] = on === undefined ? [a, b] : [resolveDate(a, on), resolveDate(b, on)]
  return from < to ? -1 : from > to ? 1 : 0
}

/** The stricter of two date bounds. Without a working date a plain date is kept rather than a relative one. */
const stricterDate = (a: string | undefined, b: string | undefined, later: boolean, on: string | undefined): string | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const order = compareDates(a, b, on)
  if (order === undefined) return offsetOf(a) === undefined ? a : b
  if (order === 0) return a < b ? a : b
  return order > 0 === later ? a : b
}

const most = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? (a ?? b) : Math.max(a, b))
const least = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? (a ?? b) : Math.min(a, b))

const joinedStart = '(?=(?:'
const joinedStep = ')$)(?=(?:'
const joinedEnd = ')$)[^]*'

const patternsIn = (pattern: string): string[] =>
  pattern.startsWith(joinedStart) && pattern.endsWith(joinedEnd) ? pattern.slice(joinedStart.length, -joinedEnd.length).split(joinedStep) : [pattern]

/** One pattern that matches what both match; each once and in fixed order, so joining again changes nothing. */
const joinPatterns = (a: string | undefined, b: string | undefined): string | undefined => {
  if (a === undefined || b === undefined || a === b) return a ?? b
  const all = [...new Set([...patternsIn(a), ...patternsIn(b)])].sort()
  return all.length === 1 ? all[0] : joinedStart + all.join(joinedStep) + joinedEnd
}

const compiledPatterns = new Map<string, RegExp>()

/**
 * A pattern must match the whole value; it is read as a Unicode regular expression. A value of more than 500 UTF-16 units matches none,
 * and nothing matches a pattern that could keep the server busy; packs that contain one are refused.
 */
export const matchesPattern = (pattern: string, value: string): boolean => {
  if (value.length > longestMatched) return false
  const joined = patternsIn(pattern)
  if (joined.length > 1) return joined.every((each) => matchesPattern(each, value))
  if (!isCheapPattern(pattern)) return false
  let regex = compiledPatterns.get(pattern)
  if (!regex) compiledPatterns.set(pattern, (regex = new RegExp(`^(?:${pattern})$`, 'u')))
  return regex.test(value)
}

const contradiction = (rule: Contradiction['contradiction']['rule'], a: string | number, b: string | number): Contradiction => ({
  contradiction: { rule, between: [String(a), String(b)] },
})

const choicesLeft = (a: Constraint, b: Constraint): Constraint['choices'] => {
  if (!a.choices || !b.choices) return a.choices ?? b.choices
  const allowed = new Set(b.choices.map((choice) => choice.value))
  return a.choices.filter((choice) => allowed.has(choice.value))
}

const listChoices = (constraint: Constraint): string => (constraint.choices ?? []).map((choice) => choice.value).join(', ')

/**
 * The constraint that holds exactly when both hold, or the contradiction between them.
 * @param on working date 'YYYY-MM-DD', needed only to compare a relative date with a plain one
 */
export const intersect = (a: Constraint, b: Constraint, on?: string): Constraint | Contradiction => {
  const joined: Constraint = {
    choices: choicesLeft(a, b),
    minLength: most(a.minLength, b.minLength),
    maxLength: least(a.maxLength, b.maxLength),
    pattern: joinPatterns(a.pattern, b.pattern),
    minimum: most(a.minimum, b.minimum),
    maximum: least(a.maximum, b.maximum),
    earliest: stricterDate(a.earliest, b.earliest, true, on),
    latest: stricterDate(a.latest, b.latest, false, on),
  }
  const { choices, minLength, maxLength, pattern, minimum, maximum, earliest, latest } = joined
  if (choices && choices.length === 0) return contradiction('choices', listChoices(a), listChoices(b))
  if (choices && pattern !== undefined && !choices.some((choice) => matchesPattern(pattern, choice.value))) {
    return contradiction('choices', listChoices(joined), pattern)
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) return contradiction('length', minLength, maxLength)
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) return contradiction('range', minimum, maximum)
  if (earliest !== undefined && latest !== undefined && (compareDates(earliest, latest, on) ?? 0) > 0) return contradiction('dates', earliest, latest)
  return withoutGaps(joined)
}

/** Constraints are JSON: an absent bound has no key. */
const withoutGaps = (constraint: Constraint): Constraint =>
  Object.fromEntries(Object.entries(constraint).filter(([, bound]) => bound !== undefined))
