// A matter with groups, written out for as many heirs, children or shareholders as there are: forms, rules, documents and pages
// name each one. What plans it afterwards knows nothing of groups.
import type { Catalogue, EvidenceNeed, Matter, Rule, Service, ServiceConcept, Topic } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import { expandRule, readsGroup, withRules, type Group, type Groups } from './group-rules.ts'
import { countConcept, instanceId, isNumbered, ownRule } from './numbered.ts'
import type { Answers, PlanInput } from './plan.ts'
import { expandRepeating, sizeOf } from './repeating.ts'

/** How many there are of each group; undefined while nobody has said. */
export type Sizes = Readonly<Record<string, number | undefined>>

export const hasGroups = ({ subjects }: Matter): boolean => subjects.some(({ many, repeats }) => many || repeats)

/** No group is larger (see the pack schema). */
const mostCounted = 30

const isSize = (value: unknown, min: number, max: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max

/** The sizes as far as registries and answers tell; a number outside the limits is none. */
export const sizesFor = (input: Pick<PlanInput, 'catalogue' | 'on' | 'answers' | 'known' | 'registries' | 'staleFacts'>, matter: Matter): Sizes => {
  const facts = createFacts(input)
  return Object.fromEntries(matter.subjects.flatMap(({ id, many, repeats }): [string, number | undefined][] => {
    if (repeats) return [[id, sizeOf(repeats, facts.value(repeats.count))]]
    if (!many) return []
    const said = facts.value(countConcept(id))
    return [[id, many.min === many.max ? many.min : isSize(said, many.min, many.max) ? said : undefined]]
  }))
}

const propertiesBySubject = new WeakMap<Catalogue['concepts'], Map<string, string[]>>()

/** Asked for every rule of a pack; found once for all subjects of a catalogue. */
const propertiesOf = ({ concepts }: Catalogue, group: string): string[] => {
  let found = propertiesBySubject.get(concepts)
  if (!found) {
    found = new Map()
    for (const { id, subject } of Object.values(concepts)) {
      if (id !== countConcept(subject)) found.set(subject, [...(found.get(subject) ?? []), id.slice(subject.length + 1)])
    }
    propertiesBySubject.set(concepts, found)
  }
  return found.get(group) ?? []
}

const isGroup = (catalogue: Catalogue, id: string): boolean => Object.values(catalogue.matters).some(({ subjects }) => subjects.some((subject) => subject.id === id && subject.many))

/** The groups a flat record of values shows, of whatever matter: as many of each as it states or as occur. */
export const groupsIn = (catalogue: Catalogue, values: Answers): Groups => {
  const groups = new Map<string, Group>()
  const atLeast = (id: string, shown: number): void => {
    const before = groups.get(id)
    groups.set(id, { id, shown: Math.max(before?.shown ?? 0, shown), known: true, asksCount: false, properties: before?.properties ?? propertiesOf(catalogue, id) })
  }
  for (const [concept, value] of Object.entries(values)) {
    const instance = catalogue.concepts[concept]?.instance
    const [subject = ''] = concept.split('.')
    if (instance && isGroup(catalogue, instance.group)) atLeast(instance.group, instance.number)
    else if (concept === countConcept(subject) && isSize(value, 0, mostCounted) && isGroup(catalogue, subject)) atLeast(subject, value)
  }
  return groups
}

const groupsOf = (catalogue: Catalogue, matter: Matter, sizes: Sizes): Groups =>
  new Map(matter.subjects.flatMap(({ id, many }): [string, Group][] => {
    if (!many) return []
    const size = sizes[id]
    return [[id, { id, shown: size ?? many.min, known: size !== undefined, asksCount: many.min < many.max, properties: propertiesOf(catalogue, id) }]]
  }))

/** What each of a group has of their own: everything but their number. */
const ofGroup = ({ id }: Group) => (concept: string): boolean => concept.startsWith(`${id}.`) && concept !== countConcept(id)

const numbersOf = ({ shown }: Group): number[] => Array.from({ length: shown }, (_, at) => at + 1)

/** Groups by the id of a concept, `heir.name` → heir. */
const groupOf = (groups: Groups, concept: string): Group | undefined => (concept.endsWith('.count') || isNumbered(concept) ? undefined : groups.get(concept.split('.')[0] ?? ''))

/** A rule as it is read in a matter with one of each group. */
export const readRule = (catalogue: Catalogue, matter: Matter, rule: Rule): Rule =>
  expandRule(rule, groupsOf(catalogue, matter, Object.fromEntries(matter.subjects.flatMap(({ id, many }) => (many ? [[id, 1]] : [])))))

/** Concepts with each of a group in their place; one heir after the other where several stand together, the number before the first. */
const expandConcepts = (concepts: readonly string[], groups: Groups): string[] => {
  const met = new Set<string>()
  return concepts.flatMap((concept) => {
    const group = groupOf(groups, concept)
    if (!group) return [concept]
    if (met.has(group.id)) return []
    met.add(group.id)
    const own = concepts.filter((each) => groupOf(groups, each) === group)
    return [...(group.asksCount ? [countConcept(group.id)] : []), ...numbersOf(group).flatMap((number) => own.map((each) => instanceId(each, number)))]
  })
}

const expandForm = (form: readonly ServiceConcept[], groups: Groups, rule: (rule: Rule) => Rule): ServiceConcept[] => {
  const counted = new Set<string>()
  return form.flatMap((listing) => {
    const group = groupOf(groups, listing.concept)
    const required = (own: Rule | boolean): Rule | boolean => (typeof own === 'boolean' ? own : rule(own))
    if (!group) return [{ ...listing, required: required(listing.required) }]
    const first = group.asksCount && !counted.has(group.id)
    counted.add(group.id)
    return [
      ...(first ? [{ concept: countConcept(group.id), required: true, constraint: {} }] : []),
      ...numbersOf(group).map((number) => ({
        ...listing, concept: instanceId(listing.concept, number),
        required: required(typeof listing.required === 'boolean' ? listing.required : ownRule(listing.required, ofGroup(group), number)),
      })),
    ]
  })
}

/** A need that a document of each one meets is a need for each one. */
const expandNeed = (catalogue: Catalogue, need: EvidenceNeed, groups: Groups, rule: (rule: Rule) => Rule): EvidenceNeed[] => {
  const group = need.anyOf.flatMap((id) => groups.get(catalogue.evidence[id]?.each ?? '') ?? []).at(0)
  if (!group) return [{ ...need, ...(need.when ? { when: rule(need.when) } : {}) }]
  return numbersOf(group).map((number) => ({
    ...need, id: `${need.id}.${number}`,
    anyOf: need.anyOf.map((id) => (catalogue.evidence[id]?.each === group.id ? `${id}.${number}` : id)),
    ...(need.when ? { when: rule(ownRule(need.when, ofGroup(group), number)) } : {}),
  }))
}

const expandService = (catalogue: Catalogue, service: Service, groups: Groups): Service => {
  const rule = (each: Rule): Rule => expandRule(each, groups)
  return {
    ...service,
    concepts: expandForm(service.concepts, groups, rule),
    requirements: service.requirements.map((each) => ({ ...each, rule: rule(each.rule) })),
    ...(service.charge ? { charge: withRules(service.charge, rule) } : {}),
    evidence: service.evidence.flatMap((need) => expandNeed(catalogue, need, groups, rule)),
    result: { ...service.result, concepts: expandConcepts(service.result.concepts, groups).filter((id) => !id.endsWith('.count') || service.result.concepts.includes(id)) },
  }
}

/** Concepts computed from a whole group, for the groups as large as they are. */
export const expandDerived = (catalogue: Catalogue, groups: Groups): Catalogue['concepts'] => {
  const rewritten = Object.values(catalogue.concepts).flatMap((concept) => {
    const reads = [concept.derived, concept.default].some((rule) => rule && readsGroup(rule.expression, (subject) => groups.has(subject)))
    if (!reads) return []
    return [[concept.id, { ...concept, ...(concept.derived ? { derived: expandRule(concept.derived, groups) } : {}), ...(concept.default ? { default: expandRule(concept.default, groups) } : {}) }] as const]
  })
  return { ...catalogue.concepts, ...Object.fromEntries(rewritten) }
}

const expandEvidence = (catalogue: Catalogue, groups: Groups): Catalogue['evidence'] => ({
  ...catalogue.evidence,
  ...Object.fromEntries(Object.values(catalogue.evidence).filter(({ proves }) => proves.some((id) => groupOf(groups, id))).map((type) => [
    type.id, type.instance ? type : { ...type, proves: expandConcepts(type.proves, groups).filter((id) => !id.endsWith('.count')) },
  ])),
})

const expandTopic = (topic: Topic, groups: Groups): Topic => ({ ...topic, concepts: expandConcepts(topic.concepts, groups) })

/** The catalogue and matter to plan with, written out for groups of these sizes. */
export const expandGroups = (given: Catalogue, asGiven: Matter, sizes: Sizes): { catalogue: Catalogue; matter: Matter } => {
  const { catalogue, matter } = expandRepeating(given, asGiven, sizes)
  const groups = groupsOf(catalogue, matter, sizes)
  if (groups.size === 0) return { catalogue, matter }
  const when = <Entry extends { when?: Rule }>(entry: Entry): Entry => (entry.when ? { ...entry, when: expandRule(entry.when, groups) } : entry)
  const services = matter.services.flatMap(({ service }) => catalogue.services[service] ?? [])
  return {
    catalogue: {
      ...catalogue,
      concepts: expandDerived(catalogue, groups),
      evidence: expandEvidence(catalogue, groups),
      services: { ...catalogue.services, ...Object.fromEntries(services.map((service) => [service.id, expandService(catalogue, service, groups)])) },
    },
    matter: { ...matter, scenario: matter.scenario.map(when), services: matter.services.map(when), topics: matter.topics.map((topic) => expandTopic(topic, groups)) },
  }
}
