// Which documents nobody has to bring, by authority and service: those an e-licence says, a registry answers, or a signed commitment stands
// in for. Pure; computed from the definitions alone, so it is what is possible here, not what was used.
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import { lineNameOf, plainServices } from '../catalogue/index.ts'
import type { Catalogue, EvidenceType, Service } from '../catalogue/definitions.ts'

/** A document a service asks for, and what saves bringing it: the type of an e-licence, a registry, a commitment. One need is one document. */
export type UncarriedDocument = {
  line: string
  service: { id: string; name: Texts }
  need: string
  document: Texts
  credential: string | null
  registry: string | null
  commitment: boolean
}

/** One document may be saved in several ways and counts under each; `documents` counts it once. `services`: those with at least one. `asked`: all documents services ask for. */
export type Tally = { services: number; documents: number; byCredential: number; bySharing: number; byCommitment: number; asked: number }

export type NoCertificate = { authorities: (Tally & { id: string; name: Texts })[]; total: Tally; list: UncarriedDocument[] }

type Content = { examples: readonly { region: string }[]; catalogueFor: (region: string, on?: string) => Catalogue }

/** Whether the registries that stand for a document answer all it proves. */
const sharedBy = ({ registries }: Catalogue, { registries: ids, proves }: EvidenceType): string | null => {
  const standing = ids.flatMap((id) => registries[id] ?? [])
  const whole = proves.every((concept) => standing.some(({ answers }) => Object.hasOwn(answers, concept)))
  return whole ? (standing[0]?.id ?? null) : null
}

const documentsOf = (catalogue: Catalogue, service: Service): UncarriedDocument[] =>
  service.evidence.flatMap(({ id, anyOf }) => {
    const types = anyOf.flatMap((each) => catalogue.evidence[each] ?? [])
    const first = types[0]
    return first ? [{
      line: service.line, service: { id: service.id, name: service.name }, need: id, document: first.name,
      credential: types.find(({ credential }) => credential)?.credential?.type ?? null,
      registry: types.map((type) => sharedBy(catalogue, type)).find((registry) => registry !== null) ?? null,
      commitment: types.some(({ commitment }) => commitment !== undefined),
    }] : []
  })

const isUncarried = ({ credential, registry, commitment }: UncarriedDocument): boolean => credential !== null || registry !== null || commitment

const tally = (asked: readonly UncarriedDocument[]): Tally => {
  const saved = asked.filter(isUncarried)
  return {
    services: new Set(saved.map(({ service }) => service.id)).size, documents: saved.length,
    byCredential: saved.filter(({ credential }) => credential !== null).length, bySharing: saved.filter(({ registry }) => registry !== null).length,
    byCommitment: saved.filter(({ commitment }) => commitment).length, asked: asked.length,
  }
}

/** The region's services and those only a place in it has; each once. */
const catalogues = ({ catalogueFor, examples }: Content, region: string, on: string): Catalogue[] =>
  [...new Set([region, ...examples.flatMap((each) => (regionCovers(region, each.region) ? [each.region] : []))])].map((place) => catalogueFor(place, on))

const services = (content: Content, region: string, on: string): { catalogue: Catalogue; service: Service }[] => {
  const found = new Map<string, { catalogue: Catalogue; service: Service }>()
  for (const catalogue of catalogues(content, region, on)) {
    for (const service of plainServices(catalogue)) if (!found.has(service.id)) found.set(service.id, { catalogue, service })
  }
  return [...found.values()]
}

/** @param region everything in it is counted, GB/T 2260 @param on 'YYYY-MM-DD' */
export const reportNoCertificate = (content: Content, region: string, on: string): NoCertificate => {
  const asked = services(content, region, on).flatMap(({ catalogue, service }) => documentsOf(catalogue, service))
  const places = catalogues(content, region, on)
  const known = { authorities: places.flatMap((each) => each.authorities), regions: Object.assign({}, ...places.map((each) => each.regions)) as Catalogue['regions'] }
  const byLine = Map.groupBy(asked, ({ line }) => line)
  return {
    authorities: [...byLine].map(([id, documents]) => ({ id, name: lineNameOf(known, id), ...tally(documents) }))
      .toSorted((a, b) => b.documents - a.documents || (a.id < b.id ? -1 : 1)),
    total: tally(asked), list: asked.filter(isUncarried),
  }
}
