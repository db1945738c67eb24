// Who receives what: for each included service exactly the concepts its form, requirements and evidence rules use.
// Everything an authority is shown or sent passes through here.
import type { Answer, Plan, PlannedConcept } from './plan.ts'

/** The values one service's authority receives, by concept; what it does not need is not in it. Empty for a service that is not included. */
export const viewOf = (plan: Plan, service: string): Record<string, Answer> => {
  const seen = new Set(Object.hasOwn(plan.views, service) ? plan.views[service] : [])
  const entries: [string, Answer][] = []
  for (const { concept, value } of plan.concepts) if (seen.has(concept) && value !== undefined) entries.push([concept, value])
  return Object.fromEntries(entries)
}

/** Each service's concepts as the form shows them. `concepts`: all of the plan, in that order. */
export const orderViews = (views: ReadonlyMap<string, ReadonlySet<string>>, concepts: readonly PlannedConcept[]): Record<string, string[]> => {
  const ordered = new Map([...views.keys()].map((service): [string, string[]] => [service, []]))
  for (const { concept, neededBy } of concepts) {
    for (const service of neededBy) if (views.get(service)?.has(concept)) ordered.get(service)?.push(concept)
  }
  return Object.fromEntries(ordered)
}
