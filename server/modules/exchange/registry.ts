// Asking registries: which look-ups are possible now, and what their replies mean as known facts. Pure.
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { checkAnswer, type Answer, type Answers, type KnownFact, type RegistryState } from '../planning/index.ts'

/** One question to one registry about one record: the concepts share the key that finds the record. */
export type LookUp = { registry: string; keyConcept: string; key: string; subjects: string[]; concepts: string[] }

/** A registry's reply to a look-up. */
export type RegistryReply = { kind: 'found'; record: Record<string, unknown>; asOf: string } | { kind: 'noRecord' } | { kind: 'unavailable'; why: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Look-ups for the wanted concepts of one registry whose keys are known and which have not been asked for with that key yet. */
export const possibleLookUps = (registry: Registry, catalogue: Catalogue, wanted: readonly string[], values: Answers, made: Iterable<string>): LookUp[] => {
  const before = [...made].map(readMade).filter((each) => each.registry === registry.id)
  const byKey = new Map<string, LookUp>()
  for (const concept of wanted) {
    const subject = catalogue.concepts[concept]?.subject
    const keyConcept = subject === undefined ? undefined : registry.keys[subject]
    const key = keyConcept === undefined ? undefined : values[keyConcept]
    if (subject === undefined || keyConcept === undefined || !isText(key) || registry.answers[concept] === undefined) continue
    if (before.some((each) => each.keyConcept === keyConcept && each.key === key && each.concepts.includes(concept))) continue
    const lookUp = byKey.get(keyConcept) ?? { registry: registry.id, keyConcept, key, subjects: [], concepts: [] }
    lookUp.concepts.push(concept)
    if (!lookUp.subjects.includes(subject)) lookUp.subjects.push(subject)
    byKey.set(keyConcept, lookUp)
  }
  return [...byKey.values()]
}

/**
 * How a look-up that was answered is remembered: where, by which key, and what was asked for. What a later answer makes necessary is
 * asked for then, by the same key. Only the key may contain a space.
 */
export const madeKey = ({ registry, keyConcept, concepts, key }: Pick<LookUp, 'registry' | 'keyConcept' | 'concepts' | 'key'>): string => `${registry} ${keyConcept} ${concepts.join(',')} ${key}`

export const readMade = (made: string): { registry: string; keyConcept: string; concepts: string[]; key: string } => {
  const [registry = '', keyConcept = '', concepts = '', ...key] = made.split(' ')
  return { registry, keyConcept, concepts: concepts.split(','), key: key.join(' ') }
}

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

/** What one look-up brought. `final`: these concepts need not be asked for again with this key. */
export type RegistryAnswer = { registry: string; keyConcept: string; key: string; concepts: string[]; state: RegistryState; facts: KnownFact[]; final: boolean }

/** Concepts this registry answers about a record found by `keyConcept` that say whom the record belongs to: ID numbers of relatives. */
export const vouchingConcepts = (registry: Registry, catalogue: Catalogue, keyConcept: string): string[] =>
  Object.keys(registry.answers).filter((id) => {
    const concept = catalogue.concepts[id]
    return concept?.type === 'idNumber' && id !== keyConcept && registry.keys[concept.subject] === keyConcept
  })

/**
 * Whether a record found by this key may be shown to the applicant. Anybody can type anybody's number, so a typed key opens nothing
 * by itself: it must be the applicant's own, have come from a registry, or have found a record before that names the applicant.
 */
export const isProven = (catalogue: Catalogue, known: readonly KnownFact[], keyConcept: string): boolean =>
  known.some(({ concept, source, disputed }) => {
    if (concept === keyConcept && source.kind !== 'result') return !disputed
    const subject = catalogue.concepts[concept]?.subject
    return source.kind === 'registry' && subject !== undefined && catalogue.registries[source.registry]?.keys[subject] === keyConcept
  })

/** Whether the facts of a record name the applicant, by the ID number of the login. */
export const namesApplicant = (facts: readonly KnownFact[], vouching: readonly string[], known: readonly KnownFact[]): boolean => {
  const own = new Set(known.filter(({ source }) => source.kind === 'profile').map(({ value }) => value))
  return facts.some(({ concept, value }) => vouching.includes(concept) && own.has(value))
}
