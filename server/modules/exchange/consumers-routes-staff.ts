// Whose systems may ask through the exchange: registered by the platform's operators and data officers, each with its public key.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { permissions } from '../../permissions.ts'
import { forgetConsumers } from './admitting.ts'
import type { Consumer } from './consumer.ts'
import { findConsumer, insertConsumer, listConsumers, updateConsumerEnded } from './consumers-store.ts'
import { thumbprintOf } from './jws.ts'

const roles: readonly StaffRole[] = permissions['exchange.consumers']
const coordinate = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const keySchema = Type.Object({ kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: coordinate, y: coordinate }, { additionalProperties: true, description: 'Public key, ES256 (RFC 7517).' })
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,39}$' })
const one = Type.Object({ id })
const consumerSchema = Type.Object({
  id: Type.String(), name: Type.String(), line: Type.String(), region: Type.String(), authorityName: textsSchema, kid: Type.String(), callback: Type.Union([Type.String(), Type.Null()]), since: Type.String(), until: Type.Union([Type.String(), Type.Null()]),
})

const toReply = (app: App, { jwk, ...consumer }: Consumer) =>
  ({ ...consumer, authorityName: nameOr(authorityOf(app.packs.catalogueFor(app.config.region), consumer.line, consumer.region), consumer.line), kid: jwk.kid })

const isAddress = (callback: string, isDemo: boolean): boolean => URL.canParse(callback) && (new URL(callback).protocol === 'https:' || isDemo)

export const consumerRoutes = [
  route({
    method: 'GET', path: '/exchange/consumers', operation: 'listExchangeConsumers', summary: 'Departments’ systems that may ask through the exchange, in your jurisdiction', permission: 'exchange.consumers',
    reply: Type.Object({
      consumers: Type.Array(consumerSchema),
      authorities: Type.Array(Type.Object({ line: Type.String(), region: Type.String(), name: textsSchema }), { description: 'For which you may register one.' }),
    }), refusals: [],
    handle: async (app, { principal }) => ({
      consumers: (await listConsumers(app.db.read)).filter((each) => covers(principal, roles, each)).map((each) => toReply(app, each)),
      authorities: app.packs.catalogueFor(app.config.region).authorities.filter((each) => covers(principal, roles, each)).map(({ line, region, name }) => ({ line, region, name })),
    }),
  }),
  route({
    method: 'POST', path: '/exchange/consumers', operation: 'addExchangeConsumer', summary: 'Register a department’s system with its public key', permission: 'exchange.consumers', status: 201,
    body: Type.Object({ id, name: Type.String({ minLength: 2, maxLength: 100 }), line: Type.String({ maxLength: 60 }), region: Type.String({ pattern: '^(\\d{6}|\\d{9})$' }), jwk: keySchema, callback: Type.Optional(Type.String({ maxLength: 300, description: 'Where answers of orders are sent; https.' })) }, { additionalProperties: false }),
    reply: consumerSchema, refusals: ['invalid', 'not_found', 'conflict'],
    handle: async (app, { principal, body, requestId }) => {
      if (jurisdictionFilter(principal, roles).length === 0 || !covers(principal, roles, body) || !authorityOf(app.packs.catalogueFor(app.config.region), body.line, body.region)) throw new Refusal('not_found')
      const { kty, crv, x, y } = body.jwk
      if ('d' in body.jwk) throw new Refusal('invalid', { jwk: 'holds the private key; send the public one, and make a new pair: this one is no longer secret' })
      if (body.callback !== undefined && !isAddress(body.callback, app.config.mode === 'demo')) throw new Refusal('invalid', { callback: 'must be an https address' })
      const at = app.clock.now()
      const consumer: Consumer = { id: body.id, name: body.name, line: body.line, region: body.region, callback: body.callback ?? null, since: at.toISOString(), until: null, jwk: { kty, crv, x, y, alg: 'ES256', kid: thumbprintOf({ kty, crv, x, y }) } }
      await app.db.transaction(async (tx) => {
        if (!(await insertConsumer(tx, consumer))) throw new Refusal('conflict')
        await insertAudit(tx, [{ at: consumer.since, actorKind: 'staff', actorId: staffOf(principal).id, action: 'exchange.addConsumer', subjectType: 'exchangeConsumer', subjectId: consumer.id, region: consumer.region, requestId, detail: { line: consumer.line, kid: consumer.jwk.kid } }])
      })
      forgetConsumers(app)
      return toReply(app, consumer)
    },
  }),
  route({
    method: 'POST', path: '/exchange/consumers/:id/end', operation: 'endExchangeConsumer', summary: 'Take a system off: from now on it may not ask', permission: 'exchange.consumers',
    params: one, reply: consumerSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const consumer = await findConsumer(app.db.read, params.id)
      if (!consumer || !covers(principal, roles, consumer)) throw new Refusal('not_found')
      const at = app.clock.now()
      await app.db.transaction(async (tx) => {
        if (!(await updateConsumerEnded(tx, consumer.id, at))) throw new Refusal('not_allowed_now')
        await insertAudit(tx, [{ at: at.toISOString(), actorKind: 'staff', actorId: staffOf(principal).id, action: 'exchange.endConsumer', subjectType: 'exchangeConsumer', subjectId: consumer.id, region: consumer.region, requestId, detail: {} }])
      })
      forgetConsumers(app)
      return toReply(app, { ...consumer, until: at.toISOString() })
    },
  }),
]
