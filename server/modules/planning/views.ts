// Who receives what: for each included service exactly the concepts its form, requirements and evidence rules use.
// What is in no view of a service never reaches its authority.
import type { PlannedConcept } from './plan.ts'

/** Each service's concepts as the form shows them. `concepts`: all of the plan, in that order. */
export const orderViews = (views: ReadonlyMap<string, ReadonlySet<string>>, concepts: readonly PlannedConcept[]): Record<string, string[]> => {
  const ordered = new Map([...views.keys()].map((service): [string, string[]] => [service, []]))
  for (const { concept, neededBy } of concepts) {
    for (const service of neededBy) if (views.get(service)?.has(concept)) ordered.get(service)?.push(concept)
  }
  return Object.fromEntries(ordered)
}
