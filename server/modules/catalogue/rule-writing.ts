// What the screens share with the check of packs while rules and policies are written: the same reader, words and judge, in the browser.
// Everything here is pure; the index would bring the server with it.
export { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
export { ruleInWords } from '../../kernel/feel/rule-words.ts'
export type { FeelType } from '../../kernel/feel/scope.ts'
export type { Benefit, BenefitCondition, Fact } from './benefit.ts'
export { outcomeOf, type BenefitOutcome } from './benefit-outcome.ts'
export { readRuleText, type KnownNames, type Reading, type RuleFault } from './rule-faults.ts'
