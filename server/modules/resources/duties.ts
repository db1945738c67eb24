// Needs and duties (数据供需对照): for each service what it has to know, which resource of which authority must supply it, and what nobody
// supplies, so that the applicant is still asked. Computed from the catalogue alone. Pure.
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, plainServices, type Catalogue, type Concept, type EvidenceType, type Service } from '../catalogue/index.ts'

/** resource: a registry answers; login: known of whoever is logged in; result: a service this one depends on makes it; computed: from other answers; applicant: nobody supplies it. */
export const conceptSupplies = ['resource', 'login', 'result', 'computed', 'applicant'] as const
export type ConceptSupply = (typeof conceptSupplies)[number]

/** credential: an e-licence says the same; commitment: a signed statement instead; paper: nobody supplies it. */
export const documentSupplies = ['resource', 'result', 'credential', 'commitment', 'paper'] as const
export type DocumentSupply = (typeof documentSupplies)[number]

/** One resource that supplies it, and who owes it: the line, and the authority of it where there is one. */
export type Supplier = { resource: string; name: Texts; line: string; authority: Texts | null }

export type ConceptDuty = { concept: string; name: Texts; required: boolean; supply: ConceptSupply; suppliers: Supplier[] }
export type DocumentDuty = { evidence: string; name: Texts; supply: DocumentSupply; suppliers: Supplier[] }
export type ServiceDuties = { service: string; name: Texts; line: string; authority: Texts | null; concepts: ConceptDuty[]; documents: DocumentDuty[] }

export type DutyTotals = { services: number; concepts: number; conceptsSupplied: number; documents: number; documentsSupplied: number }
/** `gaps`: what several services need and nobody supplies, the most wanted first. */
export type Duties = { services: ServiceDuties[]; total: DutyTotals; gaps: { kind: 'concept' | 'document'; id: string; name: Texts; services: string[] }[] }

type Shared = (registry: string) => boolean

const suppliersOf = (catalogue: Catalogue, registries: readonly string[], shared: Shared): Supplier[] =>
  registries.flatMap((id) => {
    const registry = catalogue.registries[id]
    return registry && shared(id) ? [{ resource: id, name: registry.name, line: registry.line, authority: authorityOf(catalogue, registry.line, catalogue.region)?.name ?? null }] : []
  })

const answering = (catalogue: Catalogue): ReadonlyMap<string, string[]> => {
  const pairs = Object.values(catalogue.registries).flatMap(({ id, answers }) => Object.keys(answers).map((concept) => ({ id, concept })))
  return new Map([...Map.groupBy(pairs, ({ concept }) => concept)].map(([concept, found]) => [concept, found.map(({ id }) => id)]))
}

const documentDuty = (catalogue: Catalogue, type: EvidenceType, shared: Shared): DocumentDuty => {
  const replacing = Object.values(catalogue.registries).filter(({ replaces }) => replaces.includes(type.id)).map(({ id }) => id)
  const suppliers = suppliersOf(catalogue, [...new Set([...type.registries, ...replacing])], shared)
  const supply: DocumentSupply = suppliers.length > 0 ? 'resource' : type.resultOf !== undefined ? 'result' : type.credential ? 'credential' : type.commitment ? 'commitment' : 'paper'
  return { evidence: type.id, name: type.name, supply, suppliers }
}

/** Of alternatives the one that costs the applicant least. */
const leastOf = (duties: readonly DocumentDuty[]): DocumentDuty | undefined => duties.toSorted((a, b) => documentSupplies.indexOf(a.supply) - documentSupplies.indexOf(b.supply))[0]

/** What the login tells of the applicant (applications/application.ts, `profileFacts`). */
const ofLogin: readonly string[] = ['applicant.name', 'applicant.idNumber', 'applicant.phone']

/** What stands in the results of services this one depends on, and was not typed there. */
const madeBefore = (catalogue: Catalogue, { dependsOn }: Service): Set<string> =>
  new Set(dependsOn.flatMap((id) => {
    const before = catalogue.services[id]
    return before ? before.result.concepts.filter((concept) => !before.concepts.some((asked) => asked.concept === concept)) : []
  }))

const conceptSupply = ({ id, derived }: Concept, suppliers: readonly Supplier[], made: ReadonlySet<string>): ConceptSupply => {
  if (suppliers.length > 0) return 'resource'
  if (ofLogin.includes(id)) return 'login'
  if (derived) return 'computed'
  return made.has(id) ? 'result' : 'applicant'
}

const serviceDuties = (catalogue: Catalogue, service: Service, knowing: ReadonlyMap<string, string[]>, shared: Shared): ServiceDuties => {
  const made = madeBefore(catalogue, service)
  const concepts = service.concepts.flatMap(({ concept: id, required }): ConceptDuty[] => {
    const concept = catalogue.concepts[id]
    if (!concept) return []
    const suppliers = suppliersOf(catalogue, knowing.get(id) ?? [], shared)
    return [{ concept: id, name: concept.name, required: required !== false, supply: conceptSupply(concept, suppliers, made), suppliers }]
  })
  const documents = service.evidence.flatMap(({ anyOf }) => leastOf(anyOf.flatMap((id) => (catalogue.evidence[id] ? [documentDuty(catalogue, catalogue.evidence[id], shared)] : []))) ?? [])
  return { service: service.id, name: service.name, line: service.line, authority: authorityOf(catalogue, service.line, catalogue.region)?.name ?? null, concepts, documents }
}

const gapsOf = (services: readonly ServiceDuties[]): Duties['gaps'] => {
  const missing = services.flatMap(({ service, concepts, documents }) => [
    ...concepts.filter(({ supply, required }) => required && supply === 'applicant').map(({ concept, name }) => ({ kind: 'concept' as const, id: concept, name, service })),
    ...documents.filter(({ supply }) => supply === 'paper').map(({ evidence, name }) => ({ kind: 'document' as const, id: evidence, name, service })),
  ])
  return [...Map.groupBy(missing, ({ kind, id }) => `${kind} ${id}`).values()]
    .flatMap((same) => (same[0] ? [{ kind: same[0].kind, id: same[0].id, name: same[0].name, services: [...new Set(same.map(({ service }) => service))] }] : []))
    .toSorted((a, b) => b.services.length - a.services.length || a.id.localeCompare(b.id))
}

/** @param shared whether a registry is shared at all today @param line only services of this line of authority */
export const dutiesOf = (catalogue: Catalogue, shared: Shared = () => true, line?: string): Duties => {
  const knowing = answering(catalogue)
  const services = plainServices(catalogue).filter((each) => line === undefined || each.line === line).map((each) => serviceDuties(catalogue, each, knowing, shared))
  const [concepts, documents] = [services.flatMap((each) => each.concepts), services.flatMap((each) => each.documents)]
  return {
    services, gaps: gapsOf(services),
    total: {
      services: services.length, concepts: concepts.length, conceptsSupplied: concepts.filter(({ supply }) => supply !== 'applicant').length,
      documents: documents.length, documentsSupplied: documents.filter(({ supply }) => supply !== 'paper').length,
    },
  }
}
