// A policy (惠民惠企政策) as the screens write it, in the form of pack files: what a new one begins with, dated amounts, its tests.
// Pure. What the screens do not show stays in the values.
import { linesOf } from './elements.ts'
import { fieldsOf, freshId, numberIn, stringIn, stringsIn, textsValue, withKey, type Fields, type TwoTexts, type Value } from './fields.ts'

/** As the server reads them (server/modules/catalogue/pack-benefits.ts); a test compares. */
export const audiences = ['person', 'company'] as const
export const themes = ['elders', 'family', 'disability', 'assistance', 'employment', 'education', 'housing', 'health', 'veterans', 'innovation', 'growth', 'hiring', 'culture'] as const
export const periods = ['once', 'month', 'quarter', 'year'] as const
export const ways = ['automatic', 'confirm', 'apply'] as const
export const levels = ['street', 'district', 'city', 'province'] as const
export const verdicts = ['yes', 'no', 'unknown'] as const

export interface NewPolicy {
  id: string
  name: TwoTexts
  audience: (typeof audiences)[number]
  /** YYYY-MM-DD */
  on: string
}

/** A policy nobody can be due yet; checking says what is missing. */
export function newPolicy({ id, name, audience, on }: NewPolicy): Fields {
  return {
    id, name: textsValue(undefined, name) ?? '', for: audience, theme: audience === 'person' ? 'family' : 'growth', summary: '', explains: '', source: { title: '' }, from: on,
    conditions: [newCondition([])], amount: [{ from: on, rule: '', source: { title: '' } }],
    period: 'month', payer: { line: '', level: 'district' }, objectionDays: 7, way: 'confirm', tests: [],
  }
}

export function newCondition(conditions: readonly Fields[]): Fields {
  return { id: freshId('condition', conditions), name: '', rule: '' }
}

/** A new amount from a day on, with the formula and the law of the last one. */
export function withAmount(amounts: readonly Fields[], on: string): Fields[] {
  return [...amounts, { rule: '', source: { title: '' }, ...amounts.at(-1), from: on }]
}

/** The line of a dated value that holds on a day; undefined: none has begun. */
export function lineOn(value: Value | undefined, on: string): Fields | undefined {
  return linesOf(value).filter((line) => stringIn(line, 'from') <= on).toSorted((a, b) => stringIn(a, 'from').localeCompare(stringIn(b, 'from'))).at(-1)
}

/** Whether something with a first and a last day holds on a day. */
export function holdsOn(item: Fields, on: string): boolean {
  const until = stringIn(item, 'until')
  return stringIn(item, 'from') <= on && (until === '' || on <= until)
}

/** A test without facts, for a day. */
export function newTest(name: string, on: string): Fields {
  return { name, on, facts: {}, verdict: 'unknown' }
}

/** A test with another expected outcome; absent: the policy is not in force on the day. */
export function expecting(test: Fields, outcome: { verdict?: string | undefined; fen?: number | undefined }): Fields {
  const { missing: _missing, ...rest } = test
  return withKey(withKey(rest, 'verdict', outcome.verdict), 'fen', outcome.verdict === 'yes' ? outcome.fen : undefined)
}

/** Facts the tests already speak of, in order of appearance. */
export function factsInTests(tests: readonly Fields[]): string[] {
  return [...new Set(tests.flatMap((test) => Object.keys(factsOfTest(test))))]
}

export function factsOfTest(test: Fields): Fields {
  return fieldsOf(test['facts']) ?? {}
}

/** Policies that may not be named beside this one: itself, and those already there. */
export function otherPolicies<Policy extends { id: string }>(policies: readonly Policy[], policy: Fields, key: 'excludes' | 'requires'): Policy[] {
  const named = new Set([stringIn(policy, 'id'), ...stringsIn(policy, key)])
  return policies.filter(({ id }) => !named.has(id))
}

/** The yearly budget as far as it is stated. */
export function budgetOf(policy: Fields): { year: number | undefined; fen: number | undefined } {
  const budget = fieldsOf(policy['budget']) ?? {}
  return { year: numberIn(budget, 'year'), fen: numberIn(budget, 'fen') }
}
