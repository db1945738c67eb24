// Putting other expressions in the place of names: what is replaced, what is bound and stays.
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Expression } from './expression.ts'
import { parse } from './parse.ts'
import { scopeOf } from './scope.ts'
import { substitute, wordsOf } from './substitute.ts'

const byNumber = (text: string, numbers: Readonly<Record<string, number>>) => {
  const name = ([first = '']: readonly string[]): Expression | undefined => (Object.hasOwn(numbers, first) ? { kind: 'literal', value: numbers[first] ?? null } : undefined)
  return compile(substitute(parse(text), { name }))(scopeOf({ 'other.name': 7 }))
}

describe('substituting names', () => {
  it.each([
    ['a + b', 3], ['if a < b then a else b', 1], ['a between 0 and 1', true], ['[a, b][2]', 2], ['{x: a, y: x}.y', 1], ['a in [0..b]', true], ['-a', -1],
    ['sum(for i in [a, b] return i)', 3], ['max(list: [a, b])', 2], ['some i in [a, b] satisfies i > 1', true], ['other.name + a', 8],
  ])('reaches every part: %s', (text, expected) => {
    expect(byNumber(text, { a: 1, b: 2 })).toBe(expected)
  })

  it.each([
    ['some a in [5] satisfies a = 5', true], ['every a in [5], b in [a] satisfies b = 5', true], ['for a in [5] return a', [5]], ['{a: 5, c: a}.c', 5],
    ['(function(a) a)(5)', 5], ['[5][item = 5]', [5]],
  ])('leaves alone what is bound inside: %s', (text, expected) => {
    expect(byNumber(text, { a: 1, b: 2, item: 9 })).toEqual(expected)
  })

  it('can replace a whole part and is told what is free there', () => {
    const seen: boolean[] = []
    const rule = substitute(parse('some x in [1] satisfies count(x) = 1'), {
      name: () => undefined,
      part: (expression, free) => {
        if (expression.kind !== 'call') return undefined
        seen.push(free('x'), free('y'))
        return { kind: 'literal', value: 1 }
      },
    })
    expect([compile(rule)(scopeOf({})), seen]).toEqual([true, [false, true]])
  })

  it('lists every word that may be looked up by name', () => {
    expect([...wordsOf(parse('some h in heir satisfies get value(h, "age") < 18 and h.name != null'))]).toEqual(expect.arrayContaining(['heir', 'h', 'age', 'name']))
  })
})
