// Whether one condition of a pack holds for the values an authority has: what is done with a case may hang on it, such as a visit.
// Pure; what the values do not settle does not hold.
import type { Catalogue, Rule } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import { expandRule } from './group-rules.ts'
import { groupsIn } from './groups.ts'
import type { Answers } from './plan.ts'
import { compileRule } from './rule.ts'

/**
 * @param values flat record by concept id
 * @param on working date 'YYYY-MM-DD': `today` in rules
 */
export const holdsFor = (catalogue: Catalogue, rule: Rule, values: Answers, on: string): boolean => {
  const facts = createFacts({ catalogue, on, answers: values, acceptDerived: true })
  return compileRule(expandRule(rule, groupsIn(catalogue, values)).expression).evaluate(facts) === true
}
