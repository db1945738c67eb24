// Whether a service's requirements hold for an applicant: the ground of automatic decisions, and shown to staff with its law.
// null means that what is known does not settle it; then a person decides.
import { Refusal } from '../../kernel/errors.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, LegalBasis } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import { expandRule } from './group-rules.ts'
import { groupsIn } from './groups.ts'
import type { Answer, Answers } from './plan.ts'
import { compileRule } from './rule.ts'

export type RequirementCheck = {
  requirement: string
  name: Texts
  holds: boolean | null
  /** the rule as its author wrote it */
  rule: string
  /** what the rule reads, by concept, with the values it found; null: not known */
  inputs: Record<string, Answer>
  legalBasis: LegalBasis
}

/**
 * Checks every requirement of a service against the values its authority holds. Throws a `not_found` refusal for a service
 * the catalogue does not have.
 * @param values flat record by concept id; derived concepts are computed, or taken as given where their inputs are missing
 * @param on working date 'YYYY-MM-DD': `today` in rules
 */
export const checkRequirements = (catalogue: Catalogue, serviceId: string, values: Answers, on: string): RequirementCheck[] => {
  const service = Object.hasOwn(catalogue.services, serviceId) ? catalogue.services[serviceId] : undefined
  if (!service) throw new Refusal('not_found', { service: serviceId })
  const facts = createFacts({ catalogue, on, answers: values, acceptDerived: true })
  const groups = groupsIn(catalogue, values)
  return service.requirements.map(({ id, name, rule, legalBasis }) => {
    const compiled = compileRule(expandRule(rule, groups).expression)
    const result = compiled.evaluate(facts)
    const inputs = Object.fromEntries(compiled.reads.map((concept) => [concept, facts.answer(concept) ?? values[concept] ?? null]))
    return { requirement: id, name, holds: typeof result === 'boolean' ? result : null, rule: rule.text, inputs, legalBasis }
  })
}
