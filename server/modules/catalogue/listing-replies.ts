// The implementation list of a service as the API answers with it; every element of GB/T 39554.2-2020 that a guide page shows.
// Pure. What the pack leaves open has been completed by listing.ts.
import { Type, type Static } from 'typebox'
import { legalBasisSchema, orNull, text, textsSchema, toLegalBasis } from './catalogue-replies.ts'
import type { Catalogue, ContactChannel, EvidenceType, Service } from './definitions.ts'
import { audienceKinds } from './imported-service.ts'
import { listedDocument, listingOf } from './listing.ts'
import { crossRegionWays, deliveryWays, documentForms, onlineDepths, stepActors } from './listing-parts.ts'
import { nameOfAudience } from './service-browse.ts'

const contact = (description: string) => Type.Object({ phone: text('Dialled as written.'), url: orNull(text('Page to write to.')) }, { description })
const day = (description: string) => orNull(Type.String({ format: 'date', description }))

export const listingSchema = Type.Object(
  {
    basicCode: orNull(text('Basic code (基本编码); null: not stated.')),
    implementationCode: orNull(text('Implementation code (实施编码) of the authority in the region; null: not stated.')),
    audience: Type.Array(Type.Object({ value: Type.Enum(Object.keys(audienceKinds)), name: textsSchema }), { description: 'Who may apply (服务对象).' }),
    onlineDepth: Type.Enum([...onlineDepths], { description: 'consult Ⅰ, preview Ⅱ, accept Ⅲ, full Ⅳ (全程网办).' }),
    crossRegion: Type.Object(
      {
        scope: Type.Enum(['street', 'district', 'city', 'province', 'nation'], { description: 'Area within which one may apply anywhere.' }),
        ways: Type.Array(Type.Enum([...crossRegionWays]), { description: 'online 全程网办, agency 代收代办, joint 多地联办; none where only the authority itself accepts.' }),
        basis: orNull(textsSchema),
      },
      { description: 'Where it can be applied for (通办范围).' },
    ),
    procedure: Type.Array(
      Type.Object({ id: text('Step id.'), name: textsSchema, who: Type.Enum([...stepActors]), does: textsSchema, days: orNull(Type.Integer({ minimum: 0, description: 'Working days at most; 0 is at once, null not stated.' })) }),
      { description: 'Procedure (办理流程).' },
    ),
    delivery: Type.Array(Type.Enum([...deliveryWays]), { description: 'How the result arrives (送达方式).' }),
    counters: Type.Array(
      Type.Object({ id: text('Counter id.'), region: text('GB/T 2260.'), name: textsSchema, address: textsSchema, hours: orNull(textsSchema), phone: orNull(text('Number.')) }),
      { description: 'Counters (办理地点) with a known address.' },
    ),
    consult: contact('Where to ask (咨询方式).'),
    complaint: contact('Where to complain (监督投诉).'),
    faq: Type.Array(Type.Object({ id: text('Question id.'), ask: textsSchema, answer: textsSchema }), { description: 'Common questions (常见问题).' }),
    feeBasis: orNull(legalBasisSchema),
    validFrom: day('First day on which this version holds; null: open.'),
    validUntil: day('Last day on which this version holds; null: open.'),
  },
  { description: 'Implementation list (实施清单), with what follows from the rest filled in.' },
)

export const listedDocumentSchema = Type.Object(
  {
    source: Type.Enum(['applicant', 'authority', 'third-party'], { description: 'Where it comes from (来源渠道).' }),
    issuer: orNull(textsSchema),
    shared: Type.Boolean({ description: 'Looked up or taken over where possible.' }),
    originals: Type.Integer({ minimum: 0, description: 'Originals at a counter.' }),
    copies: Type.Integer({ minimum: 0, description: 'Photocopies at a counter.' }),
    form: Type.Enum([...documentForms]),
  },
  { description: 'The document as implementation lists have it.' },
)

const toContact = ({ phone, url }: Required<Pick<ContactChannel, 'phone'>> & ContactChannel) => ({ phone, url: url ?? null })

export const toListing = (catalogue: Catalogue, service: Service): Static<typeof listingSchema> => {
  const { codes, audience, crossRegion, procedure, counters, consult, complaint, feeBasis, validity, ...rest } = listingOf(catalogue, service)
  return {
    ...rest,
    basicCode: codes.basic ?? null,
    implementationCode: codes.implementations?.[catalogue.region] ?? null,
    audience: audience.map((value) => ({ value, name: nameOfAudience(value) })),
    crossRegion: { scope: crossRegion.scope, ways: crossRegion.ways, basis: crossRegion.basis ?? null },
    procedure: procedure.map(({ days, ...step }) => ({ ...step, days: days ?? null })),
    counters: counters.map(({ hours, phone, ...counter }) => ({ ...counter, hours: hours ?? null, phone: phone ?? null })),
    consult: toContact(consult),
    complaint: toContact(complaint),
    feeBasis: feeBasis ? toLegalBasis(feeBasis) : null,
    validFrom: validity.from ?? null,
    validUntil: validity.until ?? null,
  }
}

export const toListedDocument = (catalogue: Catalogue, evidence: EvidenceType): Static<typeof listedDocumentSchema> => {
  const { evidence: _id, ...listed } = listedDocument(catalogue, evidence)
  return listed
}
