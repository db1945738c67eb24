// Policies in the workbench: written into the file they stand in, judged while they are written, told where they are wrong.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as served from '../../../../server/modules/catalogue/pack-benefits.ts'
import { readValue } from '../../../../server/modules/designs/changes.ts'
import { readFeel } from '../feel/reading.ts'
import { fieldsOf, listIn, type Fields } from './fields.ts'
import { findingsAt } from './findings-at.ts'
import { itemIn, withItemIn } from './listed.ts'
import { factsByConcept, outcomeFor, readsOf, type PolicyFact } from './policy-live.ts'
import { audiences, expecting, holdsOn, lineOn, newPolicy, newTest, periods, themes, withAmount, ways } from './policy.ts'
import { beginWorkspace, editItem, editText, openItem, unsaved } from './workspace.ts'

const file = 'guangdong/benefits/elders.yaml'
const text = readFileSync(new URL(`../../../../packs/${file}`, import.meta.url), 'utf8')
const key = 'benefits/high-age-allowance'
const policy = (): Fields => itemIn(key, fieldsOf(readValue(text))) ?? {}
const opened = () => openItem(beginWorkspace('guangdong', []), key, { file, content: text, inherited: null, fields: policy() })

const fact = (id: string, type: string): PolicyFact => ({ id, name: { 'zh-CN': id }, type, choices: [], many: null, from: { 'zh-CN': '库' } })
const facts = [fact('person.birthDate', 'date'), fact('person.householdRegion', 'region')]
const read = (rule: string) => readFeel(rule, 'rule', facts)
const judged = (fields: Fields, test: Fields) => outcomeFor(fields, test, factsByConcept(facts), read)

describe('a policy among others in its file', () => {
  it('is changed where it stands; the others stay byte by byte', () => {
    const changed = editItem(opened(), key, { ...policy(), objectionDays: 5 })
    const before = text.split('\n')
    expect(unsaved(changed)[0]?.content?.split('\n').filter((line, index) => line !== before[index])).toEqual(['    objectionDays: 5'])
    expect(editText(changed, file, text).now.fields[key]).toEqual(policy())
  })

  it('of its own gets a file of its own, and a city writes only what differs', () => {
    expect(withItemIn('benefits/new-one', null, { id: 'new-one' })).toEqual({ benefits: [{ id: 'new-one' }] })
    const city = openItem(beginWorkspace('shenzhen', []), key, { file: null, content: null, inherited: policy(), fields: policy() })
    expect(editItem(city, key, { ...policy(), objectionDays: 3 }).now.texts['shenzhen/benefits/high-age-allowance.yaml']).toContain('benefits:\n  - {overrides: high-age-allowance, objectionDays: 3}\n')
    expect(withItemIn(key, { benefits: [{ overrides: 'high-age-allowance', cap: 1 }] }, undefined)).toBeUndefined()
  })

  it('offers what the server reads', () => {
    expect([audiences, themes, periods, ways]).toEqual([served.benefitAudiences, served.benefitThemes, served.benefitPeriods, served.benefitWays])
  })
})

describe('while it is written', () => {
  it('its own tests come out as they do in the pack', () => {
    const outcomes = listIn(policy(), 'tests').map((test) => judged(policy(), test))
    expect(outcomes.length).toBeGreaterThan(3)
    expect(outcomes.map((outcome) => outcome !== 'broken' && outcome.differences)).toEqual(outcomes.map(() => []))
    expect(readsOf(policy(), read)).toEqual(['person.householdRegion', 'person.birthDate'])
  })

  it('a changed amount shows at once in the tests that expect another', () => {
    const changed = { ...policy(), amount: [{ from: '2020-01-01', rule: '5000' }] }
    const [first] = listIn(policy(), 'tests')
    expect(first && judged(changed, first)).toMatchObject({ judged: { verdict: 'yes', fen: 5000 }, differences: [{ en: 'amount in fen: expected 3000, is 5000' }] })
  })

  it('says nothing while a rule cannot be read or reads what is no fact, and that it is not in force before its day', () => {
    const broken = (rule: string) => ({ ...policy(), conditions: [{ id: 'a', rule }] })
    for (const rule of ['', 'person.birthDate <', 'person.birthDay > today']) expect(judged(broken(rule), newTest('x', '2026-11-22'))).toBe('broken')
    expect(judged(policy(), newTest('x', '2019-12-31'))).toMatchObject({ differences: [{ en: 'verdict: expected "unknown", is none' }] })
  })

  it('a division by zero gives no amount, never a wrong one', () => {
    const zero = { ...policy(), amount: [{ from: '2020-01-01', rule: '3000 / 0' }] }
    const [first] = listIn(policy(), 'tests')
    expect(first && judged(zero, first)).toMatchObject({ differences: [{ en: 'amount in fen: expected 3000, is none' }] })
    expect(read('3000 / 0').faults).toMatchObject([{ rule: 'rule-divides-by-zero' }])
  })
})

it('a new policy begins with what it must say, and amounts follow one another by their days', () => {
  const fresh = newPolicy({ id: 'x', name: { zh: '新', en: 'New' }, audience: 'company', on: '2026-11-22' })
  expect(fresh).toMatchObject({ for: 'company', from: '2026-11-22', conditions: [{ id: 'condition-1' }], tests: [] })
  const amount = withAmount([{ from: '2026-01-01', rule: '1' }], '2027-01-01')
  expect([lineOn(amount, '2026-06-01')?.['from'], lineOn(amount, '2027-01-01')?.['from'], lineOn(amount, '2025-12-31')]).toEqual(['2026-01-01', '2027-01-01', undefined])
  expect([holdsOn({ from: '2026-01-01', until: '2026-12-31' }, '2026-12-31'), holdsOn({ until: '2026-12-31' }, '2027-01-01')]).toEqual([true, false])
})

it('the present result becomes the expected one, without an amount where nobody gets one', () => {
  expect(expecting({ name: 'a', missing: ['x'], fen: 5 }, { verdict: 'no', fen: 5 })).toEqual({ name: 'a', verdict: 'no' })
  expect(expecting({ name: 'a' }, { verdict: 'yes', fen: 5 })).toEqual({ name: 'a', verdict: 'yes', fen: 5 })
})

it('a finding is shown at the condition it is about', () => {
  const line = text.split('\n').findIndex((each) => each.includes('id: age-80')) + 1
  const finding = { file, line, rule: 'benefit-contradicts' }
  const at = (...path: (string | number)[]) => findingsAt([finding], file, text, key, path).length
  expect([at('conditions', 1), at('conditions', 0), at('amount')]).toEqual([1, 0, 0])
  expect(findingsAt([finding], file, text, 'benefits/elder-service-subsidy', ['conditions', 1])).toEqual([])
})
