// The plan of the matter in hand for a chosen situation, made in the browser by the server's own planner.
// Content in the making may not be plannable; then there is none.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { makePlan, type Answer, type Answers, type Plan } from '../../../../server/modules/planning/index.ts'

export interface Chosen {
  answers: Answers
  declined: readonly string[]
}

export function livePlan(catalogue: Catalogue | null, matter: string, { answers, declined }: Chosen): Plan | undefined {
  const definition = catalogue?.matters[matter]
  if (!catalogue || !definition) return undefined
  try {
    return makePlan({ catalogue, matter, on: catalogue.on, answers, known: [], registries: {}, declinedServices: declined.filter((id) => definition.services.some(({ service }) => service === id)), uploaded: [] })
  } catch {
    return undefined
  }
}

/** What a question can be answered with; none when it takes more than a choice. */
export function choicesFor(catalogue: Catalogue, concept: string): { value: Answer; name?: { 'zh-CN': string; en?: string } }[] {
  const definition = catalogue.concepts[concept]
  if (definition?.type === 'boolean') return [{ value: true }, { value: false }]
  return (definition?.constraint.choices ?? []).map(({ value, name }) => ({ value, name }))
}

/** Only answers to questions the matter still has. */
export function answersFor(catalogue: Catalogue | null, matter: string, answers: Answers): Answers {
  const asked = new Set(catalogue?.matters[matter]?.scenario.map(({ concept }) => concept))
  return Object.fromEntries(Object.entries(answers).filter(([concept]) => asked.has(concept)))
}

/** The plan as a sample expects it, in the form of pack tests. */
export function sampleOf(name: string, plan: Plan, answers: Answers, declined: readonly string[]): { [key: string]: string | { [key: string]: unknown } | readonly string[] } {
  const included = plan.services.filter(({ state }) => state === 'included').map(({ service }) => service)
  const undecided = plan.services.filter(({ state }) => state === 'undecided').map(({ service }) => service)
  return {
    name, matter: plan.matter, region: plan.region, on: plan.on,
    answers: { ...answers },
    ...(declined.length > 0 ? { declined: [...declined] } : {}),
    expect: {
      settled: plan.settled,
      services: included,
      ...(undecided.length > 0 ? { undecided } : {}),
      upload: plan.evidence.filter(({ source }) => source.kind === 'upload').map(({ evidence }) => evidence),
      after: { fields: plan.after.fields, evidence: plan.after.evidence, workingDays: plan.after.workingDays },
    },
  }
}
