// A judgement says yes, no or unknown as the interpreter does, which facts would decide it, and why in words.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { test } from './compile.ts'
import { judge, verdictOf } from './judge.ts'
import { parse } from './parse.ts'
import { ruleInWords, type RuleWords } from './rule-words.ts'
import { scopeOf, type FeelInput } from './scope.ts'

const titles: Record<string, [string, string]> = {
  'person.birthDate': ['出生日期', 'date of birth'], 'person.region': ['户籍地', 'place of registration'], 'person.deathDate': ['死亡日期', 'date of death'],
  'person.income': ['月收入', 'monthly income'], 'household.members': ['家庭成员', 'family members'], 'household.members.disabled': ['残疾', 'disabled'],
}
const words: RuleWords = { title: (concept) => titles[concept] && { 'zh-CN': titles[concept][0], en: titles[concept][1] } }
const types: Record<string, 'date'> = { 'person.birthDate': 'date', 'person.deathDate': 'date' }
const judged = (text: string, facts: Record<string, FeelInput>) => judge(parse(text), scopeOf(facts, { today: '2026-11-22' }, (name) => types[name]), words, text)

const highAge = 'years and months duration(person.birthDate, today).years >= 80 and starts with(person.region, "4403") and person.deathDate = null'

describe('a judgement', () => {
  it('lists every condition, met and unmet, in both languages', () => {
    const { verdict, missing, reasons } = judged(highAge, { 'person.birthDate': '1946-03-02', 'person.region': '440106', 'person.deathDate': null })
    expect([verdict, missing]).toEqual(['no', []])
    expect(reasons.map((reason) => [reason.verdict, reason.says])).toEqual([
      ['yes', { 'zh-CN': '年龄（周岁）不小于 80——符合（出生日期：1946-03-02）', en: 'age in full years is at least 80: met (date of birth: 1946-03-02)' }],
      ['no', { 'zh-CN': '户籍地以“4403”开头——不符合（户籍地：“440106”）', en: 'place of registration starts with “4403”: not met (place of registration: “440106”)' }],
      ['yes', { 'zh-CN': '没有死亡日期——符合（死亡日期：不清楚）', en: 'date of death is not there: met (date of death: not known)' }],
    ])
  })

  it('says in words what the rule says', () => {
    const said = (text: string) => judged(text, {}).reasons[0]?.says['zh-CN'].split('——')[0]
    expect(said('person.birthDate <= today - duration("P80Y")')).toBe('出生日期不晚于 80 年前')
    expect(said('person.income between 1000 and 25000')).toBe('月收入在 1,000 和 25,000 之间')
    expect(said('person.region in ("440305", "440306")')).toBe('户籍地属于： “440305”、“440306”')
    expect(said('count(household.members[item.disabled = true]) >= 2')).toBe('家庭成员（残疾：是）的数目不小于 2')
    expect(said('not(person.region = "4403")')).toBe('不符合：户籍地为“4403”')
    expect(said('matches(person.region, "^44")')).toBe('matches(person.region, "^44")')
  })

  it('names the facts that would decide it, and none once a part says no', () => {
    expect(judged(highAge, { 'person.birthDate': '1946-03-02', 'person.deathDate': null })).toMatchObject({ verdict: 'unknown', missing: ['person.region'] })
    expect(judged(highAge, { 'person.birthDate': '1990-03-02' })).toMatchObject({ verdict: 'no', missing: [] })
  })

  it('does not take a fact nobody asked for as one that is not there', () => {
    expect(judged('person.deathDate = null', {})).toMatchObject({ verdict: 'unknown', missing: ['person.deathDate'] })
    expect(judged('person.deathDate = null', { 'person.deathDate': null })).toMatchObject({ verdict: 'yes', missing: [] })
  })

  it('names the list whose entries are not fully known', () => {
    const rule = 'some m in household.members satisfies m.disabled = true'
    expect(judged(rule, { 'household.members': [{ disabled: null }, { disabled: false }] })).toMatchObject({ verdict: 'unknown', missing: ['household.members'] })
    expect(judged(rule, { 'household.members': [{ disabled: true }, { disabled: null }] }).reasons[0]?.says['zh-CN']).toBe('家庭成员中至少有一个：残疾：是——符合（家庭成员：2 项）')
  })

  it('has an alternative open as long as one of its parts is', () => {
    expect(judged('person.income < 2000 or person.region = "4403"', { 'person.income': 3000 })).toMatchObject({ verdict: 'unknown', missing: ['person.region'], reasons: [{ joined: 'or', parts: [{ verdict: 'no' }, { verdict: 'unknown' }] }] })
  })

  it('agrees with the interpreter', () => {
    const leaf = fc.constantFrom('a = 1', 'b != 2', 'a < b', 'c in (1, 2)', 'not(c = 1)', 'a = null', 'a + b > c')
    const rule = fc.letrec<{ rule: string }>((tie) => ({ rule: fc.oneof({ maxDepth: 3 }, leaf, fc.tuple(tie('rule'), fc.constantFrom('and', 'or'), tie('rule')).map(([x, op, y]) => `(${x} ${op} ${y})`)) })).rule
    const value = fc.option(fc.constantFrom(1, 2, 3), { nil: null })
    fc.assert(fc.property(rule, fc.record({ a: value, b: value, c: value }), (text, facts) => {
      const [expression, scope] = [parse(text), scopeOf(facts)]
      expect(judge(expression, scope).verdict).toBe(verdictOf(test(expression, scope)))
    }))
  })
})

it('a formula in steps is read aloud', () => {
  expect(ruleInWords(parse('if person.income < 2000 then 30000 else 10000'), words)).toEqual({ 'zh-CN': '如果月收入小于 2,000，就是 30,000；否则，10,000', en: 'if monthly income is less than 2,000: 30,000; otherwise 10,000' })
})
