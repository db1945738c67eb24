// How each need for evidence is met, cheapest way first: registry, e-licence, result of another service of the application, document
// of an earlier application, signed commitment, promised for later, upload. What is left to upload is the exact minimum: one document meets
// every need that accepts it.
import type { EvidenceType, Registry, Tolerance } from '../catalogue/definitions.ts'
import type { ServiceBlueprint } from './blueprint.ts'
import { fewestDocuments } from './cover.ts'
import type { Dependencies } from './dependencies.ts'
import type { ConceptNeeds } from './fields.ts'
import { findCredential, findSubmitted } from './held.ts'
import type { AskedBecause, DocumentAskedBecause, EvidenceSource, PlanInput, PlannedEvidence } from './plan.ts'
import { listLookups, reasonOf, silenceOf, type SourceContext } from './sources.ts'

type OpenNeed = { service: ServiceBlueprint; key: string; anyOf: readonly string[]; tolerable: Tolerance | undefined }

export type PlannedDocuments = {
  evidence: PlannedEvidence[]
  /** proven lower bound of the uploads, when it is below their number */
  atLeast: number | undefined
  /** the documents separate applications would take, each by the key of the first need it meets */
  alone: ReadonlySet<string>
}

/** `by`: the registry that proves it, if any does. `because`: one that should have does not answer. */
type Registered = {
  by: Registry | undefined
  because: AskedBecause | undefined
  keys: ReadonlySet<string>
  lookups: readonly { registry: string; concept: string | undefined }[]
}

/** Whether registries make a document unnecessary: every concept it proves is known through them, or will be once they are asked. */
const askRegistries = (context: SourceContext, type: EvidenceType): Registered => {
  const { matter: { catalogue }, facts } = context
  const registries = type.registries.flatMap((id) => catalogue.registries[id] ?? [])
  const lookups: { registry: string; concept: string | undefined }[] = []
  const keys = new Set<string>()
  let because: AskedBecause | undefined

  const findProof = (concept: string): Registry | undefined => {
    const fact = facts.fact(concept)
    const source = fact?.source.kind === 'registry' ? fact.source.registry : undefined
    const known = registries.find(({ id }) => id === source)
    if (known) {
      lookups.push({ registry: known.id, concept })
      return known
    }
    if (facts.isDisputed(concept)) {
      because ??= 'disputed'
      return undefined
    }
    const ways = listLookups(context, concept)
    return registries.find((registry) => {
      const key = ways.find((way) => way.registry === registry)?.key
      if (key === undefined) return false
      lookups.push({ registry: registry.id, concept })
      const silence = silenceOf(context, registry, key, concept)
      if (silence) because ??= silence
      else keys.add(key)
      return !silence
    })
  }
  /** Nothing in particular to prove: it is enough that a registry answers, or is still to be asked. */
  const findAnswering = (): Registry | undefined =>
    registries.find((registry) => {
      lookups.push({ registry: registry.id, concept: undefined })
      const state = context.registries[registry.id] ?? 'notAsked'
      const silence = state === 'answers' ? undefined : reasonOf(state)
      because ??= silence
      return !silence
    })

  const proofs = type.proves.length > 0 ? type.proves.map(findProof) : [findAnswering()]
  return { by: proofs.every((proof) => proof !== undefined) ? proofs[0] : undefined, because, keys, lookups }
}

const listNeeds = (service: ServiceBlueprint, context: SourceContext): OpenNeed[] =>
  service.evidence
    .filter(({ when }) => !when || when.evaluate(context.facts) !== false)
    .map(({ key, need }) => ({ service, key, anyOf: need.anyOf, tolerable: need.tolerable || undefined }))

/** The documents of one service applied for alone. */
const addAlone = (needs: readonly OpenNeed[], alone: Set<string>): void => {
  const { chosen } = fewestDocuments(needs.map(({ key, anyOf }) => ({ id: key, anyOf })))
  const counted = new Set<string>()
  for (const { key } of needs) {
    const document = chosen.get(key)
    if (document === undefined || counted.has(document)) continue
    counted.add(document)
    alone.add(key)
  }
}

