// The coordinators' desk over HTTP: take one in for somebody, lists, one hard case with everything around it, and each step on it.
// Out of one's region a hard case does not exist.
import { Type, type Static } from 'typebox'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { listCasesWithIds } from '../cases/index.ts'
import { listEditionsOfDesigns } from '../designs/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { findFor } from '../search/index.ts'
import { pageOf } from '../../kernel/pages.ts'
import { textIn } from '../../kernel/texts.ts'
import { coordinates, getHardCaseWithin, placesOf, takesIn } from './access.ts'
import { accountBody } from './hard-cases-routes-citizen.ts'
import { addFile, openFile } from './hard-case-uploads.ts'
import { awaitsWord, hardCaseStates, isOpen, isUnsorted, limits, type HardCase } from './hard-case.ts'
import { fileReplyOf, fileSchema, hardCaseSchema, lawsSchema, orNull, rowSchema, toHardCaseReply, toRow } from './hard-case-replies.ts'
import { listHardCaseEvents, listHardCaseFiles } from './hard-cases-store.ts'
import { accept, ask, claim, conclude, coordinating, guide, meet, redirect } from './handling.ts'
import { countDesk, listLedger, listSimilar } from './ledger-store.ts'
import { listLessonsOf } from './lessons-store.ts'
import { listOpinionsOf } from './opinions-store.ts'
import { auditHardCase, dayAfter, windowOf } from './recording.ts'
import { propose } from './teaching.ts'
import { takeIn } from './taking-in.ts'
import { lessonKinds } from './lesson.ts'
import { lessonSchema, toLessonReply } from './lesson-replies.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const day = Type.String({ format: 'date' })
const line = Type.String({ maxLength: 100 })
const region = Type.String({ pattern: '^\\d{6}(\\d{3})?$' })
const words = Type.String({ minLength: 2, maxLength: 5000, description: 'What the applicant reads, in plain words.' })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; an older one is refused.' })
const step = <Properties extends Type.TProperties>(properties: Properties) => Type.Object({ revision, ...properties }, { additionalProperties: false })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now', 'not_offered'] as const
const dayOf = (instant: string): string => plainDate(new Date(instant))

const replyOf = async (app: App, principal: Principal, one: HardCase): Promise<Static<typeof hardCaseSchema>> => {
  const { read } = app.db
  const [events, files, opinions, lessons] = await Promise.all([listHardCaseEvents(read, one.id), listHardCaseFiles(read, one.id), listOpinionsOf(read, one.id), listLessonsOf(read, one.id)])
  const editions = await listEditionsOfDesigns(read, lessons.flatMap(({ designId }) => designId ?? []))
  const now = app.clock.now()
  return toHardCaseReply(app, one, {
    events, files, opinions, lessons, editions, coordinates: coordinates(app, principal, one.region), staffId: staffOf(principal).id, today: plainDate(now), opinionBy: dayAfter(now, windowOf(app, one.region).opinionDays, one.region), dayOf,
  })
}

type Call = { principal: Principal; requestId: string; params: { id: string } }

const stepping = async (app: App, call: Call, seen: number, work: Parameters<typeof coordinating>[4]) => replyOf(app, call.principal, await coordinating(app, call, call.params.id, seen, work))

/** An official hands over a case that fits no service: the applicant and the place are those of the case. */
const fromCase = async (app: App, principal: Principal, id: string) => {
  const [one] = await listCasesWithIds(app.db.read, [id])
  if (!one || !covers(principal, ['clerk', 'approver'], one)) throw new Refusal('not_found', { case: id })
  return { personId: one.personId, applicant: one.applicant, fromCase: one.number, region: one.region }
}

