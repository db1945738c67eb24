// Explanations: which part of a rule failed or is open, and on what answers.
// They are shown to people, so everything in them is JSON.
import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { parse } from './parse.ts'
import { scopeOf } from './scope.ts'

const rule = parse('parents.married = true and (mother.age >= 20 or father.age >= 22) and child.birthDate <= today')

test('a conjunction shows each part with its truth and the answers it read', () => {
  const scope = scopeOf({ 'parents.married': true, 'mother.age': 19, 'child.birthDate': '2026-11-10' }, { today: '2026-11-16' }, (name) => (
    name === 'child.birthDate' ? 'date' : undefined
  ))
  expect(explain(rule, scope)).toEqual({
    result: null,
    joined: 'and',
    reads: { 'parents.married': true, 'mother.age': 19, 'father.age': null, 'child.birthDate': '2026-11-10' },
    parts: [
      { text: 'parents.married = true', result: true, reads: { 'parents.married': true }, parts: [] },
      {
        text: '(mother.age >= 20 or father.age >= 22)', result: null, joined: 'or', reads: { 'mother.age': 19, 'father.age': null },
        parts: [
          { text: 'mother.age >= 20', result: false, reads: { 'mother.age': 19 }, parts: [] },
          { text: 'father.age >= 22', result: null, reads: { 'father.age': null }, parts: [] },
        ],
      },
      { text: 'child.birthDate <= today', result: true, reads: { 'child.birthDate': '2026-11-10' }, parts: [] },
    ],
  })
})

test('a failing part is false even while another is open', () => {
  const explanation = explain(rule, scopeOf({ 'parents.married': false }))
  expect(explanation.result).toBe(false)
  expect(explanation.parts.map((part) => part.result)).toEqual([false, null, null])
})

test('with null as a value the parts are settled as DMN has it', () => {
  expect(explain(rule, scopeOf({}), 'dmn').parts.map((part) => part.result)).toEqual([false, null, null])
})

test('a rule that gives no truth value is open', () => {
  expect(explain(parse('mother.age + 1'), scopeOf({ 'mother.age': 1 }))).toEqual({ result: null, reads: { 'mother.age': 1 }, parts: [] })
})
