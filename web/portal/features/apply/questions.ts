// The scenario questions of an application: which apply, which are answered, which comes next, what an answer would change.
// Pure; the planner decides, here it is only put into the order of screens.
import type { Catalogue, Choice } from '../../../../server/modules/catalogue/definitions.ts'
import { isBlank, makePlan, type Answer, type Plan, type PlannedQuestion } from '../../../../server/modules/planning/index.ts'
import type { Draft } from './queries.ts'

/** Every question put or answered so far: the answered ones in the order of the matter, then the open ones, most useful first. */
export function listQuestions({ plan, answers, matter }: Draft, catalogue: Catalogue): PlannedQuestion[] {
  const open = new Set(plan.questions.map(({ concept }) => concept))
  const answered = (catalogue.matters[matter]?.scenario ?? []).flatMap(({ concept, ask, help }): PlannedQuestion[] => {
    if (open.has(concept) || isBlank(answers[concept])) return []
    return [{ concept, ask, ...(help ? { help } : {}), choices: catalogue.concepts[concept]?.constraint.choices ?? [] }]
  })
  return [...answered, ...plan.questions]
}

export interface Option {
  value: Answer
  /** Absent for yes and no. */
  name?: Choice['name']
}

/** What can be answered: the choices, or yes and no. */
export const optionsOf = ({ choices }: PlannedQuestion): Option[] => (choices.length > 0 ? choices : [{ value: true }, { value: false }])

/** The plan these answers would give, before any registry is asked. */
export function planWith({ plan, answers, declinedServices }: Draft, catalogue: Catalogue, concept: string, value: Answer): Plan {
  return makePlan({
    catalogue: { ...catalogue, region: plan.region }, matter: plan.matter, on: plan.on, answers: { ...answers, [concept]: value }, known: [], registries: {}, declinedServices, uploaded: [],
  })
}

export interface Change {
  included: string[]
  excluded: string[]
}

/** Services an answer brings in or leaves out, compared with what another plan says. */
export function changesBetween(before: Plan, after: Plan): Change {
  const was = new Map(before.services.map(({ service, state }) => [service, state]))
  const changed = after.services.filter(({ service, state }) => was.get(service) !== state)
  return {
    included: changed.filter(({ state }) => state === 'included').map(({ service }) => service),
    excluded: changed.filter(({ state }) => state === 'excluded').map(({ service }) => service),
  }
}
