// How each concept gets its value: profile, registry, result of another service of the application, derived, and only then the person.
// The choice for one concept never depends on which other services are chosen, save for results; so fewer services never ask more.
import type { Catalogue, Registry } from '../catalogue/definitions.ts'
import type { MatterBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import { usedBy, type ConceptNeed, type ConceptNeeds } from './fields.ts'
import type { Lookup } from './lookups.ts'
import type { AskedBecause, ConceptSource, CountedFact, RegistryState } from './plan.ts'
import { compileRule } from './rule.ts'

/** What sources are chosen from. `waitsFor`: positions of the services whose results a service declares to wait for, directly or not. */
export type SourceContext = {
  matter: MatterBlueprint
  facts: Facts
  registries: Readonly<Record<string, RegistryState>>
  isIncluded: (position: number) => boolean
  waitsFor: (position: number) => ReadonlySet<number>
  /** scenario questions put to the person, or still to be put */
  put: ReadonlySet<string>
  /** told of every look-up the plan makes, or would make if the registry answered */
  onLookup: (registry: string, concept: string | undefined, by: readonly number[]) => void
}

const reasons: Partial<Record<RegistryState, AskedBecause>> = {
  unavailable: 'registryUnavailable', noRecord: 'noRecord', answers: 'noRecord', declined: 'declined',
}

/** Why a person is asked when a registry in this state should have known. */
export const reasonOf = (state: RegistryState): AskedBecause | undefined => reasons[state]

/**
 * Why this registry will not supply a value it has not given yet; undefined while it is still to be asked. A registry that
 * answered without the value has no record of it, unless the key to this record was not known when it was asked.
 */
export const silenceOf = ({ registries, facts }: SourceContext, registry: Registry, key: string, concept: string): AskedBecause | undefined => {
  const state = registries[registry.id] ?? 'notAsked'
  const exact = state === 'declined' ? state : registries[`${registry.id} ${key}`]
  if (facts.isStale(concept) && (exact ?? state) === 'answers') return undefined // what it said is too old to count: it is asked again
  if (exact) return reasonOf(exact)
  if (Object.keys(registries).some((each) => each.startsWith(`${registry.id} `))) return undefined // asked so far with other keys only
  const mayStillAsk = (state === 'answers' || state === 'noRecord') && facts.value(key) === undefined
  return mayStillAsk ? undefined : reasonOf(state)
}

/** Whether a concept will only be known after submission, because an included service produces it. */
const comesAfterSubmission = (context: SourceContext, concept: string, seen?: ReadonlySet<string>): boolean => {
  if (context.facts.value(concept) !== undefined || seen?.has(concept)) return false
  if (context.matter.producers.get(concept)?.some(context.isIncluded)) return true
  const derived = context.matter.catalogue.concepts[concept]?.derived
  if (!derived) return false
  const visited = new Set([...(seen ?? []), concept])
  return compileRule(derived.expression).reads.some((read) => comesAfterSubmission(context, read, visited))
}

/** The ways a registry still to be asked could find `concept` before submission: where two are each other's key, the later one must have been said, not only offered. */
export const listLookups = (context: SourceContext, concept: string): Lookup[] =>
  context.matter.lookups.of(concept).filter(({ key, early }) => (early ? !comesAfterSubmission(context, key) : context.facts.value(key) !== undefined && !context.facts.offer(key)))

/** The included service whose result supplies the concept in time for everyone who needs it. */
const producerOf = ({ matter, isIncluded, waitsFor }: SourceContext, need: ConceptNeed): string | undefined => {
  const producer = matter.producers.get(need.concept)?.find((position) => isIncluded(position) && need.by.every((user) => waitsFor(user).has(position)))
  return producer === undefined ? undefined : matter.services[producer]?.service.id
}

export type Chosen = { source: ConceptSource; askedBecause?: AskedBecause; locked: boolean; legalBasis?: Registry['legalBasis'] }

const fromFact = (catalogue: Catalogue, { source }: CountedFact): Chosen => {
  if (source.kind !== 'registry') return { source, locked: true }
  const legalBasis = catalogue.registries[source.registry]?.legalBasis
  return { source: { ...source, state: 'answers' }, locked: true, ...(legalBasis ? { legalBasis } : {}) }
}

/** Chooses the source of one concept and adds what that source needs in turn: the key of a registry, the inputs of a derivation. */
export const chooseSource = (context: SourceContext, need: ConceptNeed, needs: ConceptNeeds): Chosen => {
  const { matter, facts } = context
  const { concept } = need
  const fact = facts.fact(concept)
  if (fact) {
    if (fact.source.kind === 'registry') context.onLookup(fact.source.registry, concept, need.by)
    return fromFact(matter.catalogue, fact)
  }
  const derived = matter.catalogue.concepts[concept]?.derived
  const disputed = facts.isDisputed(concept)
  if (context.put.has(concept)) return { source: { kind: 'scenario' }, locked: false, ...(disputed ? { askedBecause: 'disputed' } : {}) }
  if (disputed && !derived) return { source: { kind: 'ask' }, askedBecause: 'disputed', locked: false }

  const producer = producerOf(context, need)
  if (producer !== undefined) return { source: { kind: 'result', service: producer }, locked: false }

  let because = need.anyway ? undefined : need.because
  for (const { registry, key } of disputed ? [] : listLookups(context, concept)) {
    context.onLookup(registry.id, concept, need.by)
    const silence = silenceOf(context, registry, key, concept)
    if (silence) {
      because ??= silence
      continue
    }
    needs.add(key, need.required, need.by, because)
    return { source: { kind: 'registry', registry: registry.id, state: 'notAsked' }, locked: false, legalBasis: registry.legalBasis }
  }

  if (!derived) {
    const offer = disputed ? undefined : facts.offer(concept)
    return { source: offer?.source ?? { kind: 'ask' }, locked: false, ...(because && !offer ? { askedBecause: because } : {}) }
  }
  const rule = compileRule(derived.expression)
  const from = usedBy(rule, rule.reads, facts)
  for (const input of from) needs.add(input, need.required, need.by, because)
  return { source: { kind: 'derived', from }, locked: false }
}
