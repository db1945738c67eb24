// Requests without login: what the machine makes of a text before it is sent, anonymous reports, the progress link, and solved requests with
// personal data removed. Saying the same as somebody else (附议) needs a login, so that each person counts once.
import { Type, type Static } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { isRegionCode, regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { asTexts, nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { findCategory } from '../duties/index.ts'
import { upsertBacker } from './backers-store.ts'
import { deadlineOf } from './deadline.ts'
import { assignmentFor } from './dispatching.ts'
import { requestBehind } from './progress-link.ts'
import { findPublication, listPublications, type Publication } from './publications-store.ts'
import { around } from './reading.ts'
import { receiveRequest } from './receiving.ts'
import { auditRequest, calendarOf, termsOf, type Scene } from './recording.ts'
import { add, rate, redo } from './reporting.ts'
import { grades, isRunning, requestKinds, requestStates, urgencies } from './request.ts'
import { requestLimits, titleFrom, type CitizenRequest } from './request-record.ts'
import { orNull, progressOf, progressSchema, unitNamed, unitSchema } from './request-replies.ts'
import { redoBody, reportBody } from './requests-routes-citizen.ts'
import { findRequest, getRequestForUpdate, updateRequest } from './requests-store.ts'
import { isOpenToAll, listSimilar, similarSchema } from './similar.ts'
import { termFor } from './timing.ts'
import { readingOf } from './understanding.ts'

const closed = { additionalProperties: false } as const
const text = Type.String()
const uuid = Type.String({ format: 'uuid' })
const token = Type.Object({ token: Type.String({ maxLength: 60 }) })
const linkRefusals = ['not_found', 'too_many', 'invalid', 'not_offered'] as const
const words = Type.String({ minLength: 2, maxLength: requestLimits.words })
const region = Type.String({ pattern: '^\\d{6}(\\d{3})?$' })

const publicShape = {
  id: text, kind: Type.Enum(requestKinds), title: text, region: text, regionName: textsSchema, category: orNull(text), categoryName: orNull(textsSchema), unit: orNull(unitSchema), grade: orNull(Type.Enum(grades)),
  receivedAt: text, publishedAt: text,
}

const publicOf = (app: App, one: Publication) => {
  const leaf = one.category === null ? undefined : findCategory(app, one.category, one.region)
  return {
    id: one.id, kind: one.kind, title: one.title, region: one.region, regionName: nameOr(app.packs.catalogueFor(one.region).regions[one.region], one.region), category: one.category,
    categoryName: leaf ? asTexts(leaf.name) : null, unit: one.unit && unitNamed(app, one.region, one.unit), grade: one.grade, receivedAt: one.receivedAt, publishedAt: one.publishedAt,
  }
}

const progress = async (app: App, one: CitizenRequest): Promise<Static<typeof progressSchema>> => progressOf(app, one, await around(app.db.read, one), app.clock.now())

const byLink = async (app: App, { principal, requestId, raw, params }: { principal: Principal; requestId: string; raw: { ip: string }; params: { token: string } }, work: (scene: Scene, one: CitizenRequest) => Promise<CitizenRequest>) => {
  const id = requestBehind(app, params.token, raw.ip)
  return progress(app, await app.db.transaction(async (tx: Tx) => work({ app, tx, principal, requestId, at: app.clock.now() }, await getRequestForUpdate(tx, id))))
}

const previewReply = Type.Object({
  category: orNull(Type.Object({ id: text, name: textsSchema, confidence: Type.Number() })), alternatives: Type.Array(Type.Object({ id: text, name: textsSchema, confidence: Type.Number() })), abstained: Type.Boolean(),
  urgency: Type.Enum(urgencies), front: Type.Boolean(), emergency: orNull(text), region, regionName: textsSchema, unit: orNull(unitSchema), dueAt: orNull(text), why: Type.Array(text), sensitive: Type.Array(text),
  similar: Type.Array(similarSchema, { description: 'Open ones one may second instead.' }),
})

export const publicRequestRoutes = [
  route({
    method: 'GET', path: '/request-terms', operation: 'getRequestTerms', summary: 'How quickly requests are answered, done again and closed', permission: 'requests.public',
    query: Type.Object({ region: Type.Optional(region) }),
    reply: Type.Object({
      deadlines: Type.Record(text, Type.Object({ hours: Type.Optional(Type.Integer()), days: Type.Optional(Type.Integer({ description: 'Working days.' })) })), redoDays: Type.Integer(), maxRedos: Type.Integer(),
      settleDays: Type.Integer(), maxReturns: Type.Integer(), returnDays: Type.Integer(), maxExtraDays: Type.Integer(), limits: Type.Object({ title: Type.Integer(), text: Type.Integer(), words: Type.Integer(), files: Type.Integer() }),
    }),
    refusals: ['invalid', 'not_offered'],
    handle: async (app, { query }) => {
      const { deadlines, redoDays, maxRedos, settleDays, maxReturns, returnDays, maxExtraDays } = termsOf(app, query.region ?? app.config.region)
      const { title, text: longest, words: wordy, files } = requestLimits
      return { deadlines, redoDays, maxRedos, settleDays, maxReturns, returnDays, maxExtraDays, limits: { title, text: longest, words: wordy, files } }
    },
  }),
  route({
    method: 'POST', path: '/request-previews', operation: 'previewRequest', summary: 'What would become of a text: class, unit, time; keeps nothing', permission: 'requests.public',
    body: Type.Object({ text: reportBody.text, title: reportBody.title, category: reportBody.category, place: reportBody.place }, closed), reply: previewReply, refusals: ['invalid', 'not_offered', 'not_found'],
    handle: async (app, { body }) => {
      const at = app.clock.now()
      const { region: chosen, ...place } = body.place ?? {}
      if (chosen !== undefined && (!isRegionCode(chosen) || !regionCovers(app.config.region, chosen))) throw new Refusal('invalid', { region: chosen })
      const reading = readingOf(app, { title: body.title ?? titleFrom(body.text), text: body.text, place, at, ...(chosen ? { region: chosen } : {}), ...(body.category ? { category: body.category } : {}) })
      const found = assignmentFor(app, { ...reading, place }, at)
      const named = ({ id, confidence }: { id: string; confidence: number }) => ({ id, name: asTexts(findCategory(app, id, reading.region)?.name ?? { 'zh-CN': id }), confidence })
      const { understood } = reading
      return {
        category: reading.category === null ? null : named({ id: reading.category, confidence: understood.category?.id === reading.category ? understood.category.confidence : 1 }),
        alternatives: (understood.alternatives ?? []).map(named), abstained: reading.category === null, urgency: reading.urgency, front: reading.front, emergency: understood.emergency ?? null, region: reading.region,
        regionName: nameOr(app.packs.catalogueFor(reading.region).regions[reading.region], reading.region), unit: found.unit ? unitNamed(app, reading.region, { line: found.unit.line, region: found.unit.region }) : null,
        dueAt: deadlineOf(termFor(termsOf(app, reading.region), reading.urgency), at, calendarOf(reading.region)).dueAt, why: found.why.map((each) => each['zh-CN']), sensitive: understood.sensitive ?? [],
        similar: await listSimilar(app, { ...reading, title: body.title ?? titleFrom(body.text), text: body.text }, isOpenToAll),
      }
    },
  }),
  route({
    method: 'POST', path: '/anonymous-requests', operation: 'submitAnonymousRequest', summary: 'Report without login; the progress link is all that leads back', permission: 'requests.public', status: 201,
    body: Type.Object({ key: reportBody.key, kind: reportBody.kind, title: reportBody.title, text: reportBody.text, category: reportBody.category, place: reportBody.place, phone: Type.String({ pattern: '^$|^[0-9+\\- ]{5,20}$', default: '' }), mayPublish: reportBody.mayPublish }, closed),
    reply: Type.Object({ number: text, token: text, state: Type.Enum(requestStates), dueAt: orNull(text), front: Type.Boolean() }), refusals: ['invalid', 'not_offered', 'not_found', 'too_many', 'conflict', 'too_many_files'],
    handle: async (app, { principal, requestId, raw, body: { phone, ...told } }) => {
      const senders = [{ kind: 'address' as const, value: raw.ip }]
      const { number, token: link, state, dueAt, front } = await receiveRequest(app, { ...told, senders, key: `anonymous ${told.key}`, channel: 'portal', anonymous: true, ...(phone ? { contact: { phone } } : {}) }, { principal, requestId })
      return { number, token: link, state, dueAt, front }
    },
  }),
  route({
    method: 'GET', path: '/request-progress/:token', operation: 'getRequestProgress', summary: 'How far a request is, for whoever has its link', permission: 'requests.follow',
    params: token, reply: progressSchema, refusals: linkRefusals,
    handle: async (app, { params, raw }) => {
      const one = await findRequest(app.db.read, requestBehind(app, params.token, raw.ip))
      if (!one) throw new Refusal('not_found')
      return progress(app, one)
    },
  }),
  route({
    method: 'POST', path: '/request-progress/:token/words', operation: 'addByLink', summary: 'Add something by the progress link', permission: 'requests.follow',
    params: token, body: Type.Object({ words }, closed), reply: progressSchema, refusals: [...linkRefusals, 'not_allowed_now'],
    handle: (app, call) => byLink(app, call, (scene, one) => add(scene, one, call.body.words)),
  }),
  route({
    method: 'POST', path: '/request-progress/:token/rate', operation: 'rateByLink', summary: 'Grade the answer by the link of the message, once', permission: 'requests.follow',
    params: token, body: Type.Object({ grade: Type.Enum(grades), solved: Type.Boolean(), words: Type.String({ maxLength: requestLimits.words, default: '' }) }, closed), reply: progressSchema,
    refusals: [...linkRefusals, 'not_allowed_now'],
    handle: (app, call) => byLink(app, call, (scene, one) => rate(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/request-progress/:token/redo', operation: 'redoByLink', summary: 'Have it done again by the unit above, by the link of the message', permission: 'requests.follow',
    params: token, body: redoBody, reply: progressSchema, refusals: [...linkRefusals, 'not_allowed_now'],
    handle: (app, call) => byLink(app, call, (scene, one) => redo(scene, one, call.body.why, call.body.parts)),
  }),
  route({
    method: 'GET', path: '/public-requests', operation: 'listPublicRequests', summary: 'Solved requests everybody may read, newest first', permission: 'requests.public',
    query: Type.Object({ words: Type.Optional(Type.String({ minLength: 2, maxLength: 40 })), category: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9/-]*$', maxLength: 120 })), region: Type.Optional(region), before: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }) }),
    reply: Type.Object({ requests: Type.Array(Type.Object(publicShape)), next: orNull(uuid) }), refusals: ['invalid'],
    handle: async (app, { query: { words: wanted, category, region: place = app.config.region, before, limit } }) => {
      const found = await listPublications(app.db.read, { region: regionPrefix(place), limit: limit + 1, ...(wanted ? { words: wanted } : {}), ...(category ? { category } : {}), ...(before ? { before } : {}) })
      const { page, next } = pageOf(found, limit)
      return { requests: page.map((one) => publicOf(app, one)), next }
    },
  }),
  route({
    method: 'GET', path: '/public-requests/:id', operation: 'getPublicRequest', summary: 'One solved request with its answer, personal data removed', permission: 'requests.public',
    params: Type.Object({ id: uuid }), reply: Type.Object({ ...publicShape, text, answer: text }), refusals: ['not_found', 'invalid'],
    handle: async (app, { params: { id } }) => {
      const one = await findPublication(app.db.read, id)
      if (!one || !regionCovers(app.config.region, one.region)) throw new Refusal('not_found')
      return { ...publicOf(app, one), text: one.text, answer: one.answer }
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/second', operation: 'secondRequest', summary: 'Say the same as somebody else, or want to hear what becomes of it', permission: 'requests.own',
    params: Type.Object({ id: uuid }), body: Type.Object({ seconds: Type.Boolean(), follows: Type.Boolean() }, closed), reply: Type.Object({ seconds: Type.Integer(), mine: Type.Boolean(), follows: Type.Boolean() }),
    refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: (app, { principal, requestId, params: { id }, body }) => app.db.transaction(async (tx) => {
      const person = personOf(principal)
      const one = await getRequestForUpdate(tx, id)
      if (isRunning(one.state) && !isOpenToAll(one)) throw new Refusal('not_found')
      if (one.personId === person.id || !isRunning(one.state)) throw new Refusal('not_allowed_now', { action: 'second', state: one.state })
      const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
      const changed = await upsertBacker(tx, id, { personId: person.id, ...body }, scene.at)
      const next = { ...one, seconds: one.seconds + changed.seconds, course: { ...one.course, followers: one.course.followers + changed.follows } }
      await updateRequest(tx, next)
      await insertAudit(tx, [auditRequest(scene, one, 'second', body)])
      return { seconds: next.seconds, mine: body.seconds, follows: body.follows }
    }),
  }),
]
