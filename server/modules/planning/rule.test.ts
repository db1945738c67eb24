// Three-valued rules: what is settled by part of the facts, and which unknown concepts still matter.
import { describe, expect, it } from 'vitest'
import { parse } from '../../kernel/feel/parse.ts'
import { createFacts } from './facts.ts'
import type { Answers } from './plan.ts'
import { compileRule } from './rule.ts'
import { catalogueOf, concept, matter, rule } from './testing/telescope-catalogue.ts'

const catalogue = catalogueOf({
  concepts: [concept('a.one', 'boolean'), concept('a.two', 'boolean'), concept('a.three', 'boolean'), concept('a.size', 'integer'), concept('a.text'),
    concept('a.either', 'boolean', { derived: rule('a.one or a.two') })],
  services: [], matter: matter([]),
})

const settle = (text: string, answers: Answers) => {
  const facts = createFacts({ catalogue, on: '2026-03-01', answers })
  const compiled = compileRule(parse(text))
  const open = new Set<string>()
  compiled.addOpen(facts, open)
  return { value: compiled.evaluate(facts), open: [...open].sort() }
}

const table: [text: string, answers: Answers, value: unknown, open: string[]][] = [
  ['a.one and a.two', { 'a.one': false }, false, []],
  ['a.one and a.two', { 'a.one': true }, undefined, ['a.two']],
  ['a.one and a.two', { 'a.one': true, 'a.two': true }, true, []],
  ['a.one or a.two', { 'a.two': true }, true, []],
  ['a.one or a.two', { 'a.one': false }, undefined, ['a.two']],
  ['a.one or a.two', { 'a.one': false, 'a.two': false }, false, []],
  ['(a.one and a.two) or a.three', { 'a.one': false }, undefined, ['a.three']],
  ['not(a.one and a.two)', { 'a.two': false }, true, []],
  ['not(a.one)', {}, undefined, ['a.one']],
  ['not(a.text)', { 'a.text': 'x' }, null, []],
  ['a.text = "x"', {}, undefined, ['a.text']],
  ['a.text = null', {}, undefined, ['a.text']],
  ['a.text in ("x", "y")', { 'a.text': 'y' }, true, []],
  ['a.size > 3 and a.one', { 'a.size': 2 }, false, []],
  ['a.text > 3 and a.one', { 'a.text': 'x', 'a.one': true }, null, []],
  ['a.text > 3 and a.one', { 'a.text': 'x' }, undefined, ['a.one']],
  ['if a.one then a.two else a.three', {}, undefined, ['a.one', 'a.three', 'a.two']],
  ['if a.one then a.two else a.three', { 'a.one': true }, undefined, ['a.two']],
  ['if a.one then a.two else a.three', { 'a.one': false }, undefined, ['a.three']],
  ['if a.one then a.two else a.three', { 'a.two': true, 'a.three': true }, true, []],
  ['if a.one then a.two else a.three', { 'a.two': true, 'a.three': false }, undefined, ['a.one']],
  ['if a.text = "x" then a.two else a.three', { 'a.text': 'y', 'a.three': true }, true, []],
  ['a.either', { 'a.two': true }, true, []],
  ['a.either', { 'a.two': false }, undefined, ['a.either']],
  ['1 + 1 = 2', {}, true, []],
  ['a.unheardOf = 1', {}, undefined, ['a.unheardOf']],
]

describe('a rule over what is known so far', () => {
  it.each(table)('%s with %o gives %s and leaves %o open', (text, answers, value, open) => {
    expect(settle(text, answers)).toEqual({ value, open })
  })

  it('knows which date it is', () => {
    expect(settle('today = date("2026-03-01")', {}).value).toBe(true)
  })

  it('is compiled once for each syntax tree', () => {
    const expression = parse('a.one')
    expect(compileRule(expression)).toBe(compileRule(expression))
    expect(compileRule(expression).reads).toEqual(['a.one'])
  })
})
