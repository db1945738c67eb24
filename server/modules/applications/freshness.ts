// How old what a registry said may be when an application is handed in: as many days as the pack says for that registry. What is
// older is looked up again; what has changed is shown to the person, and what cannot be reached goes along with its date. Pure.
import type { Catalogue, Registry } from '../catalogue/definitions.ts'
import { readMade, type RegistryAnswer } from '../exchange/index.ts'
import { knownValues, type Answer, type KnownFact } from '../planning/index.ts'
import { mergeFacts, type Application } from './application.ts'
import { forget, isFoundBy, withoutOutdated } from './knowledge.ts'

type Keys = Pick<Catalogue, 'concepts' | 'registries'>

/** A value that is no longer what the person last saw; null: none. */
export type FactChange = { concept: string; before: Answer; after: Answer }

const dayMs = 24 * 60 * 60 * 1000
const daysWhenAbsent = 1

const placeOf = (made: string): string => {
  const { registry, keyConcept } = readMade(made)
  return `${registry} ${keyConcept}`
}

const isStale = (registry: Registry | undefined, answeredAt: string | undefined, at: Date): boolean =>
  answeredAt === undefined || at.getTime() - Date.parse(answeredAt) > (registry?.freshDays ?? daysWhenAbsent) * dayMs

/** Look-ups (`registry keyConcept`) whose answers are too old to be relied on now. */
export const stalePlaces = ({ lookedUp, lookedUpAt }: Application, { registries }: Keys, at: Date): string[] =>
  [...new Set(lookedUp.map(placeOf))].filter((place) => isStale(registries[readMade(place).registry], lookedUpAt[place], at))

/** The application as though these look-ups had never been made; which of several records was meant is remembered. */
export const withoutAnswersOf = (application: Application, keys: Keys, places: readonly string[]): Application => {
  let next = application
  for (const place of places) {
    const { registry, keyConcept } = readMade(place)
    const chosen = next.records[place]?.chosen
    next = forget(next, keys, registry, keyConcept)
    if (chosen !== undefined) next = { ...next, records: { ...next.records, [place]: { options: [], chosen } } }
  }
  return next
}

/** What these look-ups had asked for, by registry. */
export const wantedAgain = ({ lookedUp }: Application, places: readonly string[]): Record<string, string[]> => {
  const again = lookedUp.filter((made) => places.includes(placeOf(made))).map(readMade)
  return Object.fromEntries([...Map.groupBy(again, ({ registry }) => registry)].map(([registry, made]) => [registry, [...new Set(made.flatMap(({ concepts }) => concepts))]]))
}

/**
 * Puts back what could not be looked up again, and keeps disputes of values that are still the same.
 * @param before as it was @param after without the answers of `places`, with what they answered now @param own what the login tells
 */
export const restored = (before: Application, after: Application, keys: Keys, places: readonly string[], answers: readonly RegistryAnswer[], own: readonly KnownFact[]): Application => {
  const answered = new Set(answers.filter(({ final }) => final).map(({ registry, keyConcept }) => `${registry} ${keyConcept}`))
  const failed = new Set(answers.filter(({ final }) => !final).map(({ registry, keyConcept }) => `${registry} ${keyConcept}`))
  const left = places.filter((each) => !answered.has(each) || failed.has(each))
  const isLeft = (made: string) => left.includes(placeOf(made))
  const there = new Set(after.known.map(({ concept }) => concept))
  const isBack = (fact: KnownFact) => !there.has(fact.concept) && left.map(readMade).some(({ registry, keyConcept }) => isFoundBy(keys, registry, keyConcept)(fact))
  const restoredKnown = [...after.known, ...before.known.filter(isBack)]
  const same = (fact: KnownFact) => before.known.find((each) => each.concept === fact.concept && each.value === fact.value)
  const next: Application = {
    ...after,
    known: mergeFacts([], restoredKnown).map((fact) => (same(fact)?.disputed ? { ...fact, disputed: true } : fact)),
    lookedUp: [...new Set([...after.lookedUp, ...before.lookedUp.filter(isLeft)])],
    lookedUpAt: { ...after.lookedUpAt, ...pick(before.lookedUpAt, left) },
    registries: { ...after.registries, ...pick(before.registries, [...left, ...left.map((place) => readMade(place).registry)]) },
    records: { ...after.records, ...pick(before.records, left) },
  }
  return withoutOutdated(next, keys, own)
}

const pick = <Value>(from: Record<string, Value>, keys: readonly string[]): Record<string, Value> => Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))

/** What a person would see changed: values of records that are not what they were. Disputed ones are the person's own anyway. */
export const changesBetween = (before: Application, after: Application): FactChange[] => {
  const [was, is] = [knownValues(before.answers, before.known), knownValues(after.answers, after.known)]
  const disputed = new Set([...before.known, ...after.known].filter((fact) => fact.disputed).map(({ concept }) => concept))
  const concepts = new Set([...before.known, ...after.known].map(({ concept }) => concept))
  return [...concepts].filter((concept) => !disputed.has(concept) && (was[concept] ?? null) !== (is[concept] ?? null)).map((concept) => ({ concept, before: was[concept] ?? null, after: is[concept] ?? null }))
}
