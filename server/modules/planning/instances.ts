// The concepts, look-ups and documents of each one of a group: `heir.2.name` beside `heir.name`. Made once per catalogue, so that
// whoever meets such an id (a form, a case, a registry) finds it defined like any other.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, Concept, EvidenceType, Registry } from '../catalogue/definitions.ts'
import { countConcept, groupsOfMatter, instanceId, instanceSubject, isNumbered, joined, numbersFrom, ownRule, type Group } from './numbered.ts'
import { withServiceInstances } from './service-instances.ts'

/** Groups of all matters; where several have the same one, of the widest size and the first name. */
const listGroups = (catalogue: Catalogue): Group[] => {
  const groups = new Map<string, Group>()
  for (const group of Object.values(catalogue.matters).flatMap(groupsOfMatter)) {
    const other = groups.get(group.id)
    groups.set(group.id, other ? { ...other, min: Math.min(other.min, group.min), max: Math.max(other.max, group.max), has: (concept) => other.has(concept) || group.has(concept) } : group)
  }
  return [...groups.values()]
}

const conceptOf = (concept: Concept, group: Group, number: number): Concept => ({
  ...concept,
  id: instanceId(concept.id, number),
  name: joined(group.name, number, concept.name),
  subject: instanceSubject(group.id, number),
  ...(concept.derived ? { derived: ownRule(concept.derived, group.has, number) } : {}),
  ...(concept.default ? { default: ownRule(concept.default, group.has, number) } : {}),
  instance: { group: group.id, number, of: concept.id },
})

const countOf = ({ id, min, max }: Group, ask: Texts): Concept => ({
  id: countConcept(id), name: ask, subject: id, type: 'integer', constraint: { minimum: min, maximum: max }, sensitive: false,
})

const evidenceOf = (evidence: EvidenceType, { id, name, has }: Group, number: number): EvidenceType => ({
  ...evidence,
  id: `${evidence.id}.${number}`,
  name: joined(name, number, evidence.name),
  proves: evidence.proves.map((concept) => (has(concept) ? instanceId(concept, number) : concept)),
  ...(evidence.credential?.holder !== undefined && has(evidence.credential.holder) ? { credential: { ...evidence.credential, holder: instanceId(evidence.credential.holder, number) } } : {}),
  instance: { group: id, number, of: evidence.id },
})

/**
 * A registry that finds each one by a key of their own looks up each one; one that finds the group by something else (a company's
 * shareholders by its code) has them in a list, its field written `shareholders.name`, or in a record each.
 */
const registryOf = (registry: Registry, groups: readonly Group[]): Registry => {
  const keys = { ...registry.keys }
  const answers = { ...registry.answers }
  for (const group of groups) {
    const { id, ask } = group
    const key = registry.keys[id]
    if (key === undefined) continue
    const own = group.has(key)
    const fields = Object.entries(registry.answers).filter(([concept]) => group.has(concept))
    for (const number of numbersFrom(group.first, group.max)) {
      keys[instanceSubject(id, number)] = own ? instanceId(key, number) : key
      for (const [concept, field] of fields) {
        const [list, property] = field.split('.')
        answers[instanceId(concept, number)] = property === undefined ? field : `${list}.${number}.${property}`
      }
    }
    const list = own || !ask ? undefined : fields.map(([, field]) => field.split('.')).find(([, property]) => property !== undefined)?.[0]
    if (list !== undefined) answers[countConcept(id)] = `${list}.count`
  }
  return { ...registry, keys, answers }
}

/** The catalogue with everything about each one of its groups. Nothing changes where no matter has one. */
export const withInstances = (catalogue: Catalogue): Catalogue => {
  const groups = listGroups(catalogue)
  if (groups.length === 0) return catalogue
  const concepts = Object.assign(Object.create(null), catalogue.concepts) as Catalogue['concepts'] // without a prototype, like the one it copies
  const evidence = Object.assign(Object.create(null), catalogue.evidence) as Catalogue['evidence']
  for (const group of groups) {
    const numbers = numbersFrom(group.first, group.max)
    for (const concept of Object.values(catalogue.concepts)) {
      if (!isNumbered(concept.id) && group.has(concept.id)) for (const number of numbers) concepts[instanceId(concept.id, number)] = conceptOf(concept, group, number)
    }
    for (const type of Object.values(catalogue.evidence)) {
      if (type.each === group.id) for (const number of numbers) evidence[`${type.id}.${number}`] = evidenceOf(type, group, number)
    }
    if (group.ask) concepts[countConcept(group.id)] = countOf(group, group.ask)
  }
  const registries = Object.assign(Object.create(null), Object.fromEntries(Object.values(catalogue.registries).map((registry) => [registry.id, registryOf(registry, groups)]))) as Catalogue['registries']
  return withServiceInstances({ ...catalogue, concepts, evidence, registries })
}

/** `shareholders.2.name` of a record: the second of a list; `shareholders.count` how many; a field without a dot as it stands; `idCard.validUntil` a part of it. */
export const fieldOf = (record: Readonly<Record<string, unknown>>, field: string): unknown => {
  const [name = '', number, property] = field.split('.')
  const value = record[name]
  if (number === undefined) return value
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null && property === undefined ? Reflect.get(value, number) : undefined
  if (property === undefined) return number === 'count' ? value.length : undefined
  const item: unknown = value[Number(number) - 1]
  return typeof item === 'object' && item !== null ? Reflect.get(item, property) : undefined
}
