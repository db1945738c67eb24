// What the SQL of conditions looks like where it matters: dates instead of ages, lists summed up once, what is shared, what is left out.
import { describe, expect, it } from 'vitest'
import { parse } from '../feel/parse.ts'
import { toQuery, type SqlTarget } from './query.ts'
import type { FactSchema } from './schema.ts'

const schema: FactSchema = {
  person: { name: 'person', key: 'person.id', columns: { 'person.id': 'text', 'person.born': 'date', 'person.income': 'integer', 'person.home': 'text', 'person.kind': 'text' }, lists: {} },
  household: { name: 'household', key: 'household.id', columns: { 'household.id': 'text', 'household.size': 'integer' }, lists: { 'household.members': { table: 'person', by: 'person.home' } } },
}
const target: SqlTarget = { schema, about: 'person', dialect: 'duckdb', on: '2026-11-22' }
const compiled = (texts: string[], more: Partial<SqlTarget> = {}) => toQuery(texts.map((text, at) => ({ id: `${at}`, expression: parse(text) })), { ...target, ...more })

describe('the SQL of conditions', () => {
  it('compares the date of birth where the rule speaks of an age', () => {
    for (const text of ['years and months duration(person.born, today).years >= 80', 'person.born + duration("P80Y") <= today', 'person.born <= today - duration("P80Y")', 'not(years and months duration(person.born, today) < duration("P80Y"))']) {
      expect(compiled([text]).sql, text).toMatch(/t\."person\.born" (<|>=) CAST\('1946-11-23' AS DATE\)/)
    }
  })

  it('works out what several conditions ask of a row, and what they ask of a list, once', () => {
    const { sql } = compiled(['person.income < 1000 and person.kind = "a"', 'person.income < 1000 or count(household.members[item.income < 500]) > 1', 'count(household.members[item.income < 500]) > 2'])
    expect(sql.match(/"person\.income" < 1000/g)).toHaveLength(1)
    expect(sql.match(/count\(\*\)/g)).toHaveLength(1)
    expect(sql.match(/GROUP BY/g)).toHaveLength(1)
  })

  it('names the concept where the data has no such column, also where the rule asks whether there is one', () => {
    const { conditions, sql } = compiled(['person.kind = null', 'person.income > 1', 'person.shoeSize = 43'], { absent: new Set(['person.kind']) })
    expect(conditions.map(({ missing }) => missing)).toEqual([['person.kind'], [], ['person.shoeSize']])
    expect(sql).toContain('CAST(NULL AS BOOLEAN) AS c1')
  })

  it('says what it leaves to the interpreter, and never leaves out a part that could turn the answer round', () => {
    expect(compiled(['person.income > 1 and upper case(person.kind) = "A"']).conditions[0]?.left).toEqual(['the function upper case'])
    expect(compiled(['count(household.members[upper case(item.kind) = "A"]) = 0']).sql).toContain('CAST(NULL AS BOOLEAN) AS c1')
  })

  it('keeps quotes in text where they are', () => {
    expect(compiled([`person.kind = "o'n"`]).sql).toContain(`= 'o''n'`)
  })

  it('refuses a table there is none of', () => {
    expect(() => compiled(['true'], { about: 'dog' })).toThrow('there is no table dog')
  })
})
