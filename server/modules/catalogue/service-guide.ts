// The guide page of a pack service: conditions with their law, documents and how each is obtained, time, fee, visits, result, contact.
// Pure; everything on it is computed from the catalogue.
import { Type, type Static } from 'typebox'
import { authorityOf, listAuthoritiesOf } from './authority.ts'
import { authoritySchema, legalBasisSchema, orNull, text, textsSchema, toAuthority, toLegalBasis } from './catalogue-replies.ts'
import type { Catalogue, EvidenceType, Service } from './definitions.ts'
import { mayFollowIn } from './listing.ts'
import { listedDocumentSchema, listingSchema, toListedDocument, toListing } from './listing-replies.ts'
import { kindOf, nameOfKind } from './service-browse.ts'

const named = Type.Object({ id: text('Id.'), name: textsSchema })
const days = (description: string) => Type.Integer({ minimum: 0, description })

const waySchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('registry'), Type.Literal('result'), Type.Literal('commitment'), Type.Literal('upload')], {
      description: 'registry: another authority answers instead; result: it is what that service issues; commitment: a signed statement will do; upload: a file of yours.',
    }),
    id: Type.Optional(text('Registry or service.')),
    name: Type.Optional(textsSchema),
    legalBasis: Type.Optional(legalBasisSchema),
  },
  { description: 'One way of obtaining a document, the easiest first.' },
)

export const serviceGuideSchema = Type.Object(
  {
    region: text('Region the page is for.'),
    service: Type.Object({
      id: text('Service id.'), name: textsSchema, summary: textsSchema, guide: textsSchema, kind: text('Kind of act, as in the list of services.'), kindName: textsSchema,
      version: text('Changes whenever the content does.'),
      decision: Type.Union([Type.Literal('automatic'), Type.Literal('manual')], { description: 'automatic: granted at once when every condition is known to hold.' }),
      level: Type.Enum(['province', 'city', 'district', 'street'], { description: 'Level of the authority.' }),
      statutoryDays: days('Working days by law.'), promisedDays: days('Working days promised; 0 is at once.'), limitsBasis: legalBasisSchema,
      feeFen: Type.Integer({ minimum: 0, description: 'Fee in fen; 0 is free, unless it is priced.' }),
      priced: orNull(Type.Object({ says: textsSchema, legalBasis: legalBasisSchema }, { description: 'Charged by whoever does it, by published prices.' })),
      trips: days('Visits to a counter when applied for alone.'), tripsOnline: days('Visits that remain when applied for online.'),
      legalBasis: Type.Array(legalBasisSchema),
      result: Type.Object({ name: textsSchema, contains: Type.Array(named, { description: 'What stands on it.' }) }),
    }),
    listing: listingSchema,
    authorities: Type.Array(authoritySchema, { description: 'Who handles it in the region; several when that depends on where one lives.' }),
    requirements: Type.Array(Type.Object({ id: text('Id.'), name: textsSchema, rule: text('The rule in FEEL.'), legalBasis: legalBasisSchema }), { description: 'Conditions.' }),
    evidence: Type.Array(
      Type.Object({
        id: text('Id of the need.'),
        when: orNull(text('FEEL: needed only when this holds; null is always.')),
        tolerable: Type.Boolean({ description: 'It is accepted without it, and it follows later (容缺受理).' }),
        dueDays: orNull(Type.Integer({ description: 'Working days after handing in within which it follows; null when it may not.' })),
        decideFirst: Type.Boolean({ description: 'The decision does not wait for it.' }),
        legalBasis: legalBasisSchema,
        anyOf: Type.Array(Type.Object({ id: text('Evidence id.'), name: textsSchema, hint: orNull(textsSchema), ways: Type.Array(waySchema), listed: listedDocumentSchema }), { description: 'Any one of these.' }),
      }),
      { description: 'What must be proved.' },
    ),
    fields: Type.Array(
      Type.Object({ id: text('Concept id.'), name: textsSchema, required: Type.Union([Type.Literal('always'), Type.Literal('sometimes'), Type.Literal('never')]), derived: Type.Boolean({ description: 'Computed, never asked.' }) }),
      { description: 'What the form asks for when applied for alone.' },
    ),
    dependsOn: Type.Array(named, { description: 'Services to be done first.' }),
    matters: Type.Array(Type.Object({ id: text('Matter id.'), name: textsSchema, summary: textsSchema, optional: Type.Boolean({ description: 'May be left out of it.' }) }), { description: 'Matters that include it.' }),
  },
  { description: 'Guide page of a service.' },
)

