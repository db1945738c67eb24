// Whether a service's requirements hold for an applicant: the ground of automatic decisions, and shown to staff with its law.
// null means that what is known does not settle it; then a person decides.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, LegalBasis, Service } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import type { Answer, Answers } from './plan.ts'
import { compileRule } from './rule.ts'

export type RequirementCheck = {
  requirement: string
  name: Texts
  holds: boolean | null
  /** the rule as its author wrote it */
  rule: string
  /** what the rule reads, with the values it found; no value: not known */
  inputs: { concept: string; value?: Answer }[]
  legalBasis: LegalBasis
}

/**
 * Checks every requirement of a service against the values its authority holds.
 * @param values flat record by concept id; derived concepts are computed, or taken as given where their inputs are missing
 * @param on working date 'YYYY-MM-DD': `today` in rules
 */
export const checkRequirements = (catalogue: Catalogue, service: Service, values: Answers, on: string): RequirementCheck[] => {
  const facts = createFacts({ catalogue, on, answers: values, acceptDerived: true })
  return service.requirements.map(({ id, name, rule, legalBasis }) => {
    const compiled = compileRule(rule.expression)
    const result = compiled.evaluate(facts)
    const inputs = compiled.reads.map((concept) => {
      const value = facts.answer(concept) ?? values[concept]
      return value === undefined || value === null ? { concept } : { concept, value }
    })
    return { requirement: id, name, holds: typeof result === 'boolean' ? result : null, rule: rule.text, inputs, legalBasis }
  })
}

/** false as soon as one fails, true when all hold, null when that is not known. */
export const requirementsHold = (checks: readonly RequirementCheck[]): boolean | null => {
  if (checks.some(({ holds }) => holds === false)) return false
  return checks.every(({ holds }) => holds === true) ? true : null
}