export const staffHardCaseRoutes = [
  route({
    method: 'GET', path: '/hard-cases', operation: 'listHardCases', summary: 'Hard cases of my region by view, the most urgent first', permission: 'hardCases.read',
    query: Type.Object({ view: Type.Enum(['toSort', 'mine', 'open', 'answered', 'all'], { default: 'open' }), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ hardCases: Type.Array(rowSchema), next: orNull(uuid), coordinates: Type.Boolean({ description: 'Whether hard cases of some region are mine to see; otherwise only opinions are asked of me.' }), counts: Type.Object({ toSort: Type.Integer(), mine: Type.Integer(), open: Type.Integer(), late: Type.Integer(), answered: Type.Integer() }) }),
    refusals: ['invalid'],
    handle: async (app, { principal, query: { view, after, limit } }) => {
      const staff = staffOf(principal)
      const places = placesOf(app, principal)
      const today = plainDate(app.clock.now())
      const states = { toSort: hardCaseStates.filter(isUnsorted), answered: hardCaseStates.filter(awaitsWord), mine: undefined, open: undefined, all: undefined }[view]
      const [found, counts] = await Promise.all([
        listLedger(app.db.read, { places, open: view !== 'all' && view !== 'answered', limit: limit + 1, ...(states ? { states } : {}), ...(view === 'mine' ? { coordinatorId: staff.id } : {}), ...(after ? { after } : {}) }),
        countDesk(app.db.read, places, { staffId: staff.id, today, unsorted: hardCaseStates.filter(isUnsorted), told: hardCaseStates.filter(awaitsWord) }),
      ])
      const { page, next } = pageOf(found, limit)
      return { hardCases: page.map((one) => toRow(app, one, staff.id, today)), next, coordinates: places.length > 0, counts }
    },
  }),
  route({
    method: 'POST', path: '/hard-cases', operation: 'takeInHardCase', summary: 'Take one in for somebody at a window, on the telephone, or from a case that fits no service', permission: 'hardCases.take', status: 201,
    body: Type.Object({
      ...accountBody, channel: Type.Enum(['window', 'hotline', 'official']), applicant: Type.String({ minLength: 1, maxLength: 100 }), phone: Type.String({ pattern: '^$|^[0-9+\\- ]{5,20}$' }),
      idNumber: Type.Optional(Type.String({ pattern: '^\\d{17}[\\dXx]$', description: 'Read from the card; then it is also in that person\'s portal.' })), case: Type.Optional(uuid),
    }, { additionalProperties: false }),
    reply: Type.Object({ id: uuid, number: Type.String(), sortOn: orNull(day), answerOn: orNull(day), mayOpen: Type.Boolean({ description: 'Whether the official may also work on it.' }) }), refusals: ['invalid', 'not_found', 'not_offered', 'too_many', 'conflict'],
    handle: async (app, { principal, body: { case: caseId, idNumber, ...body }, requestId }) => {
      const returned = caseId === undefined ? undefined : await fromCase(app, principal, caseId)
      if (!returned && !takesIn(principal, body.region)) throw new Refusal('not_found', { region: body.region })
      const known = idNumber === undefined ? undefined : await findPersonByIdNumber(app.db.read, idNumber.toUpperCase())
      if (known && known.name !== body.applicant.trim()) throw new Refusal('invalid', { applicant: 'name and number differ' })
      const account = { ...body, applicant: body.applicant.trim(), account: body.account.trim(), personId: known?.id ?? null, fromCase: null, ...returned }
      const one = await app.db.transaction((tx) => takeIn({ app, tx, principal, requestId, at: app.clock.now() }, account))
      return { id: one.id, number: one.number, sortOn: one.sortOn, answerOn: one.answerOn, mayOpen: coordinates(app, principal, one.region) }
    },
  }),
  route({
    method: 'GET', path: '/hard-cases/:id', operation: 'getHardCase', summary: 'A hard case with opinions, meetings, history and what may be done', permission: 'hardCases.read',
    params, reply: hardCaseSchema, refusals: ['not_found', 'invalid', 'not_offered'],
    handle: async (app, { principal, params: { id } }) => replyOf(app, principal, await getHardCaseWithin(app, app.db.read, principal, id)),
  }),
  route({
    method: 'GET', path: '/hard-cases/:id/suggestions', operation: 'suggestForHardCase', summary: 'Earlier hard cases like it, and services and answers that may fit', permission: 'hardCases.read',
    params,
    reply: Type.Object({
      earlier: Type.Array(Type.Object({ id: uuid, number: Type.String(), title: Type.String(), state: Type.Enum(hardCaseStates), solution: orNull(Type.String()), createdAt: Type.String() })),
      found: Type.Array(Type.Object({ type: Type.String(), id: Type.String(), title: Type.String(), summary: Type.String(), url: Type.String() })),
    }),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id }, language }) => {
      const one = await getHardCaseWithin(app, app.db.read, principal, id)
      const [earlier, found] = await Promise.all([listSimilar(app.db.read, placesOf(app, principal), one, 5), findFor(app, one.title, { region: one.region })])
      return {
        earlier: earlier.map(({ answer, share: _share, region: _region, ...each }) => ({ ...each, solution: answer?.solution ?? answer?.words ?? null })),
        found: found.slice(0, 5).map((each) => ({ type: each.type, id: each.id, title: textIn(each.title, language), summary: textIn(each.summary, language), url: each.url })),
      }
    },
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/claim', operation: 'claimHardCase', summary: 'Take it on as coordinator', permission: 'hardCases.coordinate',
    params, body: step({}), reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, claim),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/accept', operation: 'acceptHardCase', summary: 'It is a hard case: name it and sort it', permission: 'hardCases.coordinate',
    params, body: step({ title: Type.String({ minLength: 2, maxLength: limits.title }), category: Type.String({ maxLength: 100 }) }), reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => accept(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/guide', operation: 'guideHardCase', summary: 'It is an ordinary service or matter after all: say which, and how', permission: 'hardCases.coordinate',
    params, body: step({ target: Type.Object({ type: Type.Enum(['service', 'matter']), id: Type.String({ maxLength: 100 }) }, { additionalProperties: false }), words }), reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => guide(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/redirect', operation: 'redirectHardCase', summary: 'Somebody else is responsible: say who, and why', permission: 'hardCases.coordinate',
    params, body: step({ to: Type.String({ minLength: 2, maxLength: 100 }), words }), reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => redirect(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/opinions', operation: 'askForOpinions', summary: 'Ask authorities for a written opinion by a day', permission: 'hardCases.coordinate',
    params,
    body: step({ asked: Type.Array(Type.Object({ line, region, question: Type.String({ minLength: 5, maxLength: 2000 }), dueOn: day, shared: Type.Boolean({ description: 'Whether they may read the account and the documents.' }) }, { additionalProperties: false }), { minItems: 1, maxItems: 20 }) }),
    reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => ask(scene, one, call.body.asked)),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/meetings', operation: 'recordMeeting', summary: 'Record a meeting: who was there, what was decided, who does what by when', permission: 'hardCases.coordinate',
    params,
    body: step({
      heldOn: day, place: Type.String({ maxLength: 100, default: '' }), minutes: Type.String({ minLength: 2, maxLength: 10_000 }),
      attendees: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), unit: Type.String({ maxLength: 100, default: '' }) }, { additionalProperties: false }), { minItems: 1, maxItems: 50 }),
      decisions: Type.Array(Type.Object({ what: Type.String({ minLength: 2, maxLength: 500 }), who: Type.String({ minLength: 1, maxLength: 100 }), byOn: Type.Optional(day) }, { additionalProperties: false }), { maxItems: 30 }),
    }),
    reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => {
      const { revision: _seen, ...meeting } = call.body
      return meet(scene, one, meeting)
    }),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/conclude', operation: 'concludeHardCase', summary: 'Answer: how it was solved, by whom, by what law, in plain words', permission: 'hardCases.coordinate',
    params,
    body: step({
      words, solution: Type.String({ minLength: 2, maxLength: 5000, description: 'How it was solved, for the ledger.' }), by: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 20 }), laws: lawsSchema,
      category: Type.String({ maxLength: 100 }), keywords: Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 8 }),
    }),
    reply: hardCaseSchema, refusals,
    handle: (app, call) => stepping(app, call, call.body.revision, (scene, one) => {
      const { revision: _seen, ...conclusion } = call.body
      return conclude(scene, one, conclusion)
    }),
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/lessons', operation: 'proposeLesson', summary: 'Propose what the conclusion becomes: an answer for everybody, a scenario, a change to a pack', permission: 'hardCases.coordinate',
    params,
    body: Type.Object({ kind: Type.Enum(lessonKinds), ask: Type.String({ minLength: 2, maxLength: 200 }), answer: Type.String({ minLength: 2, maxLength: 2000 }), services: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 }) }, { additionalProperties: false }),
    reply: lessonSchema, status: 201, refusals,
    handle: async (app, { principal, params: { id }, body, requestId }) => {
      const one = await getHardCaseWithin(app, app.db.read, principal, id)
      if (!coordinates(app, principal, one.region)) throw new Refusal('forbidden')
      const lesson = await app.db.transaction(async (tx) => propose({ app, tx, principal, requestId, at: app.clock.now() }, one, body, await listLessonsOf(tx, id)))
      return toLessonReply({ ...lesson, number: one.number, title: one.title }, app.packs.catalogueFor(one.region), new Map())
    },
  }),
  route({
    method: 'POST', path: '/hard-cases/:id/files', operation: 'addHardCaseFile', summary: 'Add a document somebody brought to the window (multipart field "file")', permission: 'hardCases.take',
    params, upload: true, status: 201, reply: fileSchema, refusals: ['not_found', 'invalid', 'not_allowed_now', 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params: { id }, raw, requestId }) => {
      const staff = staffOf(principal)
      // Whoever took it in brings its documents along; coordinators add what they are given later.
      const tookIn = (await listHardCaseEvents(app.db.read, id)).some(({ action, staffId }) => action === 'submit' && staffId === staff.id)
      if (!tookIn) await getHardCaseWithin(app, app.db.read, principal, id)
      const allowed = async (_: unknown, { state }: HardCase) => {
        if (!isOpen(state)) throw new Refusal('not_allowed_now', { state, action: 'addFile' })
      }
      return fileReplyOf(await addFile(app, { principal, requestId, part: await raw.file(), id, opinionId: null, addedBy: staff.name, allowed }))
    },
  }),
  route({
    method: 'GET', path: '/hard-cases/:id/files/:file', operation: 'getHardCaseFile', summary: 'A document of a hard case; recorded', permission: 'hardCases.read',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id, file }, requestId }) => {
      const one = await getHardCaseWithin(app, app.db.read, principal, id)
      const found = (await listHardCaseFiles(app.db.read, id)).find((each) => each.id === file)
      await app.db.transaction((tx) => insertAudit(tx, [auditHardCase({ app, tx, principal, requestId, at: app.clock.now() }, one, 'openFile', { file })]))
      return openFile(app, found)
    },
  }),
]