type Guide = Static<typeof serviceGuideSchema>

const waysOf = ({ services, registries }: Catalogue, evidence: EvidenceType): Static<typeof waySchema>[] => {
  const asked = evidence.registries.flatMap((id) => registries[id] ?? [])
  const issuer = evidence.resultOf === undefined ? undefined : services[evidence.resultOf]
  return [
    ...asked.map(({ id, name, legalBasis }) => ({ kind: 'registry' as const, id, name, legalBasis: toLegalBasis(legalBasis) })),
    ...(issuer ? [{ kind: 'result' as const, id: issuer.id, name: issuer.name }] : []),
    ...(evidence.commitment ? [{ kind: 'commitment' as const }] : []),
    { kind: 'upload' as const },
  ]
}

const namedConcepts = ({ concepts }: Catalogue, ids: readonly string[]): Static<typeof named>[] =>
  ids.map((id) => ({ id, name: concepts[id]?.name ?? { 'zh-CN': id } }))

const authoritiesOf = (catalogue: Catalogue, service: Service): Guide['authorities'] => {
  const own = listAuthoritiesOf(catalogue, service)
  const above = own.length > 0 ? [] : [authorityOf(catalogue, service.line, catalogue.region) ?? []].flat()
  return [...own, ...above].map(toAuthority)
}

const followingOf = (catalogue: Catalogue, need: Service['evidence'][number]) => {
  const follows = mayFollowIn(catalogue, need)
  return { tolerable: follows !== undefined, dueDays: follows?.dueDays ?? null, decideFirst: follows?.decideFirst ?? false }
}

const evidenceOf = (catalogue: Catalogue, service: Service): Guide['evidence'] =>
  service.evidence.map((need) => ({
    id: need.id, when: need.when?.text ?? null, ...followingOf(catalogue, need), legalBasis: toLegalBasis(need.legalBasis),
    anyOf: need.anyOf.flatMap((each) => {
      const evidence = catalogue.evidence[each]
      return evidence ? [{ id: each, name: evidence.name, hint: evidence.hint ?? null, ways: waysOf(catalogue, evidence), listed: toListedDocument(catalogue, evidence) }] : []
    }),
  }))

const mattersWith = ({ matters }: Catalogue, id: string): Guide['matters'] =>
  Object.values(matters).flatMap((matter) =>
    matter.services.filter(({ service }) => service === id).map(({ optional }) => ({ id: matter.id, name: matter.name, summary: matter.summary, optional })),
  )

export const serviceGuide = (catalogue: Catalogue, service: Service): Guide => ({
  region: catalogue.region,
  service: {
    id: service.id, name: service.name, summary: service.summary, guide: service.guide, kind: kindOf(service), kindName: nameOfKind(kindOf(service)), version: service.version,
    decision: service.decision, level: service.level, statutoryDays: service.limits.statutory, promisedDays: service.limits.promised,
    limitsBasis: toLegalBasis(service.limits.legalBasis), feeFen: service.fee, priced: service.priced ? { says: service.priced.says, legalBasis: toLegalBasis(service.priced.legalBasis) } : null, trips: service.trips, tripsOnline: service.tripsOnline ?? 0,
    legalBasis: service.legalBasis.map(toLegalBasis), result: { name: service.result.name, contains: namedConcepts(catalogue, service.result.concepts) },
  },
  listing: toListing(catalogue, service),
  authorities: authoritiesOf(catalogue, service),
  requirements: service.requirements.map(({ id, name, rule, legalBasis }) => ({ id, name, rule: rule.text, legalBasis: toLegalBasis(legalBasis) })),
  evidence: evidenceOf(catalogue, service),
  fields: service.concepts.map(({ concept, required }) => ({
    id: concept, name: catalogue.concepts[concept]?.name ?? { 'zh-CN': concept }, derived: catalogue.concepts[concept]?.derived !== undefined,
    required: typeof required === 'object' ? ('sometimes' as const) : required ? ('always' as const) : ('never' as const),
  })),
  dependsOn: service.dependsOn.map((id) => ({ id, name: catalogue.services[id]?.name ?? { 'zh-CN': id } })),
  matters: mattersWith(catalogue, service.id),
})
