// What departments' systems call, with a signed message instead of a session; and what anybody may fetch to check our signatures and
// that the log was not altered.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { admit, admitNoted } from './admitting.ts'
import { callFor } from './consumer-calls.ts'
import { collectOrder, order } from './ordering.ts'
import { listRoots } from './roots-store.ts'
import { readCollection, readQuestion } from './signed-request.ts'
import { mustBeAskable } from './subject-asked.ts'

export const messageBody = Type.Object({ request: Type.String({ maxLength: 20_000, description: 'JWS (RFC 7515, compact, ES256, typ exchange-request+jwt) of the request; see docs/guide/exchange.md.' }) }, { additionalProperties: false })
const answerSchema = Type.Object({ response: Type.String({ description: 'JWS (typ exchange-response+jwt) by a key of GET /exchange/keys; its requestHash is the SHA-256 of the request.' }) })
/** Why a message is not let in. */
export const messageRefusals = ['bad_signature', 'stale_request', 'replayed', 'invalid'] as const

export const callRoutes = [
  route({
    method: 'POST', path: '/exchange/calls', operation: 'callExchange', summary: 'A department’s system asks another’s, under the grant of its authority', permission: 'exchange.call',
    body: messageBody, reply: answerSchema, refusals: [...messageRefusals, 'not_granted', 'not_consented', 'quota_used_up', 'unavailable'],
    handle: async (app, { body }) => {
      const { consumer, content, seen } = await admit(app, body.request, readQuestion)
      mustBeAskable(app, content)
      return callFor(app, consumer, body.request, content, { seen })
    },
  }),
  route({
    method: 'POST', path: '/exchange/orders', operation: 'orderFromExchange', summary: 'The same, answered later: collected, or sent to the address registered', permission: 'exchange.call', status: 202,
    body: messageBody, reply: Type.Object({ id: Type.String({ description: 'Number of the order and of the call in the log.' }) }), refusals: [...messageRefusals],
    handle: async (app, { body, requestId }) => {
      const { consumer, content } = await admitNoted(app, body.request, readQuestion)
      mustBeAskable(app, content)
      return { id: await order(app, consumer, body.request, requestId) }
    },
  }),
  route({
    method: 'POST', path: '/exchange/orders/collect', operation: 'collectFromExchange', summary: 'The answer of an order, once there is one; it is kept a day', permission: 'exchange.call',
    body: messageBody, refusals: [...messageRefusals, 'not_found'],
    reply: Type.Object({ state: Type.String({ description: 'waiting, answered, collected' }), response: Type.Optional(Type.String()), refused: Type.Optional(Type.String({ description: 'Code of the refusal, where the call was refused.' })) }),
    handle: async (app, { body, requestId }) => {
      const { consumer, content } = await admitNoted(app, body.request, readCollection)
      const collected = await collectOrder(app, consumer, content.order, requestId)
      if (!collected) throw new Refusal('not_found')
      return collected
    },
  }),
  route({
    method: 'GET', path: '/exchange/keys', operation: 'listExchangeKeys', summary: 'Public keys of the exchange (JWK Set, RFC 7517), present and former', permission: 'exchange.prove',
    reply: Type.Object({ keys: Type.Array(Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.String(), kid: Type.String(), alg: Type.String(), use: Type.String() })) }), refusals: [],
    handle: async ({ keys }) => {
      await keys.signer('exchange')
      return { keys: (await keys.listKeys('exchange')).map(({ publicJwk }) => publicJwk) }
    },
  }),
  route({
    method: 'GET', path: '/exchange/roots', operation: 'listExchangeRoots', summary: 'Signed roots over the log of calls; whoever keeps them can prove later that nothing was altered', permission: 'exchange.prove',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }) }),
    reply: Type.Object({ roots: Type.Array(Type.Object({ node: Type.String(), first: Type.Integer(), last: Type.Integer(), at: Type.String(), signed: Type.String() })) }), refusals: ['invalid'],
    handle: async ({ db }, { query }) => ({ roots: await listRoots(db.read, query.limit) }),
  }),
]
