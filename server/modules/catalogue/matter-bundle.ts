// The part of a catalogue one matter needs: enough to plan it and show it in a browser, and nothing else.
// Pure. A plan made from the bundle is the plan made from the whole catalogue, for places in the region, above or below it.
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { countConcept } from '../planning/index.ts'
import type { Catalogue, EvidenceType, Registry, Rule, Service } from './definitions.ts'

/** The entries with these ids, in the order they have in `from`. */
const pick = <Value>(from: Record<string, Value>, ids: Iterable<string>): Record<string, Value> => {
  const wanted = new Set(ids)
  return Object.fromEntries(Object.entries(from).filter(([id]) => wanted.has(id)))
}

const readBy = (rule: Rule | boolean | undefined): string[] => (typeof rule === 'object' ? conceptsOf(rule.expression) : [])

/** Every concept the forms, rules, questions and documents of these services mention. */
const mentioned = ({ matters, services, evidence }: Pick<Catalogue, 'matters' | 'services' | 'evidence'>): string[] => [
  ...Object.values(matters).flatMap(({ scenario, services: entries, topics, identity, subjects }) => [
    ...(identity ?? []).flat(),
    ...subjects.flatMap(({ repeats }) => (repeats ? [repeats.count, ...repeats.own] : [])),
    ...scenario.flatMap(({ concept, when }) => [concept, ...readBy(when)]),
    ...entries.flatMap(({ when }) => readBy(when)),
    ...topics.flatMap((topic) => topic.concepts),
  ]),
  ...Object.values(services).flatMap((service) => [
    ...(service.competentBy ? [service.competentBy] : []),
    ...service.concepts.flatMap(({ concept, required }) => [concept, ...readBy(required)]),
    ...service.requirements.flatMap(({ rule }) => readBy(rule)),
    ...(service.table?.inputs ?? []).flatMap(({ rule }) => readBy(rule)),
    ...service.evidence.flatMap(({ when }) => readBy(when)),
    ...service.result.concepts,
  ]),
  ...Object.values(evidence).flatMap(({ proves, credential }) => [...proves, ...(credential?.holder === undefined ? [] : [credential.holder])]),
]

/** What is there for each of a matter's groups, by what it is an instance of; all concepts of a group by the group itself. */
const instancesOf = ({ concepts, matters }: Catalogue): Map<string, string[]> => {
  const groups = new Set(Object.values(matters).flatMap(({ subjects }) => subjects.flatMap(({ id, many, repeats }) => (many || repeats ? [id] : []))))
  const found = new Map<string, string[]>()
  const add = (of: string, id: string) => found.set(of, [...(found.get(of) ?? []), id])
  for (const { id, subject, instance } of Object.values(concepts)) {
    if (instance && groups.has(instance.group)) add(instance.of, id)
    if (groups.has(subject) && concepts[countConcept(subject)]) {
      add(subject, id)
      add(id, countConcept(subject))
    }
  }
  return found
}

/** Adds what stands behind: inputs of derived concepts, each one of a group, and the keys by which registries find what they answer. */
const withWhatStandsBehind = ({ concepts, registries }: Catalogue, start: readonly string[], instances: ReadonlyMap<string, readonly string[]>): Set<string> => {
  const needed = new Set(start)
  const all = Object.values(registries)
  for (const id of needed) {
    // a Set visits what is added while it is walked, so this follows every chain
    for (const instance of instances.get(id) ?? []) needed.add(instance)
    const concept = concepts[id]
    if (!concept) continue
    for (const input of [...readBy(concept.derived), ...readBy(concept.default)]) needed.add(input)
    for (const { answers, keys: bySubject, several } of all) {
      const key = bySubject[concept.subject]
      if (key === undefined || !Object.hasOwn(answers, id)) continue
      for (const behind of [key, ...(several ? [several.by, ...several.shows, ...(several.together ?? [])] : [])]) needed.add(behind)
    }
  }
  return needed
}

/** Reduced to these concepts and documents; undefined when the registry has nothing to do with them. */
const reduced = ({ proves: _powers, until: _ends, ...registry }: Registry, needed: ReadonlySet<string>, evidence: Record<string, EvidenceType>): Registry | undefined => {
  const answers = pick(registry.answers, needed)
  const replaces = registry.replaces.filter((id) => Object.hasOwn(evidence, id))
  const proves = Object.values(evidence).some(({ registries }) => registries.includes(registry.id))
  return proves || replaces.length > 0 || Object.keys(answers).length > 0 ? { ...registry, answers, replaces } : undefined
}

/** A service without what only its guide page says, and without what only its authority decides by. */
const lean = ({ listing: _listing, table: _table, ...service }: Service): Service => service

/** Services whose results these change or extend: what they are called. */
const amendedBy = (catalogue: Catalogue, services: Record<string, Service>): Record<string, Service> =>
  pick(catalogue.services, Object.values(services).flatMap(({ amends }) => amends?.service ?? []))

/** The sub-catalogue for one matter of `catalogue`; empty of services when there is no such matter. */
export const bundleFor = (catalogue: Catalogue, matterId: string): Catalogue => {
  const matters = pick(catalogue.matters, [matterId])
  const named = new Set(Object.values(matters).flatMap((matter) => matter.services.map(({ service }) => service)))
  const services = pick(catalogue.services, Object.values(catalogue.services).filter(({ id, instance }) => named.has(instance?.of ?? id)).map(({ id }) => id))
  const accepted = new Set(Object.values(services).flatMap((service) => service.evidence.flatMap(({ anyOf }) => anyOf)))
  const evidence = pick(catalogue.evidence, Object.values(catalogue.evidence).filter(({ id, instance }) => accepted.has(instance?.of ?? id)).map(({ id }) => id))
  const needed = withWhatStandsBehind(catalogue, mentioned({ matters, services, evidence }), instancesOf({ ...catalogue, matters }))
  const registries = Object.fromEntries(Object.entries(catalogue.registries).flatMap(([id, registry]) => {
    const left = reduced(registry, needed, evidence)
    return left ? [[id, left]] : []
  }))
  const lines = new Set([...Object.values(services), ...Object.values(registries)].map(({ line }) => line))
  const isNear = (code: string): boolean => regionCovers(code, catalogue.region) || regionCovers(catalogue.region, code)
  return {
    region: catalogue.region,
    on: catalogue.on,
    regions: pick(catalogue.regions, Object.keys(catalogue.regions).filter(isNear)),
    authorities: catalogue.authorities.filter(({ line, region }) => lines.has(line) && isNear(region)),
    concepts: pick(catalogue.concepts, needed),
    registries,
    evidence,
    services: Object.fromEntries(Object.entries({ ...services, ...amendedBy(catalogue, services) }).map(([id, service]) => [id, lean(service)])),
    matters,
  }
}
