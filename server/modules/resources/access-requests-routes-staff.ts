// Requests for access: those of my authority, those I have to answer, one with its history, and each step on it. Out of both sides a
// request does not exist.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import type { AccessRequest } from './access-request.ts'
import { accessRequestRowSchema, accessRequestSchema, toAccessRequest, toAccessRequestRow } from './access-request-replies.ts'
import { findAccessRequest, listAccessRequestEvents, listAccessRequests } from './access-requests-store.ts'
import { listAskers } from './asking.ts'
import { getResource } from './reading.ts'
import { dispute, giveBack, grant, maySee, refuse, revoke, settleGranting, settleRefusing, submit, withdraw, type Given } from './requesting.ts'

const closed = { additionalProperties: false }
const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; an older one is refused.' })
const reason = Type.String({ minLength: 2, maxLength: 1000 })
const fields = Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 300, description: 'Names on the wire.' })
const perDay = Type.Union([Type.Integer({ minimum: 1, maximum: 10_000_000 }), Type.Null()], { description: 'Calls a day at most; null: no limit.' })
const until = Type.Union([Type.String({ format: 'date' }), Type.Null()], { description: 'Last day, YYYY-MM-DD; null: until revoked.' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const
const stepBody = Type.Object({ revision }, closed)
const reasonedBody = Type.Object({ revision, reason }, closed)
const givenBody = Type.Object({ revision, fields, perDay, until, reason: Type.String({ maxLength: 1000, default: '', description: 'Must be said when less is given than was asked for.' }) }, closed)

const asking = ['designer', 'steward'] as const satisfies readonly StaffRole[]

const givenIn = (body: { fields: string[]; perDay: number | null; until: string | null; reason?: string }): Given => ({ fields: body.fields, perDay: body.perDay, until: body.until, reason: body.reason ?? '' })

/** A resource that is gone is told without its titles. */
const replyOf = async (app: App, principal: Principal, one: AccessRequest) => {
  const [events, resource] = await Promise.all([
    listAccessRequestEvents(app.db.read, one.id),
    getResource(app, app.db.read, one.resource).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined
      throw error
    }),
  ])
  return toAccessRequest(app, principal, one, resource, events, plainDate(app.clock.now()))
}

export const staffAccessRequestRoutes = [
  route({
    method: 'GET', path: '/access-requests', operation: 'listAccessRequests', summary: 'Requests for access of my authorities and to them, the newest first', permission: 'resources.read',
    query: Type.Object({ side: Type.Enum(['asking', 'owning', 'both'], { default: 'both' }), open: Type.Boolean({ default: false }), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ requests: Type.Array(accessRequestRowSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { side, open, after, limit } }) => {
      const found = await listAccessRequests(app.db.read, {
        asking: side === 'owning' ? [] : jurisdictionFilter(principal, [...asking]), owning: side === 'asking' ? [] : jurisdictionFilter(principal, ['steward', 'supervisor']), open, limit: limit + 1, ...(after ? { after } : {}),
      })
      const page = found.filter((one) => maySee(principal, one)).slice(0, limit)
      const today = plainDate(app.clock.now())
      return { requests: page.map((one) => toAccessRequestRow(app, principal, one, today)), next: found.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
  }),
  route({
    method: 'GET', path: '/access-requests/askers', operation: 'listAskers', summary: 'Authorities I may ask for, with their services', permission: 'resources.request',
    reply: Type.Object({ askers: Type.Array(Type.Object({ region: Type.String(), line: Type.String(), name: textsSchema, services: Type.Array(Type.Object({ id: Type.String(), name: textsSchema })) })) }), refusals: [],
    handle: (app, { principal }) => Promise.resolve({ askers: listAskers(app, staffOf(principal)) }),
  }),
  route({
    method: 'GET', path: '/access-requests/:id', operation: 'getAccessRequest', summary: 'One request for access: what is asked, what happened, what I can do', permission: 'resources.read', params, reply: accessRequestSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await findAccessRequest(app.db.read, id)
      if (!one || !maySee(principal, one)) throw new Refusal('not_found')
      return replyOf(app, principal, one)
    },
  }),
  route({
    method: 'POST', path: '/access-requests', operation: 'submitAccessRequest', summary: 'Ask for access to a resource for an authority or one of its services', permission: 'resources.request', status: 201,
    body: Type.Object(
      {
        resource: Type.String({ maxLength: 100 }), region: Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Of the authority that asks.' }), line: Type.String({ maxLength: 100 }),
        service: Type.Union([Type.String({ maxLength: 100 }), Type.Null()], { description: 'The service it is for; null: for the authority.' }), fields, purpose: Type.String({ minLength: 5, maxLength: 500 }),
        legalBasis: Type.Object({ title: Type.String({ minLength: 2, maxLength: 200 }), article: Type.Optional(Type.String({ maxLength: 50 })) }, closed), perDay, until, batch: Type.Boolean({ description: 'Also many records at once.' }),
        renews: Type.Union([uuid, Type.Null()], { description: 'The request this one continues.' }),
      },
      closed,
    ),
    reply: accessRequestSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, requestId, body }) => replyOf(app, principal, await submit(app, { principal: staffOf(principal), requestId }, body)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/grant', operation: 'grantAccess', summary: 'Give all or some of what is asked for', permission: 'resources.review', params, body: givenBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await grant(app, { principal: staffOf(principal), requestId }, id, body.revision, givenIn(body))),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/refuse', operation: 'refuseAccess', summary: 'Refuse access, with reasons', permission: 'resources.review', params, body: reasonedBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await refuse(app, { principal: staffOf(principal), requestId }, id, body.revision, body.reason)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/withdraw', operation: 'withdrawAccessRequest', summary: 'Take a request back before it is answered', permission: 'resources.request', params, body: stepBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await withdraw(app, { principal: staffOf(principal), requestId }, id, body.revision)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/dispute', operation: 'disputeRefusal', summary: 'Take a refusal to the coordinating authority', permission: 'resources.request', params, body: reasonedBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await dispute(app, { principal: staffOf(principal), requestId }, id, body.revision, body.reason)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/settle-granting', operation: 'settleGrantingAccess', summary: 'Settle a disagreement by giving access', permission: 'resources.coordinate', params, body: givenBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await settleGranting(app, { principal: staffOf(principal), requestId }, id, body.revision, givenIn(body))),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/settle-refusing', operation: 'settleRefusingAccess', summary: 'Settle a disagreement: the refusal stands', permission: 'resources.coordinate', params, body: reasonedBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await settleRefusing(app, { principal: staffOf(principal), requestId }, id, body.revision, body.reason)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/revoke', operation: 'revokeAccess', summary: 'Take access back at once, with reasons', permission: 'resources.revoke', params, body: reasonedBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await revoke(app, { principal: staffOf(principal), requestId }, id, body.revision, body.reason)),
  }),
  route({
    method: 'POST', path: '/access-requests/:id/give-back', operation: 'giveAccessBack', summary: 'Give access back that is no longer needed', permission: 'resources.request', params, body: stepBody, reply: accessRequestSchema, refusals,
    handle: async (app, { principal, requestId, params: { id }, body }) => replyOf(app, principal, await giveBack(app, { principal: staffOf(principal), requestId }, id, body.revision)),
  }),
]
