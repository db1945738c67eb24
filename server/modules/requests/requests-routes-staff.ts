// Desks over HTTP: lists, one request with everything around it, and what a unit does with it.
// Out of one's unit and place a request does not exist.
import { Type, type Static } from 'typebox'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { isHumanNumber } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route, type App } from '../../module.ts'
import { authoriseStep, maySee } from './access.ts'
import { listCoUnits } from './co-units-store.ts'
import { arbiterPlaces, centrePlaces, desksOf, readingPlaces } from './desk.ts'
import { askTime, contribute, decideTime, draft, findingsIn, fulfil, giveBack, invite, release, sendBack, sign, stepping } from './handling.ts'
import { countQueue, listQueue } from './queue-store.ts'
import { around, getRequestFor } from './reading.ts'
import { takeStep, type Scene } from './recording.ts'
import { outcomes, requestAfter, requestKinds, type RequestAction } from './request.ts'
import { requestLimits, unitMark, type CitizenRequest } from './request-record.ts'
import { fileReplyOf, fileSchema, orNull } from './request-replies.ts'
import { openBareFile } from './photos.ts'
import { addRequestFile } from './request-uploads.ts'
import { listRequestFiles } from './request-files-store.ts'
import { findRequest, findRequestByNumber, listChildren } from './requests-store.ts'
import { listSimilar, similarSchema } from './similar.ts'
import { findingsSchema, staffReply, staffRowOf, staffRowSchema, staffSchema } from './staff-replies.ts'

const uuid = Type.String({ format: 'uuid' })
export const requestParams = Type.Object({ id: uuid })
export const words = Type.String({ minLength: 2, maxLength: requestLimits.words })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; an older one is refused.' })
export const stepBody = <Properties extends Type.TProperties>(properties: Properties) => Type.Object({ revision, ...properties }, { additionalProperties: false })
export const unitBody = Type.Object({ line: Type.String({ maxLength: 60 }), region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }) }, { additionalProperties: false, description: 'An authority: its line and its region.' })
export const answerBody = {
  text: Type.String({ minLength: 1, maxLength: requestLimits.text, description: 'What the reporter reads.' }), outcome: Type.Enum(outcomes),
  promisedOn: Type.Union([Type.String({ format: 'date' }), Type.Null()], { default: null, description: 'The day something is promised for.' }),
}
export const stepRefusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now', 'not_offered'] as const

/** Of thousands joined to one, the first are shown. */
const childrenShown = 50

export const staffReplyOf = async (app: App, principal: Principal, one: CitizenRequest, unmasked = false): Promise<Static<typeof staffSchema>> => {
  const { read } = app.db
  const [close, helpers, children] = await Promise.all([around(read, one), one.course.coUnits === 0 ? [] : listCoUnits(read, one.id), one.course.children === 0 ? [] : listChildren(read, one.id, childrenShown)])
  return staffReply(app, one, { ...close, helpers, children, unmasked }, principal, app.clock.now())
}

type StepCall<Body> = { principal: Principal; requestId: string; params: { id: string }; body: Body & { revision: number } }

/** One step of an official, answered with the request as it is then. */
export const step = async <Body>(app: App, call: StepCall<Body>, action: RequestAction, work: (scene: Scene, one: CitizenRequest, body: Body) => Promise<CitizenRequest>) =>
  staffReplyOf(app, call.principal, await stepping(app, call, call.params.id, action, call.body.revision, (scene, one) => work(scene, one, call.body)))

const views = ['unit', 'mine', 'late', 'helping', 'centre', 'arbiter', 'ofUnit', 'ofPlace'] as const

