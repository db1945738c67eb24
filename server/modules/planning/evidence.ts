// How each need for evidence is met, cheapest way first: registry, result of another service of the application, upload.
// What is left to upload is the exact minimum: one document meets every need that accepts it.
import type { EvidenceType, Registry } from '../catalogue/definitions.ts'
import type { NeedBlueprint, ServiceBlueprint } from './blueprint.ts'
import { fewestDocuments } from './cover.ts'
import type { Dependencies } from './dependencies.ts'
import type { ConceptNeeds } from './fields.ts'
import type { AskedBecause, EvidenceSource, PlannedEvidence } from './plan.ts'
import { silenceOf, usableKey, type SourceContext } from './sources.ts'

type OpenNeed = { service: ServiceBlueprint; key: string; anyOf: readonly string[] }

/** Concepts a registry shows for a piece of evidence, and the keys it takes to find them. */
type Lookup = { registry: Registry; concepts: string[]; keys: string[] }

export type PlannedDocuments = {
  evidence: PlannedEvidence[]
  /** proven lower bound of the uploads, when it is below their number */
  atLeast: number | undefined
  /** the documents separate applications would take, each by the key of the first need it meets */
  alone: ReadonlySet<string>
  /** what is looked up in registries to prove something */
  lookups: { registry: string; concepts: string[]; neededBy: string[] }[]
}

/** `lookups` when registries prove it; `because` when one that should have does not answer */
type Registered = { lookups?: Lookup[]; because: AskedBecause | undefined }

/** Whether registries make a document unnecessary: every concept it proves is known through them, or will be once they are asked. */
const askRegistries = (context: SourceContext, type: EvidenceType): Registered => {
  const { catalogue } = context.matter
  const registries = type.registries.flatMap((id) => catalogue.registries[id] ?? [])
  const lookups = new Map<string, Lookup>()
  let because: AskedBecause | undefined
  const use = (registry: Registry, concept?: string, key?: string): void => {
    const lookup = lookups.get(registry.id) ?? { registry, concepts: [], keys: [] }
    if (concept !== undefined) lookup.concepts.push(concept)
    if (key !== undefined) lookup.keys.push(key)
    lookups.set(registry.id, lookup)
  }
  const isProven = (concept: string): boolean => {
    const fact = context.facts.fact(concept)
    if (fact?.source.kind === 'registry' && type.registries.includes(fact.source.registry)) {
      const registry = catalogue.registries[fact.source.registry]
      if (registry) use(registry, concept)
      return registry !== undefined
    }
    if (context.facts.isDisputed(concept)) {
      because ??= 'disputed'
      return false
    }
    for (const registry of registries) {
      const key = concept in registry.answers ? usableKey(context, registry, concept) : undefined
      if (key === undefined) continue
      const silence = silenceOf(context.registries, registry)
      if (silence) because ??= silence
      else {
        use(registry, concept, key)
        return true
      }
    }
    return false
  }
  if (type.proves.length > 0) return type.proves.every(isProven) ? { lookups: [...lookups.values()], because } : { because }
  // nothing in particular to prove: it is enough that a registry answers, or is still to be asked
  for (const registry of registries) {
    const silence = context.registries[registry.id] === 'answers' ? undefined : silenceOf(context.registries, registry)
    if (silence) because ??= silence
    else {
      use(registry)
      return { lookups: [...lookups.values()], because }
    }
  }
  return { because }
}

const listNeeds = (services: readonly ServiceBlueprint[], context: SourceContext): OpenNeed[] =>
  services.flatMap((service) =>
    service.evidence
      .filter(({ when }: NeedBlueprint) => !when || when.evaluate(context.facts) !== false)
      .map(({ key, need }) => ({ service, key, anyOf: need.anyOf })),
  )