type Way = { evidence: string; source: EvidenceSource }

const firstOf = (need: OpenNeed, find: (evidence: string) => EvidenceSource | undefined): Way | undefined => {
  for (const evidence of need.anyOf) {
    const source = find(evidence)
    if (source) return { evidence, source }
  }
  return undefined
}

/** The first alternative that is the result of a service granted already, or of an included one the needing one can wait for. */
const findResult = (context: SourceContext, need: OpenNeed, dependencies: Dependencies, handled: PlanInput['handled'] = []): Way | undefined =>
  firstOf(need, (evidence) => {
    const before = handled.find(({ service, granted }) => granted && service === context.matter.catalogue.evidence[evidence]?.resultOf)
    if (before) return { kind: 'result', service: before.service }
    const producer = context.matter.byId.get(context.matter.catalogue.evidence[evidence]?.resultOf ?? '')
    const waits = producer !== undefined && context.isIncluded(producer.index) && dependencies.add(need.service.index, producer.index)
    return waits ? { kind: 'result', service: producer.service.id } : undefined
  })

/** The terms on which a document may follow that meets these needs: all of them allow it, and the strictest counts. */
const jointTolerance = (terms: readonly (Tolerance | undefined)[]): Tolerance | undefined => {
  const known = terms.filter((each) => each !== undefined)
  if (known.length < terms.length || known.length === 0) return undefined
  return { dueDays: Math.min(...known.map(({ dueDays }) => dueDays)), ...(known.every(({ decideFirst }) => decideFirst) ? { decideFirst: true } : {}) }
}

