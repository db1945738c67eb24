// The officials' API: records of my authority somebody says are wrong, and my answer; objections, for a supervisor.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { pageOf } from '../../kernel/pages.ts'
import type { Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import { correct, decline, getForAction, order, pass, readers, rolesAt, uphold } from './answering.ts'
import { disputeItemSchema, staffDisputeSchema, toItem, toStaffDispute } from './dispute-replies.ts'
import type { Dispute, StaffAction } from './dispute.ts'
import { countDisputes, disputeViews, findDispute, listDisputeFiles, listDisputeLines, listDisputes } from './disputes-store.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const revision = Type.Integer({ minimum: 1, description: 'Revision the official was looking at; an older one is refused.' })
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'What the resident is told.' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const
const count = Type.Integer({ minimum: 0 })

const replyOf = async (app: App, principal: Principal, id: string, language: Language) => {
  const { read } = app.db
  const found = await findDispute(read, id)
  const roles = found ? rolesAt(principal, found) : []
  if (!found || roles.length === 0) throw new Refusal('not_found')
  const [person, lines, files] = await Promise.all([getPerson(read, found.personId), listDisputeLines(read, id), listDisputeFiles(read, id)])
  return toStaffDispute(app, { one: found, lines, files }, person, roles, plainDate(app.clock.now()), language)
}

type Answering = { principal: Principal; params: { id: string }; body: { revision: number }; requestId: string; language: Language }

/** Passed on to another authority it is out of sight: the last look is at what was sent. */
const answering = async (app: App, { principal, params, body, requestId, language }: Answering, action: StaffAction, work: (scene: Scene, one: Dispute) => Promise<Dispute>) => {
  const moved = await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }
    return work(scene, await getForAction(scene, params.id, action, body.revision))
  })
  return rolesAt(principal, moved).length > 0 ? replyOf(app, principal, params.id, language) : null
}

const answered = Type.Union([staffDisputeSchema, Type.Null()], { description: 'null: it has gone to an authority outside my jurisdiction.' })

export const staffDisputeRoutes = [
  route({
    method: 'GET', path: '/disputes', operation: 'listDisputes', summary: 'Records of my jurisdiction somebody says are wrong, what is due first at the top', permission: 'disputes.read',
    query: Type.Object({ view: Type.Enum([...disputeViews], { default: 'open', description: 'open: to be answered; late; objected: for the supervisor; ended.' }), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ disputes: Type.Array(disputeItemSchema), next: Type.Union([uuid, Type.Null()]), counts: Type.Object({ open: count, late: count, objected: count }) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const jurisdiction = jurisdictionFilter(staffOf(principal), readers)
      const today = plainDate(app.clock.now())
      const [found, counts] = await Promise.all([
        listDisputes(app.db.read, { jurisdiction, view: query.view, today, limit: query.limit + 1, ...(query.after ? { after: query.after } : {}) }), countDisputes(app.db.read, jurisdiction, today),
      ])
      const { page, next } = pageOf(found, query.limit)
      return { disputes: page.map((each) => toItem(app, each, today, language)), next, counts }
    },
  }),
  route({
    method: 'GET', path: '/disputes/:id', operation: 'getDispute', summary: 'One of them: both values, the proof, what happened, what can be done', permission: 'disputes.read',
    params: one, reply: staffDisputeSchema, refusals: ['not_found', 'invalid'], handle: (app, { principal, params, language }) => replyOf(app, principal, params.id, language),
  }),
  route({
    method: 'GET', path: '/disputes/:id/files/:file', operation: 'getDisputeFile', summary: 'Proof the resident attached', permission: 'disputes.read',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const found = await findDispute(app.db.read, params.id)
      const file = found && rolesAt(principal, found).length > 0 ? (await listDisputeFiles(app.db.read, params.id)).find(({ id }) => id === params.file) : undefined
      if (!file) throw new Refusal('not_found')
      return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
    },
  }),
  route({
    method: 'POST', path: '/disputes/:id/correct', operation: 'correctRecord', summary: 'The record was wrong; this is right. A registry that takes corrections is given it', permission: 'disputes.answer',
    params: one, body: Type.Object({ revision, value: valueSchema, reasons }, closed), reply: answered, refusals,
    handle: (app, call) => {
      if (call.body.value === null) throw new Refusal('invalid', { code: 'required' })
      return answering(app, call, 'correct', (scene, found) => correct(scene, found, call.body.value, call.body.reasons))
    },
  }),
  route({
    method: 'POST', path: '/disputes/:id/decline', operation: 'declineCorrection', summary: 'The record is right; the reasons are told', permission: 'disputes.answer',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: answered, refusals, handle: (app, call) => answering(app, call, 'decline', (scene, found) => decline(scene, found, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/disputes/:id/pass', operation: 'passDispute', summary: 'Another authority is responsible; once', permission: 'disputes.answer',
    params: one, body: Type.Object({ revision, line: Type.String({ maxLength: 100 }), region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }), reasons }, closed), reply: answered, refusals,
    handle: (app, call) => answering(app, call, 'pass', (scene, found) => pass(scene, found, { line: call.body.line, region: call.body.region }, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/disputes/:id/order', operation: 'orderNewAnswer', summary: 'The objection is right: the authority looks again', permission: 'disputes.decide',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: answered, refusals, handle: (app, call) => answering(app, call, 'order', (scene, found) => order(scene, found, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/disputes/:id/uphold', operation: 'upholdAnswer', summary: 'The answer stands', permission: 'disputes.decide',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: answered, refusals, handle: (app, call) => answering(app, call, 'uphold', (scene, found) => uphold(scene, found, call.body.reasons)),
  }),
]
