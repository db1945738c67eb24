// Makes the definitions in force out of the content of a chain of packs on one day, each item once for the same names.
import { createHash } from 'node:crypto'
import { countConcept, feelTypeOf, withInstances } from '../planning/index.ts'
import { decisionTableOf } from './decision-compiler.ts'
import { authorityIn, conceptOf, evidenceOf, matterOf, regionOf, registryOf, serviceOf } from './definition-compiler.ts'
import type { Catalogue, Concept, DecisionTable, EvidenceType, Matter, Service } from './definitions.ts'
import type { PackContent } from './pack-content.ts'
import type { Report } from './pack-error.ts'
import type { MatterFields } from './pack-files.ts'
import { remembering, serialOf, stampOf } from './remembered.ts'
import { ruleReader } from './rule-reader.ts'

/** Of what a version is made. */
export const versionHash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** Looked up by ids that come from outside: has no `constructor` and nothing else that is not in a pack. */
const empty = <To>(): Record<string, To> => Object.create(null)

const mapped = <From, To>(entries: ReadonlyMap<string, From>, make: (entry: From) => To): Record<string, To> =>
  Object.assign(empty<To>(), Object.fromEntries([...entries].map(([id, entry]) => [id, make(entry)])))

const pick = <Value>(from: Record<string, Value>, ids: readonly string[]): Value[] => [...new Set(ids)].sort().flatMap((id) => from[id] ?? [])

/** The version changes whenever anything a service says changes, also the concepts and evidence it refers to. */
const versionOf = (service: Omit<Service, 'version'>, concepts: Record<string, Concept>, evidence: Record<string, EvidenceType>, digest: typeof versionHash): string =>
  digest([
    service,
    pick(concepts, [...service.concepts.map(({ concept }) => concept), ...service.result.concepts]),
    pick(evidence, service.evidence.flatMap(({ anyOf }) => anyOf)),
  ])

/** A group as a whole (`heir`), or how many there are (`heir.count`). */
const isOfGroup = (content: PackContent, id: string): boolean =>
  [...content.matters.values()].some(({ fields }) => fields.subjects.some((subject) => subject.many && (id === subject.id || id === countConcept(subject.id))))

/** Subjects of which a matter may have several. */
export const groupsOf = (content: PackContent): MatterFields['subjects'] =>
  [...content.matters.values()].flatMap(({ fields }) => fields.subjects.filter(({ many, repeats }) => (many ?? repeats) !== undefined))

/** The same number as long as names in rules mean the same: concepts, and who may be several. */
export const namesOf = (content: PackContent): number => stampOf(`${content.stamp('concepts')} ${JSON.stringify(groupsOf(content))}`)

/** Editions of the names an item is read with: the packs that inherit it, and those of a designer who changes a concept. */
const readingsKept = 8
const readConcept = remembering<Concept>(readingsKept)
const readTable = remembering<DecisionTable>(2 * readingsKept) // with versions and without
const readService = remembering<ReturnType<typeof serviceOf>>(readingsKept)
const readMatter = remembering<ReturnType<typeof matterOf>>(readingsKept)

/** Where versions are not asked for, as in checks and drafts. */
export const unversioned = (): string => ''

/** Makes the definitions of checked content, which nobody changes: catalogues of other days and packs share them. @param digest makes versions; checking needs none */
export const compileCatalogue = (content: PackContent, region: string, on: string, report: Report, digest = versionHash): Catalogue => {
  const choicesOf = (concept: string) => content.concepts.get(concept)?.fields.constraint?.choices?.map(({ value }) => value)
  const concepts = empty<Concept>()
  const typeOf = (concept: string) => { const type = content.concepts.get(concept)?.fields.type; return type && feelTypeOf(type) }
  const known = { named: (id: string) => content.named('concepts', id) || isOfGroup(content, id), choicesOf, typeOf }
  const names = namesOf(content)
  for (const [id, entry] of content.concepts) concepts[id] = readConcept(entry.node, names, report, (told) => conceptOf(entry, ruleReader(known, told)))
  const regions = mapped(content.regions, ({ fields }) => regionOf(fields))
  const evidence = mapped(content.evidence, evidenceOf)
  const services = mapped(content.services, (entry): Service => {
    const decided = content.decisions.get(entry.fields.id)
    const table = decided && readTable(decided.node, `${names} ${serialOf(digest)}`, report, (told) => decisionTableOf(decided, { rule: ruleReader(known, told), cell: ruleReader(known, told, 'cell') }, digest))
    const service = { ...readService(entry.node, names, report, (told) => serviceOf(entry, ruleReader(known, told))), ...(table ? { table } : {}) }
    return { ...service, version: versionOf(service, concepts, evidence, digest) }
  })
  const matters = mapped(content.matters, (entry): Matter => {
    const matter = readMatter(entry.node, names, report, (told) => matterOf(entry, ruleReader(known, told)))
    const versions = matter.services.map(({ service }) => services[service]?.version)
    const asked = [...matter.scenario.map(({ concept }) => concept), ...matter.topics.flatMap((topic) => topic.concepts)]
    return { ...matter, version: digest([matter, versions, pick(concepts, asked)]) }
  })
  const authorities = [...content.authorities.values()].flatMap(({ fields }) =>
    fields.regions.flatMap((code) => (regions[code] ? [authorityIn(fields, regions[code])] : [])),
  )
  return withInstances({ region, on, regions, authorities, concepts, registries: mapped(content.registries, registryOf), evidence, services, matters })
}
