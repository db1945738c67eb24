// The values of one input that make a difference to the cells below it: each bound, what lies between, below and above, and anything else.
// What a cell says must follow from the value alone; a cell that reads other answers cannot be laid out like this.
import { evaluate } from '../feel/compile.ts'
import { conceptsOf, readsTestedValue, type Expression } from '../feel/expression.ts'
import { layer, local, toFeel } from '../feel/scope.ts'
import { FeelDate } from '../feel/temporal.ts'
import { FeelObject, type FeelValue } from '../feel/value.ts'

/** What is known of the values an input may have; `choices` when it can be nothing else. */
export type Domain = { type: 'number' | 'integer' | 'text' | 'boolean' | 'date'; choices?: readonly string[]; minimum?: number; maximum?: number }

/** One value, as a person would write it, and for each row whether its cell lets it pass. */
export type Sample = { text: string; passes: boolean[] }

type Point = { value: FeelValue; text: string }

const boundsIn = (test: Expression): Expression[] => {
  if (test.kind === 'unary') return boundsIn(test.operand)
  if (test.kind === 'range') return [test.low, test.high]
  if (test.kind === 'list') return test.items.flatMap(boundsIn)
  return [test]
}

/** The tests of a cell; undefined where it is not made of tests, or looks at something else than its value. */
const testsIn = (cell: Expression): Expression[] | undefined => {
  if (cell.kind === 'literal') return []
  if (cell.kind === 'call' && cell.name === 'not' && 'positional' in cell.args) return cell.args.positional[0] && testsIn(cell.args.positional[0])
  if (cell.kind !== 'in' || cell.tests.some((test) => readsTestedValue(test) || conceptsOf(test).length > 0)) return undefined
  return cell.tests
}

const numbers = (bounds: readonly number[], { type, minimum = -Infinity, maximum = Infinity }: Domain): Point[] => {
  const sorted = [...new Set([...bounds, minimum, maximum].filter(Number.isFinite))].sort((a, b) => a - b)
  const whole = type === 'integer'
  const between = sorted.flatMap((low, at) => {
    const high = sorted[at + 1]
    if (high === undefined) return []
    if (whole) return high - Math.floor(low) > 1 ? [Math.floor(low) + 1] : []
    return [(low + high) / 2]
  })
  const ends = sorted.length === 0 ? [0] : [Math.ceil(sorted[0] ?? 0) - 1, Math.floor(sorted.at(-1) ?? 0) + 1]
  const inside = [...sorted, ...between, ...ends].filter((value) => value >= minimum && value <= maximum && (!whole || Number.isInteger(value)))
  return inside.sort((a, b) => a - b).map((value) => ({ value, text: String(value) }))
}

const dates = (bounds: readonly FeelDate[]): Point[] =>
  numbers(bounds.map(({ days }) => days), { type: 'integer' }).map(({ value }) => {
    const date = new FeelDate(typeof value === 'number' ? value : 0)
    return { value: date, text: date.toString() }
  })

const anythingElse = '…'

const pointsOf = (bounds: readonly FeelValue[], domain: Domain): Point[] | undefined => {
  if (domain.type === 'boolean') return [true, false].map((value) => ({ value, text: String(value) }))
  if (domain.choices) return domain.choices.map((value) => ({ value, text: value }))
  if (domain.type === 'date') return bounds.every((bound) => bound instanceof FeelDate) ? dates(bounds) : undefined
  if (domain.type === 'text') return bounds.every((bound) => typeof bound === 'string') ? [...new Set(bounds), anythingElse].map((value) => ({ value, text: value })) : undefined
  return bounds.every((bound) => typeof bound === 'number') ? numbers(bounds, domain) : undefined
}

/**
 * Values of one input that cover all that its cells tell apart; those that no cell tells apart stand once. Undefined where a cell
 * cannot be laid out. @param cells one per row @param on `today`, YYYY-MM-DD
 */
export const samplesOf = (cells: readonly Expression[], domain: Domain, on: string): Sample[] | undefined => {
  const scope = layer(new Map([['today', toFeel(on, 'date')]]))
  const tests = cells.map(testsIn)
  if (tests.includes(undefined)) return undefined
  const bounds = tests.flatMap((each) => (each ?? []).flatMap(boundsIn)).map((bound) => evaluate(bound, scope)).filter((bound) => bound !== null)
  const points = pointsOf(bounds, domain)
  if (!points) return undefined
  const distinct = new Map<string, Sample>()
  for (const { value, text } of points) {
    const passes = cells.map((cell) => evaluate(cell, local('?', value, scope)) === true)
    const key = passes.join()
    if (!distinct.has(key)) distinct.set(key, { text, passes })
  }
  return [...distinct.values()]
}

/** The type the bounds of cells suggest: `>= 60` is about numbers, `"a", "b"` about texts; undefined when they tell nothing. */
export const typeOfCells = (cells: readonly Expression[], on: string): Domain['type'] | undefined => {
  const scope = layer(new Map([['today', toFeel(on, 'date')]]))
  for (const bound of cells.flatMap((cell) => testsIn(cell) ?? []).flatMap(boundsIn)) {
    const value = evaluate(bound, scope)
    if (value instanceof FeelDate) return 'date'
    if (typeof value === 'number') return 'number'
    if (typeof value === 'string') return 'text'
    if (typeof value === 'boolean') return 'boolean'
    if (value instanceof FeelObject) return undefined
  }
  return undefined
}
