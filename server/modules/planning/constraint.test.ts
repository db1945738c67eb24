// Constraints of several services joined into one, and the contradictions that make that impossible.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import type { Constraint } from '../catalogue/definitions.ts'
import { intersect, isContradiction, matchesPattern, resolveDate } from './constraint.ts'

const choices = (...values: string[]): Constraint => ({ choices: values.map((value) => ({ value, name: { 'zh-CN': value } })) })
const on = '2026-03-01'

describe('joining two constraints', () => {
  it.each<[string, Constraint, Constraint, Constraint]>([
    ['keeps what only one of them says', { minLength: 2 }, { maximum: 9 }, { minLength: 2, maximum: 9 }],
    ['takes the stricter lengths', { minLength: 2, maxLength: 20 }, { minLength: 1, maxLength: 8 }, { minLength: 2, maxLength: 8 }],
    ['takes the stricter range', { minimum: 1, maximum: 9 }, { minimum: 3, maximum: 90 }, { minimum: 3, maximum: 9 }],
    ['keeps the choices both have, in the order of the first', choices('c', 'a', 'b'), choices('a', 'b', 'c', 'd'), choices('c', 'a', 'b')],
    ['takes the later earliest and the earlier latest day', { earliest: '2020-01-01', latest: 'today' }, { earliest: '2021-01-01', latest: 'today-30' }, { earliest: '2021-01-01', latest: 'today-30' }],
    ['compares a relative day with a plain one on the working date', { earliest: 'today-30' }, { earliest: '2026-02-15' }, { earliest: '2026-02-15' }],
    ['keeps one of two equal days', { latest: 'today' }, { latest: 'today+0' }, { latest: 'today' }],
    ['says nothing when neither does', {}, {}, {}],
  ])('%s', (_, a, b, expected) => {
    expect(intersect(a, b, on)).toEqual(expected)
  })

  it('keeps the plain day when no working date can tell which is stricter', () => {
    expect(intersect({ earliest: 'today-30' }, { earliest: '2026-02-15' })).toEqual({ earliest: '2026-02-15' })
    expect(intersect({ latest: '2026-02-15' }, { latest: 'today' })).toEqual({ latest: '2026-02-15' })
    expect(isContradiction(intersect({ earliest: '2030-01-01' }, { latest: 'today' }))).toBe(false)
  })

  it('demands that a value match both patterns', () => {
    const joined = intersect({ pattern: '[a-z]+\\d' }, { pattern: '.{3}' })
    const { pattern = '' } = isContradiction(joined) ? {} : joined
    expect(['ab1', 'abc', 'abc1'].map((value) => matchesPattern(pattern, value))).toEqual([true, false, false])
  })

  it.each<[string, Constraint, Constraint, string, [string, string]]>([
    ['no common choice', choices('a', 'b'), choices('c'), 'choices', ['a, b', 'c']],
    ['no choice that matches the pattern', choices('a', 'b'), { pattern: '\\d' }, 'choices', ['a, b', '\\d']],
    ['no length', { minLength: 9 }, { maxLength: 8 }, 'length', ['9', '8']],
    ['no number', { minimum: 9 }, { maximum: 8 }, 'range', ['9', '8']],
    ['no day', { earliest: 'today+1' }, { latest: 'today' }, 'dates', ['today+1', 'today']],
    ['no day on the working date', { earliest: '2026-03-02' }, { latest: 'today' }, 'dates', ['2026-03-02', 'today']],
    ['no day in plain dates', { earliest: '2026-03-02' }, { latest: '2026-03-01' }, 'dates', ['2026-03-02', '2026-03-01']],
  ])('is a contradiction when %s is left', (_, a, b, rule, between) => {
    expect(intersect(a, b, on)).toEqual({ contradiction: { rule, between } })
    expect(isContradiction(intersect(b, a, on))).toBe(true)
  })

  it('means the same in any order, and nothing more when repeated', () => {
    const constraint = fc.record({
      minLength: fc.nat(9), maxLength: fc.integer({ min: 5, max: 20 }), minimum: fc.nat(9), maximum: fc.nat(20), pattern: fc.constantFrom('a.*', '.*b', 'c?.*'),
      earliest: fc.constantFrom('today-9', '2026-01-01', '2026-02-27'), latest: fc.constantFrom('today', 'today+3', '2026-02-28'),
    }, { requiredKeys: [] })
    fc.assert(fc.property(constraint, constraint, constraint, (a, b, c) => {
      const ab = intersect(a, b, on)
      expect(isContradiction(intersect(b, a, on))).toBe(isContradiction(ab))
      if (isContradiction(ab)) return
      expect(intersect(b, a, on)).toEqual(ab)
      expect(intersect(ab, b, on)).toEqual(ab)
      const bc = intersect(b, c, on)
      const [left, right] = [intersect(ab, c, on), isContradiction(bc) ? bc : intersect(a, bc, on)]
      if (isContradiction(left) || isContradiction(right)) expect(isContradiction(left)).toBe(isContradiction(right))
      else expect(left).toEqual(right)
    }))
  })
})

describe('a relative day', () => {
  it('is counted from the working date', () => {
    expect(['today', 'today-30', 'today+1', '1999-12-31'].map((day) => resolveDate(day, on))).toEqual(['2026-03-01', '2026-01-30', '2026-03-02', '1999-12-31'])
  })
})

describe('a pattern', () => {
  it('that could keep the server busy matches nothing, and soon; nor is a very long text tried', () => {
    const start = performance.now()
    expect(matchesPattern('(?:[a-z]+)+9', 'a'.repeat(60))).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
    expect([matchesPattern('a*', 'a'.repeat(500)), matchesPattern('a*', 'a'.repeat(501))]).toEqual([true, false])
  })

  it('joined of several holds where each of them holds', () => {
    const joint = intersect({ pattern: '[A-Z]\\d*' }, { pattern: '.{3}' })
    if (isContradiction(joint)) throw new Error('they do not contradict each other')
    expect(['A12', 'A1', '123'].map((text) => matchesPattern(joint.pattern ?? '', text))).toEqual([true, false, false])
  })
})
