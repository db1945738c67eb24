// Asking registries: which look-ups are possible now, and what their replies mean as known facts. Pure.
import { isPlainDate } from '../../kernel/clock.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { checkAnswer, fieldOf, instanceId, isFresh, type Answer, type Answers, type KnownFact, type RegistryState } from '../planning/index.ts'
import { plainConcepts } from './records-together.ts'

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
    const plain = plainConcepts(registry, catalogue, [concept])
    if (before.some((each) => each.keyConcept === keyConcept && each.key === key && [concept, ...plain].some((id) => each.concepts.includes(id)))) continue
    const lookUp = byKey.get(keyConcept) ?? { registry: registry.id, keyConcept, key, subjects: [], concepts: [] }
    lookUp.concepts.push(concept)
    if (!lookUp.subjects.includes(subject)) lookUp.subjects.push(subject)
    byKey.set(keyConcept, lookUp)
  }
  return [...byKey.values()]
}

/** What the number is called in a query: a person's ID number and a business's credit code are called the same whosever they are. */
export const subjectKeyOf = ({ concepts }: Pick<Catalogue, 'concepts'>, keyConcept: string): string => {
  const type = concepts[keyConcept]?.type
  if (type === 'idNumber') return 'idNumber'
  return type === 'uscc' ? 'creditCode' : (keyConcept.split('.').at(-1) ?? keyConcept)
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

/** What a registry is asked for so that it tells these concepts, and until when they hold. */
export const fieldsFor = ({ answers, until }: Registry, concepts: readonly string[]): string[] =>
  [...new Set(concepts.flatMap((concept) => [answers[concept], until?.[concept]]).flatMap((path) => path?.split('.')[0] ?? []))]

/** A value of a record as an answer; a licence (an object with its number) counts as its number. */
const asAnswer = (value: unknown): Answer | undefined => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value !== null && typeof value === 'object' && 'number' in value && isText(value.number) ? value.number : undefined
}

/** Who asks for one of a list (a company's shareholders) is told the same of all of them: how many there are is only known now. */
const withOthers = (registry: Registry, catalogue: Catalogue, concepts: readonly string[], record: Record<string, unknown>): string[] =>
  [...new Set(concepts.flatMap((id) => {
    const [list = '', number] = (registry.answers[id] ?? '').split('.')
    const [instance, items] = [catalogue.concepts[id]?.instance, record[list]]
    return instance && number !== undefined && Array.isArray(items) ? items.map((_, at) => instanceId(instance.of, at + 1)) : [id]
  }))]

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Whether a field for a last day says in the registry's own word that there is none. */
const isEndless = ({ endless }: Registry, value: unknown): boolean => endless?.some((word) => word === value) ?? false

/**
 * Whether what a record says still holds, or has come to its end, such as a licence that has expired. A last day nobody can read leaves that
 * open; so does one that is missing, as a connector leaves out what it could not read.
 */
const standingOf = (registry: Registry, id: string, record: Record<string, unknown>, on: string): 'holds' | 'over' | 'unreadable' => {
  const path = registry.until?.[id]
  const last = path === undefined ? null : fieldOf(record, path)
  if (last === null || last === '' || isEndless(registry, last)) return 'holds'
  if (typeof last !== 'string' || !isPlainDate(last)) return 'unreadable'
  return last < on ? 'over' : 'holds'
}

/**
 * Facts of one record. One that is over is left out, and so is a last day that there is not. `unfit`: a value that cannot be right for its
 * concept, is older than may be relied on, or whose last day cannot be read; it is asked instead of believed.
 */
export const factsOf = (registry: Registry, catalogue: Catalogue, lookUp: Pick<LookUp, 'concepts'>, reply: { record: Record<string, unknown>; asOf: string }, on: string): { facts: KnownFact[]; unfit: string[] } => {
  const facts: KnownFact[] = []
  const unfit: string[] = []
  const current = isFresh(reply, registry.freshDays, on)
  for (const id of withOthers(registry, catalogue, lookUp.concepts, reply.record)) {
    const concept = catalogue.concepts[id]
    const raw = fieldOf(reply.record, registry.answers[id] ?? '')
    const value = asAnswer(raw)
    const standing = standingOf(registry, id, reply.record, on)
    if (!concept || isEmpty(raw) || standing === 'over' || (concept.type === 'date' && isEndless(registry, raw))) continue
    if (value === undefined || !current || standing === 'unreadable' || checkAnswer(concept, concept.constraint, value, on) !== undefined) unfit.push(id)
    else facts.push({ concept: id, value, source: { kind: 'registry', registry: registry.id }, asOf: reply.asOf })
  }
  return { facts, unfit }
}

/** One of several records a key found; `id` tells it from the others. */
export type FoundRecord = { id: string; facts: KnownFact[] }

/**
 * What one look-up brought. `final`: these concepts need not be asked for again with this key. `records`: the key found several, and
 * the applicant has to say which one is meant; `facts` is empty then. `unfit`: concepts it gave values for that were not believed. `at`:
 * when it was answered.
 */
export type RegistryAnswer = { registry: string; keyConcept: string; key: string; concepts: string[]; state: RegistryState; facts: KnownFact[]; records?: FoundRecord[]; unfit?: string[]; final: boolean; at: string }

/** What the registry must be asked for besides, when one key may find several records: what tells them apart and what they are recognised by. */
export const tellingConcepts = ({ several, keys }: Registry, catalogue: Catalogue, keyConcept: string): string[] =>
  several && keys[catalogue.concepts[several.by]?.subject ?? ''] === keyConcept ? [...new Set([several.by, ...several.shows, ...(several.together ?? [])])] : []

/** The records of a reply: those it lists, or the one it is. */
export const recordsOf = ({ several }: Registry, record: Record<string, unknown>): Record<string, unknown>[] => {
  const listed = several ? record[several.field] : undefined
  return Array.isArray(listed) && listed.length > 0 ? listed.filter((each): each is Record<string, unknown> => each !== null && typeof each === 'object') : [record]
}

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
    if (concept === keyConcept && (source.kind === 'profile' || source.kind === 'registry')) return !disputed
    const subject = catalogue.concepts[concept]?.subject
    const registry = source.kind === 'registry' ? catalogue.registries[source.registry] : undefined
    // what anybody may read says nothing about who asks
    return registry !== undefined && !registry.public && subject !== undefined && registry.keys[subject] === keyConcept
  })

/** Whether the key is the applicant's own number, by the login. */
export const isOwnKey = (known: readonly KnownFact[], keyConcept: string): boolean => known.some(({ concept, source, disputed }) => concept === keyConcept && source.kind === 'profile' && !disputed)

/** Whom a record names beside its key: the applicant (by the ID number of the login), somebody else, or nobody. */
export const whomItNames = (facts: readonly KnownFact[], vouching: readonly string[], known: readonly KnownFact[]): 'applicant' | 'another' | 'nobody' => {
  const own = new Set(known.filter(({ source }) => source.kind === 'profile').map(({ value }) => value))
  const named = facts.filter(({ concept }) => vouching.includes(concept))
  if (named.some(({ value }) => own.has(value))) return 'applicant'
  return named.length > 0 ? 'another' : 'nobody'
}
