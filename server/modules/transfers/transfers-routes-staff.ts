// Hand-overs for officials: those of the halls they serve at and of the authorities they work for, one with everything around it, and
// each step on it. Out of both regions a hand-over does not exist.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route, type App } from '../../module.ts'
import { getCaseWithin, listCasesWithIds } from '../cases/index.ts'
import { readChains } from './chains.ts'
import { hasCourier } from './courier.ts'
import { documentsOf } from './hand-over.ts'
import { authorityName, findFaults, findKeyUnder, handOver, maySee, notePost, receive, sendBack, standingOf } from './handing.ts'
import { giverRoles, receiverRoles, transferAfter, type Transfer } from './transfer.ts'
import { actionsFor, chainSchema, toEvents, toRow, toSigned, transferRowSchema, transferSchema } from './transfer-replies.ts'
import { findTransfer, listTransferEvents, listTransfers } from './transfers-store.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; an older one is refused.' })
const remark = Type.String({ maxLength: 500, default: '' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const

const rowOf = (app: App, principal: Principal, one: Transfer) => toRow(one, authorityName(app, one), standingOf(principal, one), plainDate(app.clock.now()))

const replyOf = async (app: App, principal: Principal, one: Transfer) => {
  const { read } = app.db
  const [{ chains }, events, faults, key, cases] = await Promise.all([readChains(app, read, one.applicationId), listTransferEvents(read, [one.id]), findFaults(app, read, one), findKeyUnder(app, one), listCasesWithIds(read, one.cases.map(({ id }) => id))])
  const mine = new Set(one.cases.map(({ id }) => id))
  return {
    ...rowOf(app, principal, one), documents: documentsOf(cases), signed: toSigned(one, faults), key, events: toEvents(events.get(one.id) ?? []),
    actions: actionsFor(one, standingOf(principal, one), transferAfter), chains: chains.filter((chain) => mine.has(chain.case)), matter: cases[0]?.matter ?? null, courier: hasCourier(app), services: one.cases.map(({ service }) => service),
  }
}

export const staffTransferRoutes = [
  route({
    method: 'GET', path: '/transfers', operation: 'listTransfers', summary: 'Hand-overs of my halls and authorities, the newest first', permission: 'transfers.read',
    query: Type.Object({ side: Type.Enum(['giving', 'receiving', 'both'], { default: 'both' }), open: Type.Boolean({ default: true }), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ transfers: Type.Array(transferRowSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { side, open, after, limit } }) => {
      const staff = staffOf(principal)
      const found = await listTransfers(app.db.read, {
        giving: side === 'receiving' ? [] : jurisdictionFilter(staff, [...giverRoles, 'supervisor']), receiving: side === 'giving' ? [] : jurisdictionFilter(staff, [...receiverRoles, 'supervisor']),
        open, limit: limit + 1, ...(after ? { after } : {}),
      })
      const { page, next } = pageOf(found, limit)
      return { transfers: page.map((one) => rowOf(app, staff, one)), next }
    },
  }),
  route({
    method: 'GET', path: '/transfers/:id', operation: 'getTransfer', summary: 'One hand-over: what was signed, whether it still holds, what happened', permission: 'transfers.read', params, reply: transferSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await findTransfer(app.db.read, id)
      if (!one || !maySee(principal, one)) throw new Refusal('not_found')
      return replyOf(app, principal, one)
    },
  }),
  route({
    method: 'POST', path: '/transfers/:id/hand-over', operation: 'handOverFile', summary: 'Sign the list and hand the file over to its authority', permission: 'transfers.give', params,
    body: Type.Object({
      revision, checked: Type.Literal(true, { description: 'Identity and papers were checked for form; what they say is for the authority.' }), remark,
      originals: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), count: Type.Integer({ minimum: 1, maximum: 99 }) }, closed), { maxItems: 30, default: [] }),
      parcel: Type.Optional(Type.Object({ carrier: Type.String({ minLength: 1, maxLength: 40 }), number: Type.String({ pattern: '^[A-Za-z0-9-]{6,30}$' }) }, closed)),
      courier: Type.Boolean({ default: false, description: 'The platform calls a courier for the originals, from the hall to the authority.' }),
    }, closed),
    reply: transferSchema, refusals: [...refusals, 'unavailable'],
    handle: async (app, { principal, requestId, params: { id }, body }) =>
      replyOf(app, principal, await handOver(app, { principal: staffOf(principal), requestId }, id, body.revision, { originals: body.originals, parcel: body.parcel ?? null, courier: body.courier, remark: body.remark })),
  }),
  route({
    method: 'POST', path: '/transfers/:id/receipt', operation: 'receiveFile', summary: 'Receipt the file; the cases are my authority\'s from now on', permission: 'transfers.receive', params,
    body: Type.Object({ revision, remark }, closed), reply: transferSchema, refusals: [...refusals, 'tampered'],
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await receive(app, { principal: staffOf(principal), requestId }, id, body.revision, body.remark)),
  }),
  route({
    method: 'POST', path: '/transfers/:id/return', operation: 'returnFile', summary: 'Return the file to the hall, with reasons', permission: 'transfers.receive', params,
    body: Type.Object({ revision, reasons: Type.String({ minLength: 2, maxLength: 500 }) }, closed), reply: transferSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await sendBack(app, { principal: staffOf(principal), requestId }, id, body.revision, body.reasons)),
  }),
  route({
    method: 'POST', path: '/transfers/:id/post', operation: 'notePost', summary: 'Note where the parcel is', permission: 'transfers.note', params,
    body: Type.Object({ revision, note: Type.String({ minLength: 2, maxLength: 200 }) }, closed), reply: transferSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await notePost(app, { principal: staffOf(principal), requestId }, id, body.revision, body.note)),
  }),
  route({
    method: 'GET', path: '/cases/:id/chain', operation: 'getCaseChain', summary: 'Who has held a case since when, under which duty', permission: 'cases.read', params,
    reply: Type.Object({ chain: chainSchema, transfer: Type.Union([uuid, Type.Null()]) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await getCaseWithin(app, principal, id)
      const { chains, transfers } = await readChains(app, app.db.read, one.applicationId)
      const chain = chains.find((each) => each.case === id)
      if (!chain) throw new Refusal('not_found')
      return { chain, transfer: transfers.find(({ cases }) => cases.some((each) => each.id === id))?.id ?? null }
    },
  }),
]
