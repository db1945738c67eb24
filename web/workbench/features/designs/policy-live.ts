// What a policy being written says to a situation, worked out in the browser by the server's own judge, at every stroke.
// A rule that cannot be read yet stops it: then nothing is said at all.
import type { ConceptType, Rule } from '../../../../server/modules/catalogue/definitions.ts'
import { outcomeOf, type Benefit, type BenefitCondition, type BenefitOutcome, type Fact } from '../../../../server/modules/catalogue/rule-writing.ts'
import { listIn, numberIn, stringIn, stringsIn, type Fields } from './fields.ts'
import { factsOfTest, holdsOn, lineOn, verdicts } from './policy.ts'
import type { Parts } from './queries.ts'

export type PolicyFact = Parts['facts'][number]
type ReadRule = (text: string) => { expression: Rule['expression']; faults: readonly { rule: string }[]; reads: readonly string[] }

/** `broken`: a rule of it cannot be read. */
export type PolicyOutcome = BenefitOutcome | 'broken'

export function factsByConcept(facts: readonly PolicyFact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map(({ id, name, type, choices, many }): [string, Fact] => [id, {
    concept: id, name, type: type as ConceptType, field: id, ...(choices.length === 0 ? {} : { choices: choices.map(({ value }) => value) }), ...(many === null ? {} : { many }), // types of concepts, as the server sends them
  }]))
}

/** The rules in force on a day; null: one of them cannot be read; undefined: the policy is not in force. */
function rulesOn(policy: Fields, on: string, read: ReadRule): Pick<Benefit, 'conditions' | 'amount'> | null | undefined {
  const line = lineOn(policy['amount'], on)
  const conditions = listIn(policy, 'conditions').filter((condition) => holdsOn(condition, on))
  if (!holdsOn(policy, on) || !line || conditions.length === 0) return undefined
  const rules = [...conditions.map((each) => stringIn(each, 'rule')), stringIn(line, 'rule')].map((text) => ({ text, ...read(text) }))
  if (rules.some(({ text, faults }) => text.trim() === '' || faults.some(({ rule }) => rule === 'rule-syntax' || rule === 'rule-concept-unknown'))) return null
  const ruleAt = (index: number): Rule => ({ text: rules[index]?.text ?? '', expression: rules[index]?.expression ?? { kind: 'literal', value: false } })
  return {
    conditions: conditions.map((each, index): BenefitCondition => ({ id: stringIn(each, 'id'), name: { 'zh-CN': stringIn(each, 'id') }, rule: ruleAt(index) })),
    amount: { rule: ruleAt(conditions.length), from: stringIn(line, 'from'), example: false, source: { title: '' } },
  }
}

/** What the policy says to the situation of a test, and in what that differs from what the test expects. */
export function outcomeFor(policy: Fields, test: Fields, facts: ReadonlyMap<string, Fact>, read: ReadRule): PolicyOutcome {
  const on = stringIn(test, 'on')
  const rules = rulesOn(policy, on, read)
  if (rules === null) return 'broken'
  const [verdict, fen, missing] = [verdicts.find((each) => each === test['verdict']), numberIn(test, 'fen'), test['missing'] === undefined ? undefined : [...stringsIn(test, 'missing')]]
  // Values of a test are JSON; whether they fit is the server's to say.
  const known = factsOfTest(test) as Parameters<typeof outcomeOf>[2]['facts']
  return outcomeOf(rules, facts, { on, facts: known, ...(verdict === undefined ? {} : { verdict }), ...(fen === undefined ? {} : { fen }), ...(missing === undefined ? {} : { missing }) })
}

/** Facts the policy reads, in order of appearance. */
export function readsOf(policy: Fields, read: ReadRule): string[] {
  const texts = [...listIn(policy, 'conditions'), ...listIn(policy, 'amount')].map((each) => stringIn(each, 'rule'))
  return [...new Set(texts.flatMap((text) => (text.trim() === '' ? [] : read(text).reads)))]
}
