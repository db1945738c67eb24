// Asking registries: which look-ups are possible now, and what their replies mean as known facts. Pure.
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { checkAnswer, type Answer, type Answers, type KnownFact, type RegistryState } from '../planning/index.ts'

/** One question to one registry about one record: the concepts share the key that finds the record. */
export type LookUp = { registry: string; keyConcept: string; key: string; subjects: string[]; concepts: string[] }

/** A registry's reply to a look-up. */
export type RegistryReply = { kind: 'found'; record: Record<string, unknown>; asOf: string } | { kind: 'noRecord' } | { kind: 'unavailable'; why: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Look-ups for the wanted concepts of one registry whose keys are known and which have not been made with that key yet. */
export const possibleLookUps = (registry: Registry, catalogue: Catalogue, wanted: readonly string[], values: Answers, made: ReadonlySet<string>): LookUp[] => {
  const byKey = new Map<string, LookUp>()
  for (const concept of wanted) {
    const subject = catalogue.concepts[concept]?.subject
    const keyConcept = subject === undefined ? undefined : registry.keys[subject]
    const key = keyConcept === undefined ? undefined : values[keyConcept]
    if (subject === undefined || keyConcept === undefined || !isText(key) || registry.answers[concept] === undefined) continue
    if (made.has(madeKey(registry.id, keyConcept, key))) continue
    const lookUp = byKey.get(keyConcept) ?? { registry: registry.id, keyConcept, key, subjects: [], concepts: [] }
    lookUp.concepts.push(concept)
    if (!lookUp.subjects.includes(subject)) lookUp.subjects.push(subject)
    byKey.set(keyConcept, lookUp)
  }
  return [...byKey.values()]
}

export const madeKey = (registry: string, keyConcept: string, key: string): string => `${registry} ${keyConcept} ${key}`

/** A value of a record as an answer; a licence (an object with its number) counts as its number. */
const asAnswer = (value: unknown): Answer | undefined => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value !== null && typeof value === 'object' && 'number' in value && isText(value.number) ? value.number : undefined
}

/** Facts of a reply. A value that cannot be right for its concept is left out, so it is asked instead of believed. */
export const factsOf = (registry: Registry, catalogue: Catalogue, lookUp: LookUp, reply: RegistryReply, on: string): { facts: KnownFact[]; unfit: string[] } => {
  if (reply.kind !== 'found') return { facts: [], unfit: [] }
  const facts: KnownFact[] = []
  const unfit: string[] = []
  for (const id of lookUp.concepts) {
    const concept = catalogue.concepts[id]
    const raw = reply.record[registry.answers[id] ?? '']
    const value = asAnswer(raw)
    if (!concept || raw === undefined || raw === null || raw === '') continue
    if (value === undefined || checkAnswer(concept, concept.constraint, value, on) !== undefined) unfit.push(id)
    else facts.push({ concept: id, value, source: { kind: 'registry', registry: registry.id }, asOf: reply.asOf })
  }
  return { facts, unfit }
}

const rank: readonly RegistryState[] = ['answers', 'unavailable', 'noRecord']

/** The state of a registry after several look-ups: any answer counts, then an outage, then "no record". */
export const stateAfter = (replies: readonly RegistryReply[]): RegistryState => {
  const states = replies.map((reply): RegistryState => (reply.kind === 'found' ? 'answers' : reply.kind))
  return rank.find((state) => states.includes(state)) ?? 'notAsked'
}
