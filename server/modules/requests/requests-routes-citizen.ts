// Requests for residents: report, follow, add, grade, have it done again. Only one's own; what others reported is found only as the public
// reads it.
import { Type } from 'typebox'
import { personOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route, type App } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { getOwnRequest, getOwnRequestForUpdate } from './access.ts'
import { around } from './reading.ts'
import { receiveRequest } from './receiving.ts'
import type { Scene } from './recording.ts'
import { reopen } from './promises.ts'
import { add, openName, rate, redo, urge, withdraw } from './reporting.ts'
import { grades, requestAfter, requestKinds } from './request.ts'
import { requestLimits, type CitizenRequest } from './request-record.ts'
import { fileReplyOf, fileSchema, orNull, ownReply, ownRowSchema, ownSchema, rowOf, shownToReporter } from './request-replies.ts'
import { addRequestFile, openRequestFile } from './request-uploads.ts'
import { listRequestsOfPerson } from './requests-store.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const words = Type.String({ minLength: 2, maxLength: requestLimits.words })
const closed = { additionalProperties: false } as const
const refusals = ['not_found', 'invalid', 'not_allowed_now', 'not_offered'] as const

export const redoBody = Type.Object({ why: words, parts: Type.Array(uuid, { maxItems: requestLimits.children, default: [], description: 'Of one that was split: the parts to be done again, by id.' }) }, closed)

/** What every form of reporting asks. */
export const reportBody = {
  key: Type.String({ minLength: 8, maxLength: 80, description: 'Chosen by the sender, so that sending twice is one request.' }),
  kind: Type.Enum(requestKinds), title: Type.Optional(Type.String({ maxLength: requestLimits.title })), text: Type.String({ minLength: 2, maxLength: requestLimits.text }),
  category: Type.Optional(Type.String({ maxLength: 120, description: 'A class of the duty list; read from the text when absent.' })),
  place: Type.Optional(Type.Object({
    address: Type.Optional(Type.String({ maxLength: 200 })), lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })), lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })),
  }, closed)),
  anonymous: Type.Boolean({ default: false }), openName: Type.Boolean({ default: false, description: 'The unit may learn who reports.' }),
  mayPublish: Type.Boolean({ default: false, description: 'Everybody may read it, without personal data, once it is solved.' }),
}

const replyOf = async (app: App, one: CitizenRequest) => ownReply(app, one, await around(app.db.read, one), app.clock.now())

/** One step of the reporter. */
const own = async (app: App, { principal, requestId }: { principal: Principal; requestId: string }, id: string, work: (scene: Scene, one: CitizenRequest) => Promise<CitizenRequest>) =>
  replyOf(app, await app.db.transaction(async (tx) => work({ app, tx, principal, requestId, at: app.clock.now() }, await getOwnRequestForUpdate(tx, principal, id))))

export const citizenRequestRoutes = [
  route({
    method: 'GET', path: '/my-requests', operation: 'listMyRequests', summary: 'What I have reported, newest first', permission: 'requests.own',
    query: Type.Object({ before: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }) }),
    reply: Type.Object({ requests: Type.Array(ownRowSchema), next: orNull(uuid) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { before, limit } }) => {
      const { page, next } = pageOf(await listRequestsOfPerson(app.db.read, personOf(principal).id, limit + 1, before), limit)
      return { requests: page.map((one) => rowOf(app, one)), next }
    },
  }),
  route({
    method: 'POST', path: '/my-requests', operation: 'submitRequest', summary: 'Ask, report, complain, suggest, ask for help or praise', permission: 'requests.own', status: 201,
    body: Type.Object({ ...reportBody, phone: Type.String({ pattern: '^$|^[0-9+\\- ]{5,20}$', default: '', description: 'Where to call; empty: the number of the login.' }) }, closed),
    reply: ownSchema, refusals: ['invalid', 'not_offered', 'not_found', 'too_many', 'conflict', 'too_many_files'],
    handle: async (app, { principal, body: { phone, ...told }, requestId }) => {
      const person = await getPerson(app.db.read, personOf(principal).id)
      const number = phone || (person.phone ?? '')
      const contact = { name: person.name, ...(number ? { phone: number } : {}) }
      const { id } = await receiveRequest(app, { ...told, channel: 'portal', personId: person.id, contact, key: `${person.id} ${told.key}` }, { principal, requestId })
      return replyOf(app, await getOwnRequest(app.db.read, principal, id))
    },
  }),
  route({
    method: 'GET', path: '/my-requests/:id', operation: 'getMyRequest', summary: 'My request: what happened, what comes next, the answer', permission: 'requests.own',
    params, reply: ownSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => replyOf(app, await getOwnRequest(app.db.read, principal, id)),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/words', operation: 'addToMyRequest', summary: 'Add something; the clock stays as it is', permission: 'requests.own',
    params, body: Type.Object({ words }, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => add(scene, one, call.body.words)),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/urge', operation: 'urgeMyRequest', summary: 'Ask how far it is, once a day', permission: 'requests.own',
    params, body: Type.Object({}, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, urge),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/withdraw', operation: 'withdrawMyRequest', summary: 'Take it back: it is no longer needed', permission: 'requests.own',
    params, body: Type.Object({}, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, withdraw),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/rate', operation: 'rateMyRequest', summary: 'Grade the answer, once', permission: 'requests.own',
    params, body: Type.Object({ grade: Type.Enum(grades), solved: Type.Boolean(), words: Type.String({ maxLength: requestLimits.words, default: '' }) }, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => rate(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/redo', operation: 'redoMyRequest', summary: 'Not satisfied: done again by the unit above, within the days', permission: 'requests.own',
    params, body: redoBody, reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => redo(scene, one, call.body.why, call.body.parts)),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/reopen', operation: 'reopenMyRequest', summary: 'What was promised for a day was not done', permission: 'requests.own',
    params, body: Type.Object({ why: words }, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => reopen(scene, one, call.body.why)),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/open-name', operation: 'openMyName', summary: 'Let the unit know who reports', permission: 'requests.own',
    params, body: Type.Object({}, closed), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, openName),
  }),
  route({
    method: 'POST', path: '/my-requests/:id/files', operation: 'addMyRequestFile', summary: 'Add a photo, recording or document (multipart field "file")', permission: 'requests.own',
    params, upload: true, status: 201, reply: fileSchema, refusals: [...refusals, 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params: { id }, raw, requestId }) => {
      const person = personOf(principal)
      const allowed = ({ state, personId }: CitizenRequest): void => {
        if (personId !== person.id) throw new Refusal('not_found')
        if (requestAfter(state, 'add') === undefined) throw new Refusal('not_allowed_now', { state, action: 'add' })
      }
      allowed(await getOwnRequest(app.db.read, principal, id))
      return fileReplyOf(await addRequestFile(app, { principal, requestId, part: await raw.file(), id, addedBy: person.name, allowed }))
    },
  }),
  route({
    method: 'GET', path: '/my-requests/:id/files/:file', operation: 'getMyRequestFile', summary: 'One of the files of my request', permission: 'requests.own',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id, file } }) => {
      const close = await around(app.db.read, await getOwnRequest(app.db.read, principal, id))
      return openRequestFile(app, shownToReporter(close).find((each) => each.id === file))
    },
  }),
]
