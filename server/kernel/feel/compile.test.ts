// What expressions evaluate to: three-valued logic, names, paths, lists, functions.
// Each case is text, answers and the expected value as JSON.
import { describe, expect, test } from 'vitest'
import { compile, evaluate, test as holds, type Semantics } from './compile.ts'
import { parse, parseUnaryTests } from './parse.ts'
import { fromFeel, scopeOf, type FeelInput } from './scope.ts'

type Answers = Record<string, FeelInput>

const value = (text: string, answers: Answers = {}, semantics: Semantics = 'dmn'): unknown =>
  fromFeel(compile(parse(text, { names: Object.keys(answers).filter((name) => name.includes(' ')) }), semantics)(scopeOf(answers)))

describe('three-valued logic', () => {
  const truths = ['true', 'false', 'null']
  const and = { true: ['true', 'false', 'null'], false: ['false', 'false', 'false'], null: ['null', 'false', 'null'] }
  const or = { true: ['true', 'true', 'true'], false: ['true', 'false', 'null'], null: ['true', 'null', 'null'] }
  test.each(Object.entries(and))('%s and true, false, null gives %s', (left, results) => {
    expect(truths.map((right) => String(value(`${left} and ${right}`)))).toEqual(results)
  })
  test.each(Object.entries(or))('%s or true, false, null gives %s', (left, results) => {
    expect(truths.map((right) => String(value(`${left} or ${right}`)))).toEqual(results)
  })
  test('a part that is no truth value leaves the whole open unless another part decides', () => {
    expect(['1 and true', '1 and false', '1 or true', '"x" or false', 'not(1)'].map((text) => value(text))).toEqual([null, false, true, null, null])
  })
  test('null compares with nothing but equals null', () => {
    expect(['null < 1', '1 >= null', 'null between 1 and 2', '1 between null and 2', 'null = null', 'null != null'].map((text) => value(text)))
      .toEqual([null, null, null, null, true, false])
  })
})

describe('the two readings of null', () => {
  const both = (text: string, answers: Answers = {}): unknown[] => [value(text, answers, 'dmn'), value(text, answers, 'open')]
  test.each([
    ['x = 1', false],
    ['x != 1', true],
    ['1 = x', false],
    ['x in (1, 2)', false],
    ['1 in [x, 2]', false],
    ['if x = 1 then "a" else "b"', 'b'],
  ])('%s is settled for DMN, unknown in the open reading while x is not answered', (text, settled) => {
    expect(both(text)).toEqual([settled, null])
    expect(both(text, { x: null })).toEqual([settled, null])
  })
  test.each(['x = null', 'null != y', 'x in (1, null)', 'x = 1 and false', 'y in [x, 2]', 'is defined(y)'])('%s is settled in both', (text) => {
    const [dmn, open] = both(text, { y: 2 })
    expect(open).toBe(dmn)
    expect(typeof dmn).toBe('boolean')
  })
  test('a test is read openly by default, an evaluation as DMN has it', () => {
    const rule = parse('parents.married = true')
    expect(holds(rule, scopeOf({}))).toBe(null)
    expect(holds(rule, scopeOf({}), 'dmn')).toBe(false)
    expect(evaluate(rule, scopeOf({}))).toBe(false)
    expect(holds(parse('1 + 1'), scopeOf({}))).toBe(null)
  })
})

describe('names and paths', () => {
  test('a flat answer is found under its whole dotted name', () => {
    expect(value('child.name + "!"', { 'child.name': '小满' })).toBe('小满!')
  })
  test('a nested answer is found step by step, and the longest name wins', () => {
    expect(value('child.address.city', { child: { address: { city: '深圳' } } })).toBe('深圳')
    expect(value('child.address.city', { child: { address: { city: '深圳' } }, 'child.address': { city: '广州' } })).toBe('广州')
  })
  test('a missing name or path is null, and nothing inherited is ever found', () => {
    for (const text of ['nobody', 'nobody.name', 'child.constructor', 'constructor', '__proto__', 'child.name.length', '{a: 1}.toString']) {
      expect(value(text, { child: { name: 'x' } })).toBe(null)
    }
  })
  test('a property of a list is the list of the properties', () => {
    expect(value('children.age', { children: [{ age: 3 }, { age: 5 }, 7] })).toEqual([3, 5, null])
  })
  test('properties of dates, durations and ranges', () => {
    expect(value('d.year * 10000 + d.month * 100 + d.day', { d: '2026-11-16' })).toBe(null)
    expect(value('date(d).year', { d: '2026-11-16' })).toBe(2026)
    expect(value('[@"2026-11-16".weekday, @"P1Y2M".months, @"P1DT2H".hours, [1..5].end, (< 3).start, @"10:00:00".year]')).toEqual([1, 2, 2, 5, null, null])
  })
  test('a local variable hides an answer of the same name', () => {
    expect(value('for child in [{name: "a"}, {name: "b"}] return child.name', { 'child.name': 'x' })).toEqual(['a', 'b'])
  })
})

