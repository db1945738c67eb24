// What a draft has learnt from registries, and for how long it holds: only while the key it was found by is still the one given,
// and only while the applicant agrees. Pure.
import type { Catalogue } from '../catalogue/definitions.ts'
import { madeKey, readMade, type RegistryAnswer } from '../exchange/index.ts'
import { isBlank, knownValues, type KnownFact, type RegistryState } from '../planning/index.ts'
import { mergeFacts, type Application } from './application.ts'

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

const isFoundBy = ({ concepts, registries }: Keys, registry: string, keyConcept: string) => ({ concept, source }: KnownFact): boolean =>
  source.kind === 'registry' && source.registry === registry && registries[registry]?.keys[concepts[concept]?.subject ?? ''] === keyConcept

const forget = (application: Application, keys: Keys, registry: string, keyConcept: string): Application => {
  const found = isFoundBy(keys, registry, keyConcept)
  const place = `${registry} ${keyConcept}`
  return {
    ...application,
    known: application.known.filter((fact) => !found(fact)),
    lookedUp: application.lookedUp.filter((made) => !made.startsWith(`${place} `)),
    registries: withWholes(Object.fromEntries(Object.entries(application.registries).filter(([each]) => each !== place))),
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

const withRegistryAnswer = (application: Application, { registry, keyConcept, key, concepts, state, facts, final }: RegistryAnswer, keys: Keys, own: readonly KnownFact[]): Application => {
  const agreed = keys.registries[registry]?.consent === false || application.consents[registry]?.granted === true
  if (!agreed || knownValues(application.answers, [...own, ...application.known])[keyConcept] !== key) return application
  return {
    ...application,
    known: mergeFacts(application.known, facts),
    registries: withWholes({ ...application.registries, [`${registry} ${keyConcept}`]: state }),
    lookedUp: final ? [...new Set([...application.lookedUp, madeKey({ registry, keyConcept, concepts, key })])] : application.lookedUp,
  }
}
