// Who receives what: for each included service exactly the concepts its form, requirements and evidence rules use.
// Everything an authority is shown or sent passes through here.
import type { Answer, Plan } from './plan.ts'

/** The values one service's authority receives, by concept; what it does not need is not in it. Empty for a service that is not included. */
export const viewOf = (plan: Plan, service: string): Record<string, Answer> => {
  const seen = new Set(Object.hasOwn(plan.views, service) ? plan.views[service] : [])
  const entries: [string, Answer][] = []
  for (const { concept, value } of plan.concepts) if (seen.has(concept) && value !== undefined) entries.push([concept, value])
  return Object.fromEntries(entries)
}

/** Orders each service's concepts as the form shows them. */
export const orderViews = (views: ReadonlyMap<string, readonly string[]>, order: readonly string[]): Record<string, string[]> => {
  const ordered: [string, string[]][] = []
  for (const [service, concepts] of views) {
    const seen = new Set(concepts)
    ordered.push([service, order.filter((concept) => seen.has(concept))])
  }
  return Object.fromEntries(ordered)
}
