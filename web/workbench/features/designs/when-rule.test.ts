// Rules a table can hold, read and written; and tables of several services.
import { describe, expect, it } from 'vitest'
import fc from '../../../../server/testing/fast-check.ts'
import { neverApplying, rulesOf, tableOf } from './decision-table.ts'
import { readWhen, tidyRow, writeWhen, type Cell, type Question, type Row } from './when-rule.ts'

const questions: Question[] = [
  { concept: 'person.kind', choices: [{ value: 'young', name: { 'zh-CN': '青年' } }, { value: 'old', name: { 'zh-CN': '老年' } }, { value: 'child', name: { 'zh-CN': '孩子' } }] },
  { concept: 'person.owns', choices: [] },
]
const read = (text: string) => readWhen(text, questions)

describe('a rule', () => {
  it('is read as rows of answers', () => {
    expect(readWhen(undefined, questions)).toEqual([{}])
    expect(read('person.kind = "young"')).toEqual([{ 'person.kind': ['young'] }])
    expect(read('person.kind in ("old", "young") and not(person.owns)')).toEqual([{ 'person.kind': ['young', 'old'], 'person.owns': [false] }])
    expect(read('person.owns or person.kind != "child"')).toEqual([{ 'person.owns': [true] }, { 'person.kind': ['young', 'old'] }])
    expect(read('(person.kind = "young" or person.kind = "old") and person.owns = true')).toEqual([{ 'person.kind': ['young'], 'person.owns': [true] }, { 'person.kind': ['old'], 'person.owns': [true] }])
  })

  it('that says more than a table can is left alone', () => {
    for (const text of ['person.age > 18', 'person.kind = other.kind', 'starts with(person.region, "44")', 'person.kind = "nobody"', 'not(person.kind = "old")', 'person.owns and', '(', 'x']) expect(read(text), text).toBeUndefined()
  })

  it('written and read again is the same', () => {
    const cells = (values: readonly Cell[]) => fc.subarray([...values], { minLength: 1 })
    const row: fc.Arbitrary<Row> = fc.record({ 'person.kind': cells(['young', 'old', 'child']), 'person.owns': cells([true, false]) }, { requiredKeys: [] })
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const text = writeWhen(rows, questions)
      const tidy = rows.map((each) => JSON.stringify(tidyRow(each, questions)))
      expect(new Set(readWhen(text, questions)?.map((each) => JSON.stringify(tidyRow(each, questions))))).toEqual(new Set(text === undefined ? ['{}'] : tidy))
    }))
  })
})

describe('a decision table', () => {
  const services = [
    { service: 'always' },
    { service: 'first', when: 'person.kind = "young" or person.owns' },
    { service: 'second', when: 'person.owns' },
    { service: 'third', when: 'person.age > 18' },
  ]

  it('has one row for each set of answers, those without conditions first', () => {
    expect(tableOf(services, questions)).toEqual({
      rows: [
        { answers: {}, services: ['always'] },
        { answers: { 'person.kind': ['young'] }, services: ['first'] },
        { answers: { 'person.owns': [true] }, services: ['first', 'second'] },
      ],
      written: ['third'],
    })
  })

  it('names a service whose last tick goes, because no rule says “never”', () => {
    const table = tableOf(services, questions)
    const without = (service: string, at: number) => table.rows.map((row, index) => (index === at ? { ...row, services: row.services.filter((each) => each !== service) } : row))
    expect(neverApplying(table, without('first', 2))).toEqual([])
    expect(neverApplying(table, without('second', 2))).toEqual(['second'])
    expect(neverApplying(table, table.rows.slice(1))).toEqual(['always'])
  })

  it('gives the rules back, and those it cannot hold as they were', () => {
    expect(rulesOf(tableOf(services, questions), services, questions)).toEqual([{ service: 'always', when: undefined }, ...services.slice(1)])
  })
})