describe('lists, filters and iterations', () => {
  test.each([
    ['[1, 2, 3][2]', 2], ['[1, 2, 3][-1]', 3], ['[1, 2, 3][0]', null], ['[1, 2, 3][4]', null], ['[][1]', null], ['7[1]', 7],
    ['null[1]', null],
    ['[1, 2, 3][item > 1]', [2, 3]], ['[1, 2, 3][> 1]', [2, 3]], ['[1, null, 3][item > 1]', [3]], ['[1, 2][true]', [1, 2]],
    ['[1, 2]["a"]', []],
    ['[{a: 1}, {a: 2, item: 9}, 3][a > 1]', [{ a: 2, item: 9 }]], ['[{item: 5}][item = 5]', [{ item: 5 }]],
    ['for i in 1..3 return i * i', [1, 4, 9]], ['for i in 3..1 return i', [3, 2, 1]], ['for i in (1..4) return i', [2, 3]],
    ['for i in 1..2, j in [10, 20] return i + j', [11, 21, 12, 22]],
    ['for i in 1..4 return if i < 3 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3]],
    ['for d in @"2026-01-30"..@"2026-02-01" return d', ['2026-01-30', '2026-01-31', '2026-02-01']], ['for x in "a" return x', ['a']],
    ['for x in null return x', null], ['for i in 1.."z" return i', null], ['for i in 1..10 ** 11 return i', null],
    ['for i in ["a".."c"] return i', null],
    ['some x in [1, 2] satisfies x > 1', true], ['some x in [1, null] satisfies x > 1', null], ['some x in [] satisfies true', false],
    ['every x in [1, 2] satisfies x > 1', false], ['every x in [2, null] satisfies x > 1', null], ['every x in [] satisfies false', true],
    ['some x in null satisfies true', null], ['every x in [1, 2], y in [x, 3] satisfies x <= y', true],
  ])('%s is %j', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })
})

describe('membership and ranges', () => {
  test.each([
    ['1 in 1', true], ['1 in (2, 3)', false], ['1 in [2, 1]', true], ['1 in (< 0, >= 1)', true], ['1 in != 1', false], ['1 in (= 1)', true],
    ['2 in (1..2)', false], ['2 in ]1..2]', true], ['2 in [[5..6], [1..2]]', true], ['"b" in ["a".."c"]', true], ['1 in "a"', false],
    ['"a" in > 1', null],
    ['5 in (null..10]', null], ['11 in [null..10]', false], ['[1..2] in [[1..2], [3..4]]', true], ['3 in (? > 2 and ? < 4)', true],
    ['[5..1]', null], ['[1.."a"]', null], ['(< 10) = (< 10)', true], ['(< 10) = (<= 10)', false], ['[1..2] = [1..3]', false],
    ['[1..2] < [3..4]', null],
    ['@"2026-05-01" in [@"2026-01-01"..@"2026-12-31"]', true], ['@"2026-05-01" between @"2026-01-01" and @"2026-04-30"', false],
  ])('%s is %j', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })
  test('a cell of a decision table tests the value ?', () => {
    const cell = (text: string, tested: FeelInput): unknown => evaluate(parseUnaryTests(text), scopeOf({ limit: 3 }, { '?': tested }))
    expect([cell('< limit', 2), cell('1, 5', 5), cell('not(1, 5)', 5), cell('-', null), cell('null', null), cell('? + 1 = limit', 2), cell('> 1', null)])
      .toEqual([true, true, false, true, true, true, null])
  })
})

describe('functions, contexts and types', () => {
  test.each([
    ['(function(a, b) a - b)(5, 3)', 2], ['(function(a, b) a - b)(b: 5, a: 3)', -2], ['(function(a) a)(1, 2)', null],
    ['(function(a) a)(b: 1)', null],
    ['(1)(2)', null], ['{f: function(x) x + 1, r: f(2)}.r', 3], ['(function() 1) = (function() 1)', false],
    ['(function(f) f(f))(function(f) f(f))', null],
    ['{f: function() 1}.f()', 1], ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['substring(start position: 2, string: "abc")', 'bc'],
    ['{a: 1, b: a + 1}', { a: 1, b: 2 }], ['{a: 1, a: 2}', null], ['{"x y": 1}', { 'x y': 1 }], ['{} = {}', true],
    ['{a: 1} = {a: 1, b: 2}', false],
    ['{a: [1]} = {a: [1]}', true], ['{a: 1} = {b: 1}', false], ['[1, "a"] = [1, 2]', null], ['[1, 2] = [1]', false], ['-"a"', null], ['2 ^ 3', 8],
    ['-(2)', -2],
    ['if 1 then 2 else 3', 3], ['if true then 2 else 3', 2], ['1 instance of number', true], ['null instance of Any', false],
    ['null instance of Null', true],
    ['[1, 2] instance of list<number>', true], ['[1, "a"] instance of list<number>', false], ['[1] instance of list', true],
    ['{a: 1} instance of context<a: number>', true], ['{a: 1} instance of context<b: number>', false],
    ['@"P1D" instance of duration', true],
    ['@"P1M" instance of days and time duration', false], ['(function(a) a) instance of function<number>->number', true],
  ])('%s is %j', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })
  test('an unknown function in a tree from elsewhere gives null', () => {
    expect(evaluate({ kind: 'call', name: 'frobnicate', args: { positional: [] } }, scopeOf({}))).toBe(null)
  })
  test('an error that is no limit of the machine is passed on', () => {
    const broken = { get: () => { throw new TypeError('broken scope') }, outer: undefined }
    expect(() => compile(parse('a.b'))(broken)).toThrow('broken scope')
  })
})