export const staffRequestRoutes = [
  route({
    method: 'GET', path: '/requests', operation: 'listRequests', summary: 'Requests of my desk by view, danger first, then what is due first', permission: 'requests.read',
    query: Type.Object({
      view: Type.Enum(views, { default: 'unit' }), words: Type.Optional(Type.String({ minLength: 2, maxLength: 60, description: 'Words of title and address, or a number.' })),
      category: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9/-]*$', maxLength: 120 })), kind: Type.Optional(Type.Enum(requestKinds)), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    }),
    reply: Type.Object({
      requests: Type.Array(staffRowSchema), next: orNull(uuid),
      counts: Type.Object({ unit: Type.Integer(), late: Type.Integer(), mine: Type.Integer(), helping: Type.Integer(), centre: Type.Integer(), arbiter: Type.Integer() }, { description: 'At most 1,000 each.' }),
    }),
    refusals: ['invalid'],
    handle: async (app, { principal, query: { words: wanted, limit, ...query } }) => {
      const { id: staffId } = staffOf(principal)
      const desks = desksOf(principal)
      const [centre, arbiter] = [centrePlaces(principal), arbiterPlaces(principal)]
      const places = query.view === 'centre' ? centre : query.view === 'arbiter' ? arbiter : readingPlaces(principal)
      const number = wanted?.trim()
      const [found, counts] = await Promise.all([
        number && isHumanNumber(number)
          ? findRequestByNumber(app.db.read, number).then((one) => (one && maySee(principal, one, []) ? [one] : []))
          : listQueue(app.db.read, { ...query, desks, places, staffId, at: app.clock.now(), limit: limit + 1, ...(number ? { words: number } : {}) }),
        countQueue(app.db.read, { desks, centre, arbiter, staffId }),
      ])
      const { page, next } = pageOf(found, limit)
      return { requests: page.map((one) => staffRowOf(app, one, principal)), next, counts }
    },
  }),
  route({
    method: 'GET', path: '/requests/:id', operation: 'getRequest', summary: 'One request with everything around it and what I may do', permission: 'requests.read',
    params: requestParams, reply: staffSchema, refusals: ['not_found', 'invalid', 'not_offered'],
    handle: async (app, { principal, params: { id } }) => staffReplyOf(app, principal, await getRequestFor(app, principal, id)),
  }),
  route({
    method: 'GET', path: '/requests/:id/similar', operation: 'listSimilarRequests', summary: 'Requests that say nearly the same, the likest first', permission: 'requests.read',
    params: requestParams, reply: Type.Object({ similar: Type.Array(similarSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await getRequestFor(app, principal, id)
      return { similar: await listSimilar(app, { ...one, except: id }, (other) => maySee(principal, other, [])) }
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/sign', operation: 'signRequest', summary: 'Sign for it: it is mine now', permission: 'requests.handle',
    params: requestParams, body: stepBody({}), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'sign', (scene, one) => sign(scene, one)),
  }),
  route({
    method: 'POST', path: '/requests/:id/notes', operation: 'noteRequest', summary: 'Note what was done, for colleagues', permission: 'requests.read',
    params: requestParams, body: Type.Object({ words }, { additionalProperties: false }), reply: staffSchema, refusals: stepRefusals,
    handle: async (app, call) => staffReplyOf(app, call.principal, await stepping(app, call, call.params.id, 'note', null, (scene, one) => takeStep(scene, one, { action: 'note', words: call.body.words }))),
  }),
  route({
    method: 'POST', path: '/requests/:id/return', operation: 'returnRequest', summary: 'Send it back with the reason: we are not responsible', permission: 'requests.handle',
    params: requestParams, body: stepBody({ why: words, suggested: Type.Optional(unitBody) }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'return', (scene, one, { why, suggested }) => giveBack(scene, one, { why, suggested })),
  }),
  route({
    method: 'POST', path: '/requests/:id/time', operation: 'askTimeForRequest', summary: 'Ask for more working days', permission: 'requests.handle',
    params: requestParams, body: stepBody({ days: Type.Integer({ minimum: 1, maximum: 60 }), why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'askTime', askTime),
  }),
  route({
    method: 'POST', path: '/requests/:id/time/decide', operation: 'decideTimeForRequest', summary: 'Grant or refuse more working days', permission: 'requests.approve',
    params: requestParams, body: stepBody({ granted: Type.Boolean(), words: Type.String({ maxLength: requestLimits.words, default: '' }) }), reply: staffSchema, refusals: [...stepRefusals, 'second_person'],
    handle: (app, call) => step(app, call, call.body.granted ? 'grantTime' : 'refuseTime', (scene, one, body) => decideTime(scene, one, body.granted, body.words)),
  }),
  route({
    method: 'POST', path: '/requests/:id/helpers', operation: 'inviteToRequest', summary: 'Have another authority help; the unit that has it leads', permission: 'requests.read',
    params: requestParams, body: stepBody({ unit: unitBody, asked: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'invite', (scene, one, { unit, asked }) => invite(scene, one, unit, asked)),
  }),
  route({
    method: 'POST', path: '/requests/:id/contributions', operation: 'contributeToRequest', summary: 'Say what our part of it is', permission: 'requests.handle',
    params: requestParams, body: Type.Object({ words }, { additionalProperties: false }), reply: staffSchema, refusals: stepRefusals,
    handle: async (app, call) => staffReplyOf(app, call.principal, await stepping(app, call, call.params.id, 'contribute', null, (scene, one) => contribute(scene, one, call.body.words))),
  }),
  route({
    method: 'POST', path: '/requests/:id/answer/check', operation: 'checkRequestAnswer', summary: 'What is wrong with an answer while it is written; keeps nothing', permission: 'requests.read',
    params: requestParams, body: Type.Object(answerBody, { additionalProperties: false }), reply: Type.Object({ findings: findingsSchema }), refusals: ['not_found', 'invalid', 'not_offered'],
    handle: async (app, { principal, params: { id }, body }) => {
      const one = await getRequestFor(app, principal, id)
      return { findings: await findingsIn({ app, at: app.clock.now() }, one, body) }
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/answer', operation: 'draftRequestAnswer', summary: 'Write the answer; somebody who leads the unit releases it', permission: 'requests.handle',
    params: requestParams, body: stepBody(answerBody), reply: staffSchema, refusals: [...stepRefusals, 'findings'],
    handle: (app, call) => step(app, call, 'draft', draft),
  }),
  route({
    method: 'POST', path: '/requests/:id/answer/release', operation: 'releaseRequestAnswer', summary: 'Release the answer to the reporter', permission: 'requests.approve',
    params: requestParams, body: stepBody({}), reply: staffSchema, refusals: [...stepRefusals, 'findings'],
    handle: (app, call) => step(app, call, 'release', (scene, one) => release(scene, one)),
  }),
  route({
    method: 'POST', path: '/requests/:id/answer/send-back', operation: 'sendBackRequestAnswer', summary: 'Have the answer written again', permission: 'requests.approve',
    params: requestParams, body: stepBody({ why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'sendBack', (scene, one, { why }) => sendBack(scene, one, why)),
  }),
  route({
    method: 'POST', path: '/requests/:id/fulfil', operation: 'fulfilRequest', summary: 'What the answer promised is done', permission: 'requests.handle',
    params: requestParams, body: stepBody({ words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'fulfil', (scene, one, body) => fulfil(scene, one, body.words)),
  }),
  route({
    method: 'POST', path: '/requests/:id/files', operation: 'addRequestFile', summary: 'Add a photo or document of the unit (multipart field "file")', permission: 'requests.handle',
    params: requestParams, upload: true, status: 201, reply: fileSchema, refusals: [...stepRefusals, 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, requestId, params: { id }, raw }) => {
      const allowed = (one: CitizenRequest): void => {
        authoriseStep(principal, one, [], 'draft')
        if (requestAfter(one.state, 'draft') === undefined && requestAfter(one.state, 'fulfil') === undefined) throw new Refusal('not_allowed_now', { state: one.state, action: 'draft' })
      }
      const one = await findRequest(app.db.read, id)
      if (!one) throw new Refusal('not_found')
      allowed(one)
      return fileReplyOf(await addRequestFile(app, { principal, requestId, part: await raw.file(), id, addedBy: unitMark, allowed, ofUnit: true }))
    },
  }),
  route({
    method: 'GET', path: '/requests/:id/files/:file', operation: 'getRequestFile', summary: 'One of the files of a request', permission: 'requests.read',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id, file } }) => {
      await getRequestFor(app, principal, id)
      return openBareFile(app, (await listRequestFiles(app.db.read, id)).find((each) => each.id === file))
    },
  }),
]
