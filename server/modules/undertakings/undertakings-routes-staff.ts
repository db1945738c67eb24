// The officials' side: what is owed in my jurisdiction, one promise with all that happened, and what can be done about it.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue, pinnedCatalogues } from '../catalogue/index.ts'
import { listCasesWithIds, type Scene } from '../cases/index.ts'
import { settleEntry } from './credit-acting.ts'
import { readCredits } from './credit-reading.ts'
import { findCreditEntryOf, listCreditEntriesToAnswer } from './credit-entries-store.ts'
import { breach, confirm, extend, getForDecision, question, readers, rolesAt, sendBack } from './deciding.ts'
import { mayTakeBack } from './taking-back.ts'
import type { Undertaking, UndertakingAction } from './undertaking.ts'
import { creditSchema, toUndertaking, toUndertakingItem, undertakingItemSchema, undertakingSchema } from './undertakings-replies.ts'
import { countUndertakings, findUndertaking, listUndertakingLines, listUndertakings, undertakingViews } from './undertakings-store.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const revision = Type.Integer({ minimum: 1, description: 'Revision the official was looking at; an older one is refused.' })
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'Reasons given to the applicant.' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const
const days = Type.Integer({ minimum: 1, maximum: 60 })
const count = Type.Integer({ minimum: 0 })
const mostEntries = 200

const replyOf = async (app: App, principal: Principal, id: string) => {
  const { read } = app.db
  const found = await findUndertaking(read, id)
  if (!found || !covers(principal, readers, found)) throw new Refusal('not_found')
  const [catalogue, [of], lines, credit] = await Promise.all([pinnedCatalogue(app, read, found), listCasesWithIds(read, [found.caseId]), listUndertakingLines(read, [id]), findCreditEntryOf(read, id)])
  const roles = rolesAt(principal, found)
  return toUndertaking(found, { catalogue, of, lines, credit, roles, mayRevoke: mayTakeBack(roles), today: plainDate(app.clock.now()) })
}

type Deciding = Awaited<ReturnType<typeof getForDecision>>

const deciding = async (app: App, { principal, requestId }: { principal: Principal; requestId: string }, id: string, action: UndertakingAction, seen: number, work: (scene: Scene, at: Deciding) => Promise<Undertaking>) => {
  await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }
    await work(scene, await getForDecision(scene, id, action, seen))
  })
  return replyOf(app, principal, id)
}

