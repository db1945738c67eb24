// What the parser accepts, what it refuses, and how it says so.
// Syntax trees are compared as JSON, because that is how they travel.
import { describe, expect, test } from 'vitest'
import { FeelSyntaxError, parse, parseUnaryTests } from './parse.ts'

const refusal = (text: string, read: (text: string) => unknown = parse): FeelSyntaxError => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof FeelSyntaxError) return error
    throw error
  }
  throw new Error(`accepted: ${text}`)
}

describe('syntax trees', () => {
  test('a rule becomes a tree that survives JSON', () => {
    const tree = parse('parents.married = true and child.birthDate <= @"2026-11-16"')
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
    expect(tree).toEqual({
      kind: 'and',
      parts: [
        { kind: 'comparison', op: '=', left: { kind: 'name', path: ['parents', 'married'] }, right: { kind: 'literal', value: true } },
        {
          kind: 'comparison', op: '<=', left: { kind: 'name', path: ['child', 'birthDate'] },
          right: { kind: 'temporal', type: 'date', text: '2026-11-16' },
        },
      ],
      texts: ['parents.married = true', 'child.birthDate <= @"2026-11-16"'],
    })
  })

  test('a chain of and is one node, also when it is long', () => {
    const tree = parse(Array.from({ length: 200 }, (_, at) => `a.b${at} = 1`).join(' and '))
    expect(tree.kind === 'and' && tree.parts.length).toBe(200)
  })

  test('comments, line breaks and Chinese names are read', () => {
    expect(parse('孩子.姓名 /* 必填 */\n = "小满" // 名字')).toEqual({
      kind: 'comparison', op: '=', left: { kind: 'name', path: ['孩子', '姓名'] }, right: { kind: 'literal', value: '小满' },
    })
  })

  test('text escapes are resolved', () => {
    expect(parse(String.raw`"a\"b\\c\n\t\r\u4E2D\U01F40E\q\'"`)).toEqual({ kind: 'literal', value: 'a"b\\c\n\t\r中🐎\\q\'' })
    expect(parse(String.raw`"\UFFFFFF"`)).toEqual({ kind: 'literal', value: String.raw`\UFFFFFF` })
  })

  test('declared names may hold spaces and signs', () => {
    expect(parse('Monthly Salary * day-rate', { names: ['Monthly  Salary', 'day-rate'] })).toMatchObject({
      kind: 'arithmetic', left: { path: ['Monthly Salary'] }, right: { path: ['day-rate'] },
    })
  })

  test('today() is the variable today', () => {
    expect(parse('today()')).toEqual({ kind: 'name', path: ['today'] })
  })

  test('a type after instance of keeps its parts', () => {
    expect(parse('x instance of context<a: number, b: list<string>>')).toMatchObject({
      type: { name: 'context', fields: { a: { name: 'number' }, b: { name: 'list', of: { name: 'string' } } } },
    })
    expect(parse('x instance of function<number>->string')).toMatchObject({ type: { name: 'function' } })
    expect(parse('x instance of days and time duration')).toMatchObject({ type: { name: 'days and time duration' } })
  })
})

describe('cells of decision tables', () => {
  test('a list of tests is a membership of the tested value', () => {
    expect(parseUnaryTests('> 5, "a"')).toEqual({
      kind: 'in', value: { kind: 'name', path: ['?'] },
      tests: [{ kind: 'unary', op: '>', operand: { kind: 'literal', value: 5 } }, { kind: 'literal', value: 'a' }],
    })
  })

  test('a dash always holds, not() turns the tests round', () => {
    expect(parseUnaryTests('-')).toEqual({ kind: 'literal', value: true })
    expect(parseUnaryTests('not(1, 2)')).toMatchObject({ kind: 'call', name: 'not', args: { positional: [{ kind: 'in' }] } })
  })
})

describe('refusals', () => {
  test('the place and the offending text are named, counting lines and columns from 1', () => {
    const error = refusal('a.b = 1 and\n  c.d && 2')
    expect(error).toMatchObject({ line: 2, column: 7, found: '&&', reason: '"&&" is not expected here' })
    expect(error.message).toBe('line 2, column 7: "&&" is not expected here')
  })

  test.each([
    ['', 1, 1, 'the expression is empty'],
    ['  \n ', 1, 1, 'the expression is empty'],
    ['// only a comment', 1, 18, 'the expression ends too early'],
    ['a +', 1, 4, 'the expression ends too early'],
    ['if a then b', 1, 12, 'the expression ends too early'],
    ['(a', 1, 3, 'the expression ends too early'],
    ['1 2', 1, 3, '"2" is not expected here'],
    ['"abc', 1, 1, '""" is not expected here'],
    ['a == b', 1, 3, '"=" must not be followed by another comparison; equality is a single "="'],
    ['a.b in not(1)', 1, 8, 'write not(… in …) instead of … in not(…)'],
    ['child.name mother.name', 1, 7, '"name mother" is not a known name: is an operator missing?'],
    ['married born', 1, 1, '"married born" is not a known name: is an operator missing?'],
    ['a.b = date', 1, 7, '"date" is a function: write date(…)'],
    ['frobnicate(a)', 1, 1, 'there is no function "frobnicate"'],
    ['1 + contains("a")', 1, 5, 'these arguments do not fit: write contains(string, match)'],
    ['substring(text: "a")', 1, 1, 'these arguments do not fit: write substring(string, start position, length)'],
    ['date("2026-02-30")', 1, 1, '"2026-02-30" is not a valid date'],
    ['@"P1Y1D"', 1, 1, '"P1Y1D" is not a valid duration'],
    ['a instance of horse', 1, 15, 'there is no type "horse"'],
    ['function(a) external {}', 1, 1, 'external functions are not supported'],
  ])('%j is refused at line %i, column %i: %s', (text, line, column, reason) => {
    expect(refusal(text)).toMatchObject({ line, column, reason })
  })

  test('an empty cell is refused like an empty expression', () => {
    expect(refusal('', parseUnaryTests).reason).toBe('the expression is empty')
  })

  test('deep nesting is refused instead of exhausting the stack', () => {
    expect(refusal(`${'('.repeat(500)}1${')'.repeat(500)}`).reason).toBe('nested more than 200 levels deep')
  })

  test('a name of several words is accepted where it is declared or a property of a value', () => {
    expect(parse('loan.monthly payment', { names: ['monthly payment'] })).toEqual({ kind: 'name', path: ['loan', 'monthly payment'] })
    expect(parse('period.range.start included')).toMatchObject({ path: ['period', 'range', 'start included'] })
  })

  test('a lenient reading accepts what DMN evaluates to null', () => {
    for (const text of ['frobnicate(a)', 'contains("a")', 'date("2026-02-30")', '@"P1Y1D"', 'married born', 'a instance of horse']) {
      expect(() => parse(text, { lenient: true })).not.toThrow()
    }
  })
})
