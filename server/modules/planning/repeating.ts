// A matter written out for as many as there are of whom each has services of their own, and of what is usually one (`repeats`): twins.
// What stands about one of them is already that one's (`instances.ts`); here it takes its place beside the others.
import type { Catalogue, EvidenceNeed, Matter, MatterService, Repetition, Service, ServiceConcept, Topic } from '../catalogue/definitions.ts'
import { instanceId, numbersFrom, ownRule } from './numbered.ts'
import type { Sizes } from './groups.ts'

/** A `repeats` of the matter with how many there are now. */
type Several = { id: string; size: number; own: ReadonlySet<string> }

const severalIn = ({ subjects }: Matter, sizes: Sizes): Several[] =>
  subjects.flatMap(({ id, repeats }) => (repeats ? [{ id, size: sizes[id] ?? 1, own: new Set(repeats.own) }] : []))

/** How many there are, as far as is known: one while nobody has said, and never more than the pack foresees. */
export const sizeOf = ({ max }: Repetition, said: unknown): number => (typeof said === 'number' && Number.isInteger(said) ? Math.min(Math.max(said, 1), max) : 1)

/** The services of each one of a group, one after the other. */
const entriesOf = (entry: MatterService, { subjects }: Matter, sizes: Sizes): MatterService[] => {
  const group = subjects.find(({ id }) => id === entry.each)
  const { repeats, many } = group ?? {}
  if (!group || !(repeats || many)) return [entry]
  const own = new Set(repeats?.own)
  const has = (concept: string): boolean => (repeats ? own.has(concept) : concept.startsWith(`${group.id}.`))
  return numbersFrom(1, sizes[group.id] ?? many?.min ?? 1).map((number) =>
    repeats && number === 1 ? entry : { ...entry, service: `${entry.service}.${number}`, ...(entry.when ? { when: ownRule(entry.when, has, number) } : {}) },
  )
}

/** Each with those of the others in their places; the plain one stays where it is, the numbered ones follow what is theirs. */
const withOthers = (concepts: readonly string[], all: readonly Several[]): string[] => {
  const others = all.flatMap(({ size, own }) => numbersFrom(2, size).flatMap((number) => concepts.filter((id) => own.has(id)).map((id) => instanceId(id, number))))
  return [...concepts, ...others]
}

const formOf = (form: readonly ServiceConcept[], all: readonly Several[]): ServiceConcept[] => [
  ...form,
  ...all.flatMap(({ size, own }) => numbersFrom(2, size).flatMap((number) => form.filter(({ concept }) => own.has(concept)).map((listing): ServiceConcept => ({
    ...listing, concept: instanceId(listing.concept, number),
    required: typeof listing.required === 'boolean' ? listing.required : ownRule(listing.required, (id) => own.has(id), number),
  })))),
]

const needsOf = (catalogue: Catalogue, needs: readonly EvidenceNeed[], all: readonly Several[]): EvidenceNeed[] =>
  needs.flatMap((need) => {
    const several = all.find(({ id }) => need.anyOf.some((type) => catalogue.evidence[type]?.each === id))
    const others = several ? numbersFrom(2, several.size).map((number): EvidenceNeed => ({
      ...need, id: `${need.id}.${number}`, anyOf: need.anyOf.map((id) => (catalogue.evidence[id]?.each === several.id ? `${id}.${number}` : id)),
      ...(need.when ? { when: ownRule(need.when, (id) => several.own.has(id), number) } : {}),
    })) : []
    return [need, ...others]
  })

/** A service that is one for all of them: its form, documents and result are about every one, and it waits for what each has to wait for. */
const serviceForAll = (catalogue: Catalogue, service: Service, all: readonly Several[]): Service => ({
  ...service,
  concepts: formOf(service.concepts, all),
  evidence: needsOf(catalogue, service.evidence, all),
  result: { ...service.result, concepts: withOthers(service.result.concepts, all) },
})

const topicOf = (topic: Topic, all: readonly Several[]): Topic => ({ ...topic, concepts: withOthers(topic.concepts, all) })

export const isRepeating = ({ subjects, services }: Matter): boolean => subjects.some(({ repeats }) => repeats) || services.some(({ each }) => each)

/** The catalogue and matter with a service for each, as many as there are; the very same where there is one of everything. */
export const expandRepeating = (catalogue: Catalogue, matter: Matter, sizes: Sizes): { catalogue: Catalogue; matter: Matter } => {
  const all = severalIn(matter, sizes)
  if (!matter.services.some(({ each }) => each) && all.every(({ size }) => size === 1)) return { catalogue, matter }
  const entries = matter.services.map((entry) => ({ entry, written: entriesOf(entry, matter, sizes) }))
  const idsOf = new Map(entries.map(({ entry, written }) => [entry.service, written.map(({ service }) => service)]))
  const groupOf = new Map(entries.flatMap(({ entry, written }) => written.map(({ service }) => [service, entry.each])))
  const services = entries.flatMap(({ entry, written }) => written.flatMap(({ service: id }): Service[] => {
    const service = catalogue.services[id]
    if (!service) return []
    const waitsFor = service.dependsOn.flatMap((on) => (groupOf.get(on) !== undefined && groupOf.get(on) === entry.each ? [on] : (idsOf.get(on) ?? [on])))
    return [{ ...(entry.each ? service : serviceForAll(catalogue, service, all)), dependsOn: waitsFor }]
  }))
  return {
    catalogue: { ...catalogue, services: { ...catalogue.services, ...Object.fromEntries(services.map((service) => [service.id, service])) } },
    matter: { ...matter, services: entries.flatMap(({ written }) => written), topics: matter.topics.map((topic) => topicOf(topic, all)) },
  }
}
