// Built-in functions that compare points and ranges (DMN 1.3, 10.3.4.7). A point p is treated as the range [p..p].
// Ends that cannot be compared make the answer null.
import { signature, type Builtin } from './builtin.ts'
import { FeelRange } from './range.ts'
import { rangeOf } from './range-text.ts'
import { compare, equals, type FeelValue } from './value.ts'

/** One end of a range. `beyond` is -1 or 1 for an end that is open to infinity. */
type End = { value: FeelValue; included: boolean; beyond: -1 | 0 | 1 }
type Span = { low: End; high: End }

function spanOf(value: FeelValue): Span {
  if (!(value instanceof FeelRange)) {
    const end: End = { value, included: true, beyond: 0 }
    return { low: end, high: end }
  }
  return {
    low: { value: value.low, included: value.lowIncluded, beyond: value.hasLow() ? 0 : -1 },
    high: { value: value.high, included: value.highIncluded, beyond: value.hasHigh() ? 0 : 1 },
  }
}

function order(a: End, b: End): number {
  return a.beyond || b.beyond ? a.beyond - b.beyond : (compare(a.value, b.value) ?? 0)
}

function comparable(a: Span, b: Span): boolean {
  const ends = (span: Span): End[] => [span.low, span.high].filter((end) => !end.beyond)
  return ends(a).every((x) => ends(b).every((y) => compare(x.value, y.value) !== null))
}

const bothIncluded = (a: End, b: End): boolean => a.included && b.included

/** a begins no later than b. */
function startsBy(a: Span, b: Span): boolean {
  const by = order(a.low, b.low)
  return by < 0 || (by === 0 && (a.low.included || !b.low.included))
}

/** a ends no later than b. */
function endsBy(a: Span, b: Span): boolean {
  const by = order(a.high, b.high)
  return by < 0 || (by === 0 && (!a.high.included || b.high.included))
}

const sameEnd = (a: End, b: End): boolean => order(a, b) === 0 && a.included === b.included

function before(a: Span, b: Span): boolean {
  const by = order(a.high, b.low)
  return by < 0 || (by === 0 && !bothIncluded(a.high, b.low))
}

const meets = (a: Span, b: Span): boolean => order(a.high, b.low) === 0 && bothIncluded(a.high, b.low)
const overlaps = (a: Span, b: Span): boolean => !before(a, b) && !before(b, a)
const includes = (a: Span, b: Span): boolean => startsBy(a, b) && endsBy(b, a)
const starts = (a: Span, b: Span): boolean => sameEnd(a.low, b.low) && endsBy(a, b)
const finishes = (a: Span, b: Span): boolean => sameEnd(a.high, b.high) && startsBy(b, a)
const overlapsBefore = (a: Span, b: Span): boolean =>
  startsBy(a, b) && !sameEnd(a.low, b.low) && !before(a, b) && endsBy(a, b)
const coincides = (a: Span, b: Span): boolean => sameEnd(a.low, b.low) && sameEnd(a.high, b.high)

type Relation = (a: Span, b: Span) => boolean

function answer(relation: Relation, a: FeelValue, b: FeelValue): boolean | null {
  const [first, second] = [spanOf(a), spanOf(b)]
  return comparable(first, second) ? relation(first, second) : null
}

const swapped = (relation: Relation): Relation => (a, b) => relation(b, a)
const ofAny = (relation: Relation): Builtin => [signature(['a:any', 'b:any'], (a, b) => answer(relation, a, b))]
const ofRanges = (relation: Relation): Builtin => [
  signature(['range1:range', 'range2:range'], (a, b) => answer(relation, a, b)),
]

export const rangeBuiltins: Record<string, Builtin> = {
  before: ofAny(before),
  after: ofAny(swapped(before)),
  meets: ofRanges(meets),
  'met by': ofRanges(swapped(meets)),
  overlaps: ofRanges(overlaps),
  'overlaps before': ofRanges(overlapsBefore),
  'overlaps after': ofRanges(swapped(overlapsBefore)),
  finishes: [signature(['a:any', 'range:range'], (a, b) => answer(finishes, a, b))],
  'finished by': [signature(['range:range', 'a:any'], (a, b) => answer(swapped(finishes), a, b))],
  includes: [signature(['range:range', 'a:any'], (range, a) => (a instanceof FeelRange ? answer(includes, range, a) : range.includes(a)))],
  during: [signature(['a:any', 'range:range'], (a, range) => (a instanceof FeelRange ? answer(swapped(includes), a, range) : range.includes(a)))],
  starts: [signature(['a:any', 'range:range'], (a, b) => answer(starts, a, b))],
  'started by': [signature(['range:range', 'a:any'], (a, b) => answer(swapped(starts), a, b))],
  coincides: [signature(['a:any', 'b:any'], (a, b) => (
    a instanceof FeelRange !== b instanceof FeelRange ? null : a instanceof FeelRange ? answer(coincides, a, b) : equals(a, b)
  ))],
  range: [signature(['from:string'], rangeOf)],
}
