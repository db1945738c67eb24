// What officials are told of resources, and what an edition is written in.
import { Type, type Static } from 'typebox'
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, legalBasisSchema, textsSchema } from '../catalogue/index.ts'
import { grantOf, isInForce, type AccessRequest } from './access-request.ts'
import { contentFaults, faultsIn, fieldClasses, gradings, higherAuthority, rhythms, sharedFields, sharingTypes, type Resource, type ResourceContent } from './resource.ts'
import type { Edition } from './resources-store.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const words = (minLength: number, maxLength: number) => Type.Object({ 'zh-CN': Type.String({ minLength, maxLength }), en: Type.Optional(Type.String({ maxLength })) }, closed)

/** An edition as it is written: bounded, nothing beside it. */
export const contentBody = Type.Object(
  {
    title: words(1, 100), about: words(0, 1000),
    fields: Type.Array(Type.Object({
      name: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,63}$', description: 'On the wire.' }), title: words(1, 100), concepts: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200, description: 'Data elements of the catalogue it answers.' }),
      class: Type.Enum([...fieldClasses]), note: Type.String({ maxLength: 300 }),
    }, closed), { maxItems: 300 }),
    grading: Type.Enum([...gradings]), rhythm: Type.Enum([...rhythms]),
    sharing: Type.Object({ type: Type.Enum([...sharingTypes]), reason: Type.String({ maxLength: 1000, description: 'The conditions, or why it is not shared.' }) }, closed),
    officer: Type.Union([Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), phone: Type.String({ maxLength: 30 }) }, closed), Type.Null()]),
    legalBasis: Type.Object({ title: Type.String({ minLength: 2, maxLength: 200 }), article: Type.Optional(Type.String({ maxLength: 50 })), url: Type.Optional(Type.String({ maxLength: 300, pattern: '^https?://' })) }, closed),
  },
  closed,
)

/** A body may state a language as absent or not at all. */
export const contentIn = (body: Static<typeof contentBody>): ResourceContent => {
  const plain = ({ 'zh-CN': chinese, en }: { 'zh-CN': string; en?: string }): Texts => ({ 'zh-CN': chinese, ...(en === undefined || en === '' ? {} : { en }) })
  return { ...body, title: plain(body.title), about: plain(body.about), fields: body.fields.map((field) => ({ ...field, title: plain(field.title) })) }
}

const contentSchema = Type.Object(
  {
    title: textsSchema, about: textsSchema,
    fields: Type.Array(Type.Object({ name: text, title: textsSchema, concepts: Type.Array(text), class: Type.Enum([...fieldClasses]), note: text })),
    grading: Type.Enum([...gradings]), rhythm: Type.Enum([...rhythms]), sharing: Type.Object({ type: Type.Enum([...sharingTypes]), reason: text }),
    officer: Type.Union([Type.Object({ name: text, phone: text }), Type.Null()]), legalBasis: legalBasisSchema,
  },
  { description: 'What is said of a resource in one edition.' },
)

export const resourceRowSchema = Type.Object(
  {
    id: text, title: textsSchema, about: textsSchema, line: text, region: text, authorityName: textsSchema, sharing: Type.Union([Type.Enum([...sharingTypes]), Type.Null()], { description: 'null: not published yet.' }),
    rhythm: Type.Enum([...rhythms]), fields: Type.Integer(), personal: Type.Boolean({ description: 'Whether any field is about a person.' }), hasDraft: Type.Boolean(),
  },
  { description: 'One resource in the catalogue.' },
)

const grantSchema = Type.Object(
  { id: text, number: text, authorityName: textsSchema, serviceName: Type.Union([textsSchema, Type.Null()]), fields: Type.Array(text), purpose: text, legalBasis: legalBasisSchema, perDay: Type.Union([Type.Integer(), Type.Null()]), until: textOrNull, batch: Type.Boolean() },
  { description: 'Who has access, to which fields, why and until when.' },
)

