// Laws that hold for every expression and every scope: three-valued logic is Kleene's, the calendar agrees with
// JavaScript's, and a parsed rule never throws whatever it is given.
import { expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { civilOf, dayNumber, weekday } from './calendar.ts'
import { compile, test as holds } from './compile.ts'
import { conceptsOf, type Expression } from './expression.ts'
import { explain } from './explain.ts'
import { parse } from './parse.ts'
import { fromFeel, scopeOf, toFeel, type FeelInput } from './scope.ts'
import { parseDate } from './temporal.ts'

const truth = fc.constantFrom(true, false, null)
const evaluateWith = (text: string, values: Record<string, FeelInput>): unknown => compile(parse(text))(scopeOf(values))

test('and and or commute, associate, absorb and are turned into each other by not', () => {
  const laws = [
    ['a and b', 'b and a'], ['a or b', 'b or a'], ['a and (b and c)', '(a and b) and c'], ['a or (b or c)', '(a or b) or c'],
    ['a and (a or b)', 'a'], ['a or (a and b)', 'a'], ['not(a and b)', 'not(a) or not(b)'], ['not(a or b)', 'not(a) and not(b)'],
    ['a and (b or c)', 'a and b or a and c'], ['not(not(a))', 'a'], ['a and a', 'a'],
  ] as const
  fc.assert(fc.property(truth, truth, truth, (a, b, c) => {
    for (const [left, right] of laws) expect(evaluateWith(left, { a, b, c }), `${left} is ${right}`).toBe(evaluateWith(right, { a, b, c }))
  }))
})

test('answering more never turns a settled test round', () => {
  const condition = fc.letrec<{ rule: string; leaf: string }>((tie) => ({
    leaf: fc.constantFrom('a = 1', 'b != 2', 'a < b', 'c in (1, 2)', 'b between 1 and 2', 'not(c = 1)', 'a in [1, b]', '(if a = 1 then b = 1 else c = 1)'),
    rule: fc.oneof({ maxDepth: 3 }, tie('leaf'), fc.tuple(tie('rule'), fc.constantFrom('and', 'or'), tie('rule')).map(([x, op, y]) => `(${x} ${op} ${y})`)),
  })).rule
  const answer = fc.constantFrom(1, 2, 3)
  const known = fc.record({ a: answer, b: answer, c: answer }, { requiredKeys: [] })
  fc.assert(fc.property(condition, known, fc.record({ a: answer, b: answer, c: answer }), (text, some, all) => {
    const rule = parse(text)
    const early = holds(rule, scopeOf(some))
    if (early !== null) expect(holds(rule, scopeOf({ ...all, ...some }))).toBe(early)
  }), { numRuns: 500 })
})

const atoms = [
  'null', 'true', '-1.5', '"4403"', '[]', '[1, null, "a"]', '{a: 1, b: [2]}', '@"2026-11-16"', '@"P1M"', '@"PT1.5S"', '@"10:00:00@Asia/Shanghai"',
  '@"2026-11-16T10:00:00Z"', '[1..3]', '(< 3)', 'x', 'x.y', 'x.y.year', '(function(a) a)', '(function(a, b) a < b)',
]
const shapes = [
  '(E + E)', '(E - E)', '(E * E)', '(E / E)', '(E ** E)', '(-E)', '(E = E)', '(E < E)', '(E >= E)', '(E and E)', '(E or E)', '(if E then E else E)', '(E in E)',
  '(E in (E, E))', '(E between E and E)', '[E, E]', '{k: E, l: k}', 'E[E]', 'E.a', '(some q in E satisfies E)', '(every q in E satisfies q = E)',
  '(for q in E return E)', '(for q in E..E return q)', '(E)(E)', 'not(E)', 'count(E)', 'sum(E)', 'max(E, E)', 'string(E)', 'substring(E, E)', 'matches(E, E)',
  'replace(E, E, E)', 'date(E)', 'time(E)', 'duration(E)', 'sort(E, E)', 'append(E, E)', 'list contains(E, E)', 'sublist(E, E, E)', 'before(E, E)',
  'overlaps(E, E)', 'decimal(E, E)', 'get value(E, E)', 'context put(E, E, E)', 'day of week(E)', 'week of year(E)', 'split(E, E)',
  '(E instance of list<number>)',
]
const anyExpression = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom(...atoms),
    fc.tuple(fc.constantFrom(...shapes), fc.array(tie('e'), { minLength: 3, maxLength: 3 })).map(([shape, parts]) => {
      let at = 0
      return shape.replace(/E/g, () => parts[at++] ?? 'null')
    }),
  ),
})).e
const anyInput: fc.Arbitrary<FeelInput> = fc.oneof(
  fc.jsonValue().map((json) => json as FeelInput), // JSON is what a FeelInput is
  fc.constantFrom('2026-11-16', '10:00:00', 'P1D').chain((text) => fc.constantFrom(...(['date', 'time', 'duration', 'any'] as const)).map((type) => toFeel(text, type))),
)

/** Undefined where the grammar gives up on the nesting. */
function parsed(text: string): Expression | undefined {
  try {
    return parse(text, { lenient: true })
  } catch {
    return undefined
  }
}

test('a parsed expression never throws, for any scope, in either reading of null, before and after its journey as JSON', () => {
  fc.assert(fc.property(anyExpression, anyInput, anyInput, (text, x, xy) => {
    const expression = parsed(text)
    if (!expression) return fc.pre(false)
    const scope = scopeOf({ x, 'x.y': xy })
    const value = fromFeel(compile(expression)(scope))
    expect(value).not.toBe(undefined)
    expect(fromFeel(compile(JSON.parse(JSON.stringify(expression)))(scope))).toEqual(value)
    expect(explain(expression, scope).result).toBe(holds(expression, scope))
    expect(conceptsOf(expression).every((id) => id === 'x' || id.startsWith('x.'))).toBe(true)
  }), { numRuns: 1500 })
})

test('any text at all is either parsed or refused with a place inside it', () => {
  const noise = fc.oneof(fc.string(), fc.array(fc.constantFrom('a', '1', '(', ')', '[', ']', 'and', '=', '"', '.', ',', 'if', 'then', 'in', '..', '@', '\n', '🐎'), { maxLength: 12 }).map((words) => words.join(' ')))
  fc.assert(fc.property(noise, (text) => {
    try {
      parse(text)
    } catch (error) {
      expect(error).toMatchObject({ name: 'FeelSyntaxError' })
      const { line, column } = error as { line: number; column: number } // the name was just checked
      expect(line).toBeLessThanOrEqual(text.split('\n').length)
      expect(column).toBeLessThanOrEqual((text.split('\n')[line - 1]?.length ?? 0) + 1)
    }
  }), { numRuns: 1000 })
})

test('days and dates are each other and agree with the calendar of JavaScript', () => {
  fc.assert(fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (days) => {
    const date = new Date(days * 86_400_000)
    expect(civilOf(days)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
    expect(dayNumber(civilOf(days))).toBe(days)
    expect(weekday(days) % 7).toBe(date.getUTCDay())
  }))
  fc.assert(fc.property(fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
    const text = date.toISOString().slice(0, 10)
    expect(String(parseDate(text))).toBe(text)
  }))
})