export const staffUndertakingRoutes = [
  route({
    method: 'GET', path: '/undertakings', operation: 'listUndertakings', summary: 'Promises in my jurisdiction, what is due first at the top', permission: 'undertakings.read',
    query: Type.Object({
      view: Type.Enum([...undertakingViews], { default: 'due', description: 'owed: documents still to come; due: with a day or a check; late; mine: for me to look at; questioned: being heard; ended; all.' }),
      kind: Type.Optional(Type.Enum(['commitment', 'later'])), service: Type.Optional(Type.String({ maxLength: 100 })), case: Type.Optional(uuid),
      q: Type.Optional(Type.String({ maxLength: 100, description: 'A case number, or the beginning of a name.' })), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    reply: Type.Object({ undertakings: Type.Array(undertakingItemSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const today = plainDate(app.clock.now())
      const found = await listUndertakings(app.db.read, {
        jurisdiction: jurisdictionFilter(staffOf(principal), readers), view: query.view, today, limit: query.limit + 1, ...(query.kind ? { kind: query.kind } : {}), ...(query.service ? { service: query.service } : {}),
        ...(query.case ? { caseId: query.case } : {}), ...(query.q ? { text: query.q.trim() } : {}), ...(query.after ? { after: query.after } : {}),
      })
      const { page, next } = pageOf(found, query.limit)
      const catalogueOf = await pinnedCatalogues(app, app.db.read, page)
      return { undertakings: page.map((each) => toUndertakingItem(catalogueOf(each), each, today)), next }
    },
  }),
  route({
    method: 'GET', path: '/undertakings/counts', operation: 'countUndertakings', summary: 'How many promises each view holds', permission: 'undertakings.read',
    reply: Type.Object({ owed: count, due: count, late: count, mine: count, questioned: count }), refusals: [],
    handle: (app, { principal }) => countUndertakings(app.db.read, jurisdictionFilter(staffOf(principal), readers), plainDate(app.clock.now())),
  }),
  route({
    method: 'GET', path: '/undertakings/:id', operation: 'getUndertaking', summary: 'One promise: the words, the document, what happened, what can be done', permission: 'undertakings.read',
    params: one, reply: undertakingSchema, refusals: ['not_found', 'invalid'], handle: (app, { principal, params }) => replyOf(app, principal, params.id),
  }),
  route({
    method: 'POST', path: '/undertakings/:id/confirm', operation: 'confirmUndertaking', summary: 'The promise was kept', permission: 'undertakings.check',
    params: one, body: Type.Object({ revision, digests: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100, description: 'Of the documents looked at.' }), note: Type.String({ maxLength: 2000, default: '' }) }, closed), reply: undertakingSchema, refusals,
    handle: (app, call) => deciding(app, call, call.params.id, 'confirm', call.body.revision, (scene, at) => confirm(scene, at, call.body.digests, call.body.note)),
  }),
  route({
    method: 'POST', path: '/undertakings/:id/reject', operation: 'rejectUndertaking', summary: 'The document handed in will not do; another is asked for', permission: 'undertakings.check',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: undertakingSchema, refusals,
    handle: (app, call) => deciding(app, call, call.params.id, 'reject', call.body.revision, (scene, at) => sendBack(scene, at, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/undertakings/:id/question', operation: 'questionUndertaking', summary: 'The promise looks broken: the applicant is told and heard', permission: 'undertakings.check',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: undertakingSchema, refusals,
    handle: (app, call) => deciding(app, call, call.params.id, 'question', call.body.revision, (scene, at) => question(scene, at, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/undertakings/:id/extend', operation: 'extendUndertaking', summary: 'Give more time', permission: 'undertakings.decide',
    params: one, body: Type.Object({ revision, days: { ...days, description: 'Working days from today.' }, reasons }, closed), reply: undertakingSchema, refusals,
    handle: (app, call) => deciding(app, call, call.params.id, 'extend', call.body.revision, (scene, at) => extend(scene, at, call.body.days, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/undertakings/:id/breach', operation: 'breachUndertaking', summary: 'Decide that the promise was broken, and what follows', permission: 'undertakings.decide',
    params: one,
    body: Type.Object({ revision, reasons, revoke: Type.Boolean({ description: 'Take the result back; the head of the authority only.' }), months: Type.Integer({ minimum: 0, maximum: 36, description: 'How long it stays on record; 0 not at all.' }) }, closed),
    reply: undertakingSchema, refusals,
    handle: (app, call) => deciding(app, call, call.params.id, 'breach', call.body.revision, (scene, at) => {
      if (call.body.revoke && !mayTakeBack(rolesAt(call.principal, at.one))) throw new Refusal('forbidden')
      return breach(scene, at, call.body.reasons, call.body)
    }),
  }),
  route({
    method: 'GET', path: '/credit-entries', operation: 'listCreditEntriesToAnswer', summary: 'Entries somebody objects to or wants repaired', permission: 'undertakings.decide',
    reply: Type.Object({ entries: Type.Array(creditSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const { read } = app.db
      const entries = await listCreditEntriesToAnswer(read, jurisdictionFilter(staffOf(principal), ['approver', 'head']), mostEntries)
      return { entries: await readCredits(app, read, entries) }
    },
  }),
  route({
    method: 'POST', path: '/credit-entries/:id/:answer', operation: 'settleCreditEntry', summary: 'Answer an objection or a request for repair', permission: 'undertakings.decide',
    params: Type.Object({ id: uuid, answer: Type.Enum(['uphold', 'cancel', 'repair']) }), body: Type.Object({ reasons }, closed), reply: undertakingSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const entry = await app.db.transaction((tx) => settleEntry({ app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }, params.id, params.answer, body.reasons))
      return replyOf(app, principal, entry.undertakingId)
    },
  }),
]