/** The fewest documents each service would take on its own. */
const listAlone = (needs: readonly OpenNeed[]): Set<string> => {
  const alone = new Set<string>()
  for (const own of Map.groupBy(needs, ({ service }) => service.index).values()) {
    const { chosen } = fewestDocuments(own.map(({ key, anyOf }) => ({ id: key, anyOf })))
    const counted = new Set<string>()
    for (const { key } of own) {
      const document = chosen.get(key)
      if (document === undefined || counted.has(document)) continue
      counted.add(document)
      alone.add(key)
    }
  }
  return alone
}

/** The first alternative that is the result of an included service the needing one can wait for. */
const findResult = (context: SourceContext, need: OpenNeed, dependencies: Dependencies): { evidence: string; service: string } | undefined => {
  for (const evidence of need.anyOf) {
    const producer = context.matter.byId.get(context.matter.catalogue.evidence[evidence]?.resultOf ?? '')
    if (producer && context.isIncluded(producer.index) && dependencies.add(need.service.index, producer.index)) return { evidence, service: producer.service.id }
  }
  return undefined
}

/** Plans the evidence of the included services; adds the keys of registries to `needs` and waiting for results to `dependencies`. */
export const planEvidence = (
  context: SourceContext, services: readonly ServiceBlueprint[], needs: ConceptNeeds, dependencies: Dependencies, uploaded: readonly string[],
): PlannedDocuments => {
  const { catalogue } = context.matter
  const registered = new Map<string, Registered>()
  const inRegistries = (id: string): Registered => {
    const known = registered.get(id)
    if (known) return known
    const type = catalogue.evidence[id]
    const found = type ? askRegistries(context, type) : { because: undefined }
    registered.set(id, found)
    return found
  }
  const planned = new Map<string, PlannedEvidence>()
  const lookups: PlannedDocuments['lookups'] = []
  const open = listNeeds(services, context)
  const uploads: (OpenNeed & { because: AskedBecause | undefined })[] = []

  const plan = (need: OpenNeed, evidence: string, source: EvidenceSource, because?: AskedBecause): void => {
    const group = `${source.kind}/${evidence}`
    let entry = planned.get(group)
    if (!entry) {
      entry = { needs: [], evidence, alternatives: need.anyOf.filter((id) => id !== evidence), neededBy: [], source, uploaded: false }
      planned.set(group, entry)
    }
    entry.needs.push(need.key)
    entry.alternatives = entry.alternatives.filter((id) => need.anyOf.includes(id))
    if (!entry.neededBy.includes(need.service.service.id)) entry.neededBy.push(need.service.service.id)
    if (because) entry.askedBecause ??= because
  }

  for (const need of open) {
    const alternatives = need.anyOf.map(inRegistries)
    const because = alternatives.find((each) => each.because)?.because
    const proven = alternatives.findIndex((each) => each.lookups)
    const evidence = need.anyOf[proven]
    const found = alternatives[proven]?.lookups ?? []
    const [first] = found
    if (evidence !== undefined && first) {
      plan(need, evidence, { kind: 'registry', registry: first.registry.id })
      for (const { registry, concepts, keys } of found) {
        lookups.push({ registry: registry.id, concepts, neededBy: [need.service.service.id] })
        for (const key of keys) needs.add(key, true, [need.service.index], because)
      }
      continue
    }
    const result = findResult(context, need, dependencies)
    if (result) plan(need, result.evidence, { kind: 'result', service: result.service })
    else uploads.push({ ...need, because })
  }

  const cover = fewestDocuments(uploads.map(({ key, anyOf }) => ({ id: key, anyOf })))
  for (const need of uploads) {
    const document = cover.chosen.get(need.key)
    if (document !== undefined) plan(need, document, { kind: 'upload' }, need.because)
  }
  const given = new Set(uploaded)
  const evidence = [...planned.values()]
  for (const entry of evidence) entry.uploaded = entry.source.kind === 'upload' && entry.needs.every((key) => given.has(key))
  return { evidence, atLeast: cover.atLeast < cover.documents ? cover.atLeast : undefined, alone: listAlone(open), lookups }
}
