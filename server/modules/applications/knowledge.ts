// What a draft has learnt from registries, and for how long it holds: only while the key it was found by is still the one given,
// and only while the applicant agrees. Pure.
import type { Catalogue } from '../catalogue/definitions.ts'
import { madeKey, readMade, type FoundRecord, type RegistryAnswer } from '../exchange/index.ts'
import { isBlank, knownValues, type KnownFact, type RegistryState } from '../planning/index.ts'
import { mergeFacts, noneOfThem, type Application, type Records } from './application.ts'

type Keys = Pick<Catalogue, 'concepts' | 'registries'>

const rank: readonly RegistryState[] = ['answers', 'unavailable', 'noRecord']

/** The state of a registry after several look-ups: any answer counts, then an outage, then "no record". */
export const overallState = (states: readonly RegistryState[]): RegistryState => rank.find((state) => states.includes(state)) ?? 'notAsked'

/** States of single look-up keys (`population father.idNumber`), with that of each registry as a whole. */
const withWholes = (states: Application['registries']): Application['registries'] => {
  const single = Object.entries(states).filter(([place]) => place.includes(' '))
  const byRegistry = Map.groupBy(single, ([place]) => place.split(' ')[0] ?? '')
  return { ...Object.fromEntries(single), ...Object.fromEntries([...byRegistry].map(([registry, own]) => [registry, overallState(own.map(([, state]) => state))])) }
}

export const isFoundBy = ({ concepts, registries }: Keys, registry: string, keyConcept: string) => ({ concept, source }: KnownFact): boolean =>
  source.kind === 'registry' && source.registry === registry && registries[registry]?.keys[concepts[concept]?.subject ?? ''] === keyConcept

/** Forgets what one look-up brought, as though it had never been made. */
export const forget = (application: Application, keys: Keys, registry: string, keyConcept: string): Application => {
  const found = isFoundBy(keys, registry, keyConcept)
  const place = `${registry} ${keyConcept}`
  const { [place]: _at, ...lookedUpAt } = application.lookedUpAt
  const { [place]: _records, ...records } = application.records
  return {
    ...application,
    known: application.known.filter((fact) => !found(fact)),
    lookedUp: application.lookedUp.filter((made) => !made.startsWith(`${place} `)),
    registries: withWholes(Object.fromEntries(Object.entries(application.registries).filter(([each]) => each !== place))),
    lookedUpAt, records,
  }
}

/**
 * Forgets what was found by a key that is no longer the one given: somebody else's number, a role that was changed, a number the
 * applicant says is wrong. What that had led to is forgotten too.
 * @param own what the login tells
 */
export const withoutOutdated = (application: Application, keys: Keys, own: readonly KnownFact[]): Application => {
  const values = knownValues(application.answers, [...own, ...application.known])
  const unasked = Object.keys(application.registries).filter((place) => place.includes(' ') && isBlank(values[place.split(' ')[1] ?? ''])).map(readMade)
  const outdated = [...application.lookedUp.map(readMade).filter(({ keyConcept, key }) => values[keyConcept] !== key), ...unasked].at(0)
  return outdated ? withoutOutdated(forget(application, keys, outdated.registry, outdated.keyConcept), keys, own) : application
}

/** Takes over what registries answered, as far as the applicant still agrees and the keys are still those given. */
export const withRegistryAnswers = (application: Application, answers: readonly RegistryAnswer[], keys: Keys, own: readonly KnownFact[]): Application => {
  let next = application
  for (const answer of answers) next = withRegistryAnswer(next, answer, keys, own)
  return next
}

/** After an answer without a choice there is none any more; an outage is no answer, and what was chosen stays. */
const recordsAfter = (records: Application['records'], { final }: RegistryAnswer, place: string): Application['records'] => {
  if (!final) return records
  const { [place]: _gone, ...others } = records
  return others
}

/** Which of several records is meant: as chosen before, as long as it is still among them. */
const settled = (records: Records): { records: Records; state: RegistryState; facts: KnownFact[] } => {
  if (records.chosen === noneOfThem) return { records, state: 'noRecord', facts: [] }
  const option = records.options.find(({ id }) => id === records.chosen)
  return option ? { records, state: 'answers', facts: option.facts } : { records: { ...records, chosen: null }, state: 'notAsked', facts: [] }
}

/** Records found later by the same key add to what is known of those found before. */
const merged = (before: Records | undefined, found: readonly FoundRecord[]): Records => ({
  chosen: before?.chosen ?? null,
  options: found.map(({ id, facts }) => ({ id, facts: mergeFacts(before?.options.find((each) => each.id === id)?.facts ?? [], facts) })),
})

const withRegistryAnswer = (application: Application, answer: RegistryAnswer, keys: Keys, own: readonly KnownFact[]): Application => {
  const { registry, keyConcept, key, concepts, final, at } = answer
  const place = `${registry} ${keyConcept}`
  const several = answer.records ? settled(merged(application.records[place], answer.records)) : undefined
  const { state, facts } = several ?? answer
  const agreed = keys.registries[registry]?.consent === false || application.consents[registry]?.granted === true
  if (!agreed || knownValues(application.answers, [...own, ...application.known])[keyConcept] !== key) return application
  return {
    ...application,
    known: mergeFacts(application.known, facts),
    registries: withWholes({ ...application.registries, [place]: state }),
    records: several ? { ...application.records, [place]: several.records } : recordsAfter(application.records, answer, place),
    ...(final ? { lookedUpAt: { ...application.lookedUpAt, [place]: application.lookedUpAt[place] ?? at } } : {}),
    lookedUp: final ? [...new Set([...application.lookedUp, madeKey({ registry, keyConcept, concepts, key })])] : application.lookedUp,
  }
}

/**
 * The applicant says which of several records is meant; what another one had brought, and led to, is forgotten. Undefined when there
 * is nothing to choose there, or no such record. @param id of the record, or '' for none of them
 */
export const withChosen = (application: Application, place: string, id: string, keys: Keys, own: readonly KnownFact[]): Application | undefined => {
  const before = Object.hasOwn(application.records, place) ? application.records[place] : undefined
  if (!before || (id !== noneOfThem && !before.options.some((option) => option.id === id))) return undefined
  const { registry, keyConcept } = readMade(place)
  const isOld = isFoundBy(keys, registry, keyConcept)
  const { records, state, facts } = settled({ ...before, chosen: id })
  const next = {
    ...application, records: { ...application.records, [place]: records }, registries: withWholes({ ...application.registries, [place]: state }),
    known: mergeFacts(application.known.filter((fact) => !isOld(fact)), facts),
  }
  return withoutOutdated(next, keys, own)
}
