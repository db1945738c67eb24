// The concepts, look-ups and documents of each one of a group: `heir.2.name` beside `heir.name`. Made once per catalogue, so that
// whoever meets such an id (a form, a case, a registry) finds it defined like any other.
import { substitute } from '../../kernel/feel/substitute.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, Concept, EvidenceType, Registry, Rule } from '../catalogue/definitions.ts'

/** `heir.name`, 2 → `heir.2.name` */
export const instanceId = (concept: string, number: number): string => concept.replace('.', `.${number}.`)

/** The concept that says how many there are. */
export const countConcept = (group: string): string => `${group}.count`

/** The subject of one of a group. */
export const instanceSubject = (group: string, number: number): string => `${group}.${number}`

type Group = { id: string; name: Texts; min: number; max: number; ask: Texts }

/** Groups of all matters; where several have the same one, of the widest size and the first name. */
const listGroups = (catalogue: Catalogue): Group[] => {
  const groups = new Map<string, Group>()
  for (const { subjects } of Object.values(catalogue.matters)) {
    for (const { id, name, many } of subjects) {
      if (!many) continue
      const other = groups.get(id)
      groups.set(id, other ? { ...other, min: Math.min(other.min, many.min), max: Math.max(other.max, many.max) } : { id, name, ...many })
    }
  }
  return [...groups.values()]
}

const joined = (group: Texts, number: number, name: Texts): Texts => ({
  'zh-CN': `${group['zh-CN']} ${number} · ${name['zh-CN']}`,
  ...(name['zh-HK'] === undefined ? {} : { 'zh-HK': `${group['zh-HK'] ?? group['zh-CN']} ${number} · ${name['zh-HK']}` }),
  ...(name.en === undefined ? {} : { en: `${group.en ?? group['zh-CN']} ${number} · ${name.en}` }),
})

/** Within a rule of one of a group, `heir.age` is its own; `heir` alone is still all of them. */
export const ownRule = (rule: Rule, group: string, number: number): Rule => {
  const name = ([first, property, ...rest]: readonly string[]): Expression | undefined =>
    first === group && property !== undefined && property !== 'count' ? { kind: 'name', path: [instanceSubject(group, number), property, ...rest] } : undefined
  return { ...rule, expression: substitute(rule.expression, { name }) }
}

const conceptOf = (concept: Concept, { id, name }: Group, number: number): Concept => ({
  ...concept,
  id: instanceId(concept.id, number),
  name: joined(name, number, concept.name),
  subject: instanceSubject(id, number),
  ...(concept.derived ? { derived: ownRule(concept.derived, id, number) } : {}),
  ...(concept.default ? { default: ownRule(concept.default, id, number) } : {}),
  instance: { group: id, number, of: concept.id },
})

const countOf = ({ id, ask, min, max }: Group): Concept => ({
  id: countConcept(id), name: ask, subject: id, type: 'integer', constraint: { minimum: min, maximum: max }, sensitive: false,
})

const evidenceOf = (evidence: EvidenceType, { id, name }: Group, number: number): EvidenceType => ({
  ...evidence,
  id: `${evidence.id}.${number}`,
  name: joined(name, number, evidence.name),
  proves: evidence.proves.map((concept) => (concept.startsWith(`${id}.`) ? instanceId(concept, number) : concept)),
  ...(evidence.credential?.holder?.startsWith(`${id}.`) ? { credential: { ...evidence.credential, holder: instanceId(evidence.credential.holder, number) } } : {}),
  instance: { group: id, number, of: evidence.id },
})

/**
 * A registry that finds each one by a key of their own looks up each one; one that finds the group by something else (a company's
 * shareholders by its code) has them in a list, its field written `shareholders.name`.
 */
const registryOf = (registry: Registry, groups: readonly Group[]): Registry => {
  const keys = { ...registry.keys }
  const answers = { ...registry.answers }
  for (const { id, max } of groups) {
    const key = registry.keys[id]
    if (key === undefined) continue
    const own = key.startsWith(`${id}.`)
    const fields = Object.entries(registry.answers).filter(([concept]) => concept.startsWith(`${id}.`))
    for (let number = 1; number <= max; number += 1) {
      keys[instanceSubject(id, number)] = own ? instanceId(key, number) : key
      for (const [concept, field] of fields) {
        const [list, property] = field.split('.')
        answers[instanceId(concept, number)] = property === undefined ? field : `${list}.${number}.${property}`
      }
    }
    const list = own ? undefined : fields.map(([, field]) => field.split('.')).find(([, property]) => property !== undefined)?.[0]
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
    const numbers = Array.from({ length: group.max }, (_, at) => at + 1)
    for (const concept of Object.values(catalogue.concepts)) {
      if (concept.subject === group.id && concept.id !== countConcept(group.id)) for (const number of numbers) concepts[instanceId(concept.id, number)] = conceptOf(concept, group, number)
    }
    for (const type of Object.values(catalogue.evidence)) {
      if (type.each === group.id) for (const number of numbers) evidence[`${type.id}.${number}`] = evidenceOf(type, group, number)
    }
    concepts[countConcept(group.id)] = countOf(group)
  }
  const registries = Object.assign(Object.create(null), Object.fromEntries(Object.values(catalogue.registries).map((registry) => [registry.id, registryOf(registry, groups)]))) as Catalogue['registries']
  return { ...catalogue, concepts, evidence, registries }
}

/** `shareholders.2.name` of a record: the second of a list; `shareholders.count` how many; a field without a dot as it stands. */
export const fieldOf = (record: Readonly<Record<string, unknown>>, field: string): unknown => {
  const [name = '', number, property] = field.split('.')
  const value = record[name]
  if (number === undefined || !Array.isArray(value)) return number === undefined ? value : undefined
  if (property === undefined) return number === 'count' ? value.length : undefined
  const item: unknown = value[Number(number) - 1]
  return typeof item === 'object' && item !== null ? Reflect.get(item, property) : undefined
}