export const resourceSchema = Type.Object(
  {
    id: text, origin: Type.Enum(['pack', 'authority'], { description: 'pack: a registry the services of this installation use.' }), line: text, region: text, authorityName: textsSchema,
    content: Type.Union([contentSchema, Type.Null()]), draft: Type.Union([contentSchema, Type.Null()], { description: 'Only for those who keep it.' }), faults: Type.Array(Type.Enum([...contentFaults]), { description: 'What keeps the draft from being published.' }),
    edition: Type.Integer({ description: '0: as the pack has it.' }), revision: Type.Integer(), publishedAt: textOrNull,
    mayKeep: Type.Boolean({ description: 'Whether it is mine to write about.' }), mayAsk: Type.Boolean({ description: 'Whether I may ask for access.' }),
    usedBy: Type.Array(Type.Object({ id: text, name: textsSchema }), { description: 'Services of this installation that need what it answers.' }),
    standing: Type.Boolean({ description: 'Whether this installation itself may ask it, by its pack.' }), grants: Type.Array(grantSchema),
    editions: Type.Array(Type.Object({ edition: Type.Integer(), by: text, at: text, sharing: Type.Enum([...sharingTypes]), fields: Type.Integer() })),
  },
  { description: 'One resource with who has access to it.' },
)

type Named = Pick<App, 'packs'> & { config: { region: string } }

/** @param region GB/T 2260 */
export const authorityNameIn = (app: Named, line: string, region: string): Texts =>
  (app.packs.packs.length === 0 ? undefined : authorityOf(app.packs.catalogueFor(app.config.region), line, region)?.name) ?? higherAuthority

export const serviceNameIn = (app: Named, service: string | null): Texts | null => {
  if (service === null) return null
  const { services } = app.packs.catalogueFor(app.config.region)
  return (Object.hasOwn(services, service) ? services[service]?.name : undefined) ?? { 'zh-CN': service }
}

export const toResourceRow = (app: Named, { id, line, region, content, draft }: Resource, sees: boolean): Static<typeof resourceRowSchema> => {
  const shown = content ?? draft
  return {
    id, line, region, authorityName: authorityNameIn(app, line, region), title: shown?.title ?? { 'zh-CN': id }, about: shown?.about ?? { 'zh-CN': '' }, sharing: content?.sharing.type ?? null, rhythm: shown?.rhythm ?? 'irregular',
    fields: shown?.fields.length ?? 0, personal: shown?.fields.some((field) => field.class === 'personal' || field.class === 'sensitive') ?? false, hasDraft: sees && draft !== null,
  }
}

const usersOf = (app: Named, id: string) => {
  if (app.packs.packs.length === 0) return []
  const { registries, services } = app.packs.catalogueFor(app.config.region)
  const answers = (Object.hasOwn(registries, id) ? registries[id]?.answers : undefined) ?? {}
  return Object.values(services).filter(({ instance, concepts }) => !instance && concepts.some(({ concept }) => Object.hasOwn(answers, concept))).map((service) => ({ id: service.id, name: service.name }))
}

/** @param on YYYY-MM-DD */
export const toResource = (app: Named, principal: Principal, one: Resource, granted: readonly AccessRequest[], editions: readonly Edition[], on: string): Static<typeof resourceSchema> => {
  const { id, origin, line, region, content, draft, edition, revision, publishedAt } = one
  const [mayKeep, shared] = [covers(principal, ['steward'], one), sharedFields(content)]
  return {
    id, origin, line, region, authorityName: authorityNameIn(app, line, region), content, edition, revision, publishedAt, mayKeep, draft: mayKeep ? draft : null, faults: mayKeep && draft ? faultsIn(draft) : [],
    mayAsk: shared.length > 0 && principal.kind === 'staff' && principal.postings.some(({ role }) => role === 'designer' || role === 'steward'), usedBy: usersOf(app, id), standing: origin === 'pack' && shared.length > 0,
    grants: granted.flatMap((request) => {
      const grant = grantOf(request, shared)
      return grant && isInForce(grant, on) ? [{ id: grant.id, number: request.number, authorityName: authorityNameIn(app, request.line, request.region), serviceName: serviceNameIn(app, request.service), fields: grant.fields, purpose: grant.purpose, legalBasis: request.legalBasis, perDay: grant.perDay, until: grant.until, batch: grant.batch }] : []
    }),
    editions: editions.map(({ edition: number, actorName, at, content: { sharing, fields } }) => ({ edition: number, by: actorName, at, sharing: sharing.type, fields: fields.length })),
  }
}
