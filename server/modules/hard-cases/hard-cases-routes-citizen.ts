// Hard cases for residents: say what the difficulty is, follow it, add to it, say whether the answer helped.
// Only one's own; those taken in at a window for somebody known are theirs as well.
import { Type } from 'typebox'
import { personOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { catalogueServed, textsSchema } from '../catalogue/index.ts'
import { getPerson, maskPhone } from '../people/index.ts'
import { getOwnHardCase, takesIn } from './access.ts'
import { addFile, openFile } from './hard-case-uploads.ts'
import { hardCaseAfter, limits, type HardCase } from './hard-case.ts'
import { categoriesOf, categoriesSchema, fileReplyOf, fileSchema, ownRowSchema, ownSchema, toOwnReply, toOwnRow } from './hard-case-replies.ts'
import { getHardCaseForUpdate, listHardCaseEvents, listHardCaseFiles, listHardCasesOf } from './hard-cases-store.ts'
import { listOpinionsOf } from './opinions-store.ts'
import { takeStep, windowOf, type Scene } from './recording.ts'
import { sayUnsolved, takeIn } from './taking-in.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
export const accountBody = {
  id: Type.String({ format: 'uuid', description: 'Chosen by the sender, so that sending twice is one hard case.' }),
  region: Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Where it is about, GB/T 2260.' }),
  account: Type.String({ minLength: 10, maxLength: limits.account, description: 'The difficulty in one\'s own words.' }),
  wish: Type.String({ maxLength: limits.wish, default: '', description: 'What would help.' }),
}

const replyOf = async (app: App, one: HardCase) => {
  const { read } = app.db
  const [events, files, opinions] = await Promise.all([listHardCaseEvents(read, one.id), listHardCaseFiles(read, one.id), listOpinionsOf(read, one.id)])
  return toOwnReply(app, one, { events, files, opinions })
}

/** One step of the applicant. */
const own = async (app: App, call: { principal: Principal; requestId: string }, id: string, work: (scene: Scene, one: HardCase) => Promise<HardCase>) => {
  await getOwnHardCase(app.db.read, call.principal, id)
  const changed = await app.db.transaction(async (tx) => work({ app, tx, principal: call.principal, requestId: call.requestId, at: app.clock.now() }, await getHardCaseForUpdate(tx, id)))
  return replyOf(app, changed)
}

const refusals = ['not_found', 'invalid', 'not_allowed_now'] as const

export const citizenHardCaseRoutes = [
  route({
    method: 'GET', path: '/hard-case-window', operation: 'getHardCaseWindow', summary: 'Where to turn with what fits no service: places, days, categories', permission: 'answers.read',
    reply: Type.Object({
      region: Type.String(), regions: Type.Array(Type.Object({ code: Type.String(), name: textsSchema }), { description: 'For officials those they may take something in for.' }), sortDays: Type.Integer({ description: 'Working days.' }), answerDays: Type.Integer({ description: 'Working days.' }), categories: categoriesSchema,
    }),
    refusals: ['not_offered', 'not_found'],
    handle: async (app, { principal }) => {
      const { region } = app.config
      const { sortDays, answerDays } = windowOf(app, region)
      const { regions } = catalogueServed(app)
      const places = Object.values(regions).filter(({ code, level }) => regionCovers(region, code) && (level === 'district' || code === region) && (principal.kind !== 'staff' || takesIn(principal, code))).sort((a, b) => (a.code < b.code ? -1 : 1))
      return { region, regions: places.map(({ code, name }) => ({ code, name })), sortDays, answerDays, categories: categoriesOf(app, region) }
    },
  }),
  route({
    method: 'GET', path: '/my-hard-cases', operation: 'listMyHardCases', summary: 'My hard cases, newest first, and how I am reached', permission: 'hardCases.own',
    reply: Type.Object({ hardCases: Type.Array(ownRowSchema), phone: Type.String({ description: 'The number of the login, masked.' }), region: Type.String() }), refusals: [],
    handle: async (app, { principal }) => {
      const person = await getPerson(app.db.read, personOf(principal).id)
      return { hardCases: (await listHardCasesOf(app.db.read, person.id)).map((one) => toOwnRow(app, one)), phone: person.phone === null ? '' : maskPhone(person.phone), region: person.region }
    },
  }),
  route({
    method: 'POST', path: '/my-hard-cases', operation: 'submitHardCase', summary: 'Say what fits no service, in one\'s own words', permission: 'hardCases.own', status: 201,
    body: Type.Object({ ...accountBody, phone: Type.String({ pattern: '^$|^[0-9+\\- ]{5,20}$', description: 'Where to call; empty: the number of the login.' }) }, { additionalProperties: false }),
    reply: ownSchema, refusals: ['invalid', 'not_offered', 'too_many', 'conflict'],
    handle: async (app, { principal, body, requestId }) => {
      const { id: personId, name } = personOf(principal)
      const person = await getPerson(app.db.read, personId)
      const account = { ...body, account: body.account.trim(), phone: body.phone || (person.phone ?? ''), personId, applicant: name, channel: 'portal' as const, fromCase: null }
      return replyOf(app, await app.db.transaction((tx) => takeIn({ app, tx, principal, requestId, at: app.clock.now() }, account)))
    },
  }),
  route({
    method: 'GET', path: '/my-hard-cases/:id', operation: 'getMyHardCase', summary: 'My hard case: what happened, what comes next, the answer', permission: 'hardCases.own',
    params, reply: ownSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => replyOf(app, await getOwnHardCase(app.db.read, principal, id)),
  }),
  route({
    method: 'POST', path: '/my-hard-cases/:id/words', operation: 'addToHardCase', summary: 'Add something while it is being worked on', permission: 'hardCases.own',
    params, body: Type.Object({ words: Type.String({ minLength: 2, maxLength: 2000 }) }, { additionalProperties: false }), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, async (scene, one) => {
      // Sent again after a broken connection.
      const last = (await listHardCaseEvents(scene.tx, one.id)).at(-1)
      return last?.action === 'add' && last.detail['words'] === call.body.words ? one : takeStep(scene, one, 'add', { words: call.body.words })
    }),
  }),
  route({
    method: 'POST', path: '/my-hard-cases/:id/solved', operation: 'settleHardCase', summary: 'Say that the answer helped', permission: 'hardCases.own',
    params, body: Type.Object({}, { additionalProperties: false }), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => takeStep(scene, one, 'settle')),
  }),
  route({
    method: 'POST', path: '/my-hard-cases/:id/unsolved', operation: 'raiseHardCase', summary: 'Say that it did not help: it goes one level up, once', permission: 'hardCases.own',
    params, body: Type.Object({ why: Type.String({ minLength: 2, maxLength: 2000 }) }, { additionalProperties: false }), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => sayUnsolved(scene, one, call.body.why)),
  }),
  route({
    method: 'POST', path: '/my-hard-cases/:id/retract', operation: 'retractHardCase', summary: 'Take it back: it is no longer needed', permission: 'hardCases.own',
    params, body: Type.Object({}, { additionalProperties: false }), reply: ownSchema, refusals,
    handle: (app, call) => own(app, call, call.params.id, (scene, one) => takeStep(scene, one, 'retract')),
  }),
  route({
    method: 'POST', path: '/my-hard-cases/:id/files', operation: 'addMyHardCaseFile', summary: 'Add a document (multipart field "file")', permission: 'hardCases.own',
    params, upload: true, status: 201, reply: fileSchema, refusals: [...refusals, 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params: { id }, raw, requestId }) => {
      const person = personOf(principal)
      const allowed = async (_: unknown, { state }: HardCase) => {
        if (hardCaseAfter(state, 'add') === undefined) throw new Refusal('not_allowed_now', { state, action: 'add' })
      }
      await allowed(undefined, await getOwnHardCase(app.db.read, principal, id))
      return fileReplyOf(await addFile(app, { principal, requestId, part: await raw.file(), id, opinionId: null, addedBy: person.name, allowed }))
    },
  }),
  route({
    method: 'GET', path: '/my-hard-cases/:id/files/:file', operation: 'getMyHardCaseFile', summary: 'One of the documents I gave', permission: 'hardCases.own',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id, file } }) => {
      await getOwnHardCase(app.db.read, principal, id)
      return openFile(app, (await listHardCaseFiles(app.db.read, id)).find((each) => each.id === file && each.opinionId === null))
    },
  }),
]