/** Plans the evidence of the included services; adds the keys of registries to `needs` and waiting for results to `dependencies`. */
export const planEvidence = (
  context: SourceContext, services: readonly ServiceBlueprint[], needs: ConceptNeeds, dependencies: Dependencies, input: PlanInput,
): PlannedDocuments => {
  const { catalogue } = context.matter
  const given = new Set(input.uploaded)
  const signed = new Set(input.signed)
  const registered = new Map<string, Registered>()
  const inRegistries = (id: string): Registered | undefined => {
    const type = catalogue.evidence[id]
    if (!registered.has(id) && type) registered.set(id, askRegistries(context, type))
    return registered.get(id)
  }
  const planned = new Map<string, PlannedEvidence>()
  const plan = ({ key, anyOf, service: { service } }: OpenNeed, evidence: string, source: EvidenceSource, because?: DocumentAskedBecause): void => {
    const group = `${source.kind}/${evidence}`
    let entry = planned.get(group)
    if (!entry) planned.set(group, (entry = { needs: [], evidence, alternatives: anyOf.filter((id) => id !== evidence), neededBy: [], source, uploaded: false }))
    entry.needs.push(key)
    entry.alternatives = entry.alternatives.filter((id) => anyOf.includes(id))
    if (!entry.neededBy.includes(service.id)) entry.neededBy.push(service.id)
    if (because) entry.askedBecause ??= because
  }

  const typeOf = (evidence: string): EvidenceType | undefined => catalogue.evidence[evidence]
  const findHeld = (need: OpenNeed): Way | undefined => firstOf(need, (evidence) => findCredential(typeOf(evidence), input.credentials ?? [], context.facts, input.on))
  const findEarlier = (need: OpenNeed): Way | undefined => firstOf(need, (evidence) => findSubmitted(typeOf(evidence), input.submitted ?? [], input.on))
  const findCommitment = (need: OpenNeed): Way | undefined =>
    firstOf(need, (evidence) => {
      const commitment = typeOf(evidence)?.commitment
      return commitment && { kind: 'commitment', ...(commitment.dueDays === undefined ? {} : { dueDays: commitment.dueDays }) }
    })
  /** The person has decided for a document by uploading it. */
  const isGiven = ({ key, anyOf }: OpenNeed): boolean => given.has(key) || anyOf.some((id) => given.has(id))
  const promised = new Map((input.barred ? [] : (input.later ?? [])).map(({ evidence, dueDays }) => [evidence, dueDays]))
  /** Or by promising it for later, where that is allowed. */
  const isPromised = ({ anyOf, tolerable }: OpenNeed): boolean => tolerable !== undefined && anyOf.some((id) => promised.has(id))

  const open: OpenNeed[] = []
  const alone = new Set<string>()
  for (const service of services) {
    const own = listNeeds(service, context)
    open.push(...own)
    addAlone(own, alone)
  }
  const uploads: (OpenNeed & { because: DocumentAskedBecause | undefined })[] = []
  for (const need of open) {
    const by = [need.service.index]
    const alternatives = need.anyOf.map(inRegistries)
    const proven = alternatives.findIndex((each) => each?.by)
    for (const each of alternatives.slice(0, proven < 0 ? undefined : proven + 1)) for (const { registry, concept } of each?.lookups ?? []) context.onLookup(registry, concept, by)
    const because = alternatives.find((each) => each?.because)?.because
    const { by: registry, keys } = alternatives[proven] ?? {}
    const evidence = need.anyOf[proven]
    if (registry && evidence !== undefined) {
      plan(need, evidence, { kind: 'registry', registry: registry.id })
      for (const key of keys ?? []) needs.add(key, true, by, because)
      continue
    }
    const commitment = findCommitment(need)
    const trusted = input.barred || isPromised(need) ? undefined : commitment
    const way = findHeld(need) ?? findResult(context, need, dependencies, input.handled) ?? (isGiven(need) ? undefined : (findEarlier(need) ?? trusted))
    if (way) plan(need, way.evidence, way.source, way.source.kind === 'commitment' ? because : undefined)
    else uploads.push({ ...need, because: input.barred && (commitment || need.tolerable) ? 'breach' : because })
  }

  // what the person has uploaded already is used wherever it is accepted; only the rest is minimised
  const documentOf = new Map(uploads.flatMap(({ key, anyOf }) => {
    const document = anyOf.find((id) => given.has(id))
    return document === undefined ? [] : [[key, document] as const]
  }))
  const cover = fewestDocuments(uploads.filter(({ key }) => !documentOf.has(key)).map(({ key, anyOf }) => ({ id: key, anyOf })))
  for (const need of uploads) {
    const document = documentOf.get(need.key) ?? cover.chosen.get(need.key)
    if (document !== undefined) plan(need, document, { kind: 'upload' }, need.because)
  }
  const evidence = [...planned.values()]
  const terms = new Map(input.barred ? [] : open.map(({ key, tolerable }) => [key, tolerable]))
  for (const entry of evidence) {
    if (entry.source.kind === 'upload' || entry.source.kind === 'commitment') {
      const mayFollow = jointTolerance(entry.needs.map((key) => terms.get(key)))
      if (mayFollow) entry.mayFollow = mayFollow
      const chosen = promised.has(entry.evidence) && (promised.get(entry.evidence) ?? mayFollow?.dueDays) === mayFollow?.dueDays
      if (mayFollow && chosen && entry.source.kind === 'upload' && !given.has(entry.evidence) && !entry.needs.some((key) => given.has(key))) entry.source = { kind: 'later', ...mayFollow }
    }
    if (entry.source.kind === 'later') entry.uploaded = true
    else if (entry.source.kind === 'commitment') entry.uploaded = signed.has(entry.evidence)
    else entry.uploaded = entry.source.kind === 'upload' && (given.has(entry.evidence) || entry.needs.every((key) => given.has(key)))
  }
  const missing = cover.documents - cover.atLeast
  const count = evidence.filter(({ source }) => source.kind === 'upload' || source.kind === 'later').length
  return { evidence, atLeast: missing > 0 ? count - missing : undefined, alone }
}
