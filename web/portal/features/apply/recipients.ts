// Who receives what when the application is handed in: each authority with its services, the concepts and the uploaded documents it gets.
// Pure; the planner's views say exactly which concepts a service's authority sees.
import type { Draft } from './queries.ts'

export interface Recipient {
  line: string
  region: string
  services: string[]
  concepts: string[]
  evidence: string[]
}

export function listRecipients({ plan }: Pick<Draft, 'plan'>): Recipient[] {
  const included = plan.services.filter(({ state }) => state === 'included')
  const byAuthority = Map.groupBy(included, ({ line, authorityRegion }) => `${line} ${authorityRegion}`)
  return [...byAuthority.values()].flatMap((services) => {
    const [first] = services
    if (!first) return []
    const ids = services.map(({ service }) => service)
    const seen = new Set(ids.flatMap((id) => plan.views[id] ?? []))
    return [{
      line: first.line,
      region: first.authorityRegion,
      services: ids,
      concepts: plan.concepts.map(({ concept }) => concept).filter((concept) => seen.has(concept)),
      evidence: plan.evidence.filter(({ source, neededBy }) => source.kind === 'upload' && neededBy.some((service) => ids.includes(service))).map(({ evidence }) => evidence),
    }]
  })
}
