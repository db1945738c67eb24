// Tests of what is said about a rule while it is written: where it is wrong, in words an official understands.
// The same reader checks packs, so an editor without faults means a pack without them.
import { describe, expect, it } from 'vitest'
import { readRuleText, type KnownNames } from './rule-faults.ts'

const types: Record<string, 'date' | 'text' | 'number' | 'boolean'> = { 'person.birthDate': 'date', 'person.kind': 'text', 'company.staff': 'number' }
const known: KnownNames = { named: (id) => id in types, choicesOf: (id) => (id === 'person.kind' ? ['young', 'old'] : undefined), typeOf: (id) => types[id] }
const faultsOf = (text: string, reading: 'rule' | 'cell' = 'rule') => readRuleText(text, known, reading).faults.map(({ rule, from, to, message }) => [rule, text.slice(from, to), message['zh-CN']])

describe('a rule', () => {
  it('that holds has no faults', () => {
    for (const text of ['person.birthDate <= today - duration("P60Y")', 'person.kind in ("young", "old")', 'company.staff / 2 > 10', 'person.birthDate != null', 'if company.staff > 3 then 100 else 0']) expect(faultsOf(text), text).toEqual([])
    expect(faultsOf('[1..5], > 9', 'cell')).toEqual([])
  })

  it.each([
    ['person.birthDate <= ', 'rule-syntax', '', '第 1 行第 21 列：规则没有写完'],
    ['person.birthDate &&', 'rule-syntax', '&&', '第 1 行第 18 列：“&&”不该写在这里'],
    ['frobnicate(company.staff)', 'rule-syntax', 'frobnicate', '第 1 行第 1 列：没有“frobnicate”这个函数'],
    ['person.birthDate = date("2026-02-30")', 'rule-syntax', 'date("2026-02-30")', '第 1 行第 20 列：“2026-02-30”不是有效的日期'],
    ['company.staff > 1 and person.birthDay > today', 'rule-concept-unknown', 'person.birthDay', '规则用到 person.birthDay，没有这个填写项'],
    ['person.kind = "baby"', 'rule-choice-unknown', '"baby"', 'person.kind 没有“baby”这个选项，只有 young、old'],
    ['company.staff / 0 > 1', 'rule-divides-by-zero', '/', '除以零，永远算不出结果'],
    ['company.staff / (2 - 2) > 1', 'rule-divides-by-zero', '/', '除以零，永远算不出结果'],
    ['person.birthDate > 60', 'rule-kinds-differ', 'person.birthDate', 'person.birthDate 是日期，不能和数比较'],
    ['company.staff in ("many")', 'rule-kinds-differ', 'company.staff', 'company.staff 是数，不能和文字比较'],
  ])('%j is told at its place: %s', (text, rule, at, says) => {
    expect(faultsOf(text)).toEqual([[rule, at, says]])
  })

  it('that is broken is never true', () => {
    expect(readRuleText('person.birthDate <=', known).expression).toEqual({ kind: 'literal', value: false })
  })

  it('is found at its line when it goes over several', () => {
    expect(readRuleText('company.staff > 1\n  and person.age > 3', known).faults).toMatchObject([{ rule: 'rule-concept-unknown', line: 2, column: 7 }])
  })
})
