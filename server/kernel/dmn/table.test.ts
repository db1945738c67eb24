// A row as one FEEL condition: its cells mean what feelin, the reference interpreter, says they mean.
import { unaryTest } from 'feelin'
import { describe, expect, it } from 'vitest'
import { test } from '../feel/compile.ts'
import { conceptsOf } from '../feel/expression.ts'
import { parse, parseUnaryTests } from '../feel/parse.ts'
import { scopeOf } from '../feel/scope.ts'
import { conditionOf, type TableCell, type TableInput } from './table.ts'

const input = (id: string, text: string): TableInput => ({ id, text, expression: parse(text) })
const cell = (of: string, text: string): TableCell => ({ input: of, text, expression: parseUnaryTests(text) })

describe('a cell', () => {
  const numbers = ['-', '5', '>= 5', '< 5', '[1..5]', '(1..5)', ']1..5[', '1, 2, 3', 'not(5)', 'not(1, 2)', 'not([1..5])', '[1..3], > 7', '? > 2 and ? < 6', '= 5', '!= 5']
  const texts = ['-', '"a"', '"a", "b"', 'not("a")', 'not("a", "b")', '= "a"', '!= "a"']
  // Values of the kind the cell is about: feelin orders texts and numbers with each other, where DMN has null.
  const cases: [string, unknown][] = [...numbers.flatMap((text) => [0, 1, 2, 4.5, 5, 6, 8].map((value): [string, unknown] => [text, value])), ...texts.flatMap((text) => ['a', 'b', 'c'].map((value): [string, unknown] => [text, value])), ...['true', 'false', 'not(true)'].flatMap((text) => [true, false].map((value): [string, unknown] => [text, value]))]

  it.each(cases)('%s lets %s pass when the reference interpreter does', (text, value) => {
    const mine = test(conditionOf([input('x', 'x')], [cell('x', text)]), scopeOf({ x: value as string | number | boolean }), 'dmn') === true // from the lists above
    expect(mine).toBe(unaryTest(text, { '?': value }).value === true)
  })
})

describe('a row', () => {
  const inputs = [input('age', 'years and months duration(person.birthDate, today).years'), input('role', 'person.role')]

  it('holds when all its cells hold, reads what its cells look at, and leaves out what lets everything pass', () => {
    const row = conditionOf(inputs, [cell('age', '>= 60'), cell('role', '-')])
    expect(conceptsOf(row)).toEqual(['person.birthDate'])
    const at = (birthDate: string) => test(row, scopeOf({ 'person.birthDate': birthDate }, { today: '2026-11-20' }, (name) => (name.endsWith('Date') ? 'date' : undefined)))
    expect([at('1966-11-20'), at('1966-11-21')]).toEqual([true, false])
  })

  it('is open while an answer is missing that could change it', () => {
    const row = conditionOf(inputs, [cell('role', '"mother"'), cell('age', '>= 60')])
    expect(test(row, scopeOf({ 'person.role': 'father' }, { today: '2026-11-20' }))).toBe(false)
    expect(test(row, scopeOf({ 'person.role': 'mother' }, { today: '2026-11-20' }))).toBe(null)
  })

  it('of nothing but dashes always holds', () => {
    expect(conditionOf(inputs, [cell('age', '-'), cell('role', '-')])).toEqual({ kind: 'literal', value: true })
  })
})
