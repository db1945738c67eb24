// What a rule written by mistake or in bad faith can cost: it ends soon, and all it gets is null.
import { expect, it } from 'vitest'
import { evaluate } from './compile.ts'
import { mostItems } from './effort.ts'
import { parse } from './parse.ts'
import { fromFeel, scopeOf } from './scope.ts'

const lenient = (text: string): unknown => fromFeel(evaluate(parse(text, { lenient: true }), scopeOf({ n: 3000 })))

it.each([
  'count(for i in 1..3000, j in 1..3000 return i * j) > 0', 'count(for i in 1..n, j in 1..n return i * j) > 0', 'some i in 1..n satisfies every j in 1..n satisfies i * j >= 0 and i < 0',
  'count(distinct values(for i in 1..90000 return i)) > 0', 'count(for i in 1..300 return count((for j in 1..n return j)[item > 1])) > 0', 'for i in 1..90000 return concatenate(partial, partial)',
  'sort(for i in 1..90000 return -i, function(a, b) a < b)', 'for i in 1..90000 return count(partial)',
])('%s is null, and soon', (text) => {
  const start = performance.now()
  expect(lenient(text)).toBeNull()
  expect(performance.now() - start).toBeLessThan(2000)
})

it('ordinary lists are gone through, and an evaluation after one that was ended begins anew', () => {
  expect(lenient('count(for i in 1..n, j in 1..n return i)')).toBeNull()
  expect(lenient('count(for i in 1..200, j in 1..100 return i * j)')).toBe(20_000)
})

it('ranges that are too long as written are refused when the rule is read', () => {
  expect(() => parse('count(for i in 1..3000, j in 1..3000 return i * j) > 0')).toThrow(`9000000 combinations, more than the ${mostItems}`)
  expect(() => parse('some i in 1..1000000 satisfies i = 3')).toThrow('1000000 combinations')
})

it('patterns that could be tried in too many ways are refused when the rule is read, and null when the rule makes them up', () => {
  for (const call of ['matches(a.b, "(a+)+$")', 'replace(a.b, "(a|a)*b", "")', 'split(a.b, "(?:x+x+)+y")', 'matches(input: a.b, pattern: "(a+)+$")']) expect(() => parse(call), call).toThrow('may take too long')
  expect(lenient('matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)" + "+$")')).toBeNull()
  expect(lenient('matches("ab12", "[a-z]+\\\\d+")')).toBe(true)
})
