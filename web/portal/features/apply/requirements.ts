// Requirements that what is known already contradicts: said before the application is handed in, not after.
// Pure; nothing is decided here. What is not known yet counts as open and is not listed.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { checkRequirements, type Answer, type RequirementCheck } from '../../../../server/modules/planning/index.ts'
import type { Draft } from './queries.ts'

export interface Unmet extends Pick<RequirementCheck, 'requirement' | 'name' | 'legalBasis'> {
  service: string
}

export function listUnmet({ plan, answers }: Pick<Draft, 'plan' | 'answers'>, catalogue: Catalogue): Unmet[] {
  const known = plan.concepts.flatMap(({ concept, value }): [string, Answer][] => (value === undefined ? [] : [[concept, value]]))
  const values = { ...answers, ...Object.fromEntries(known) }
  return plan.services
    .filter(({ state, service }) => state === 'included' && Object.hasOwn(catalogue.services, service))
    .flatMap(({ service }) => checkRequirements(catalogue, service, values, plan.on).filter(({ holds }) => holds === false).map(({ requirement, name, legalBasis }) => ({ service, requirement, name, legalBasis })))
}
