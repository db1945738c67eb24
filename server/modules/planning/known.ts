// What a person or the government has said, as one flat record: whose word counts where several have spoken.
// Pure; the same order of precedence as in a plan: profile before registry before the person's own answer, that before their e-licence and an earlier answer, and nothing disputed.
import type { Answers, KnownFact } from './plan.ts'

export const knownValues = (answers: Answers, known: readonly KnownFact[]): Answers => {
  const disputed = new Set(known.filter((fact) => fact.disputed).map(({ concept }) => concept))
  const of = (kind: KnownFact['source']['kind']) => known.filter(({ source, concept }) => source.kind === kind && !disputed.has(concept)).map(({ concept, value }) => [concept, value] as const)
  return { ...Object.fromEntries([...of('earlier'), ...of('credential')]), ...answers, ...Object.fromEntries([...of('registry'), ...of('profile')]) }
}
