// Authorisations a resident has given or holds: offer, ask, answer, end, and what was done under them.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { countUses, listUses, listUsesFor } from './acting-uses-store.ts'
import { getParty } from './acting.ts'
import { answerDelegation, propose } from './delegating.ts'
import { delegationActions, mandateOf, sides, type Delegation, type Side } from './delegation.ts'
import { delegationSchema, toDelegationReply, toUseReply, useSchema } from './delegation-replies.ts'
import { findDelegation, listGiven, listHeld } from './delegations-store.ts'
import { holds, isRepresented, sideOf } from './parties.ts'

const own = Type.Object({ id: Type.String({ format: 'uuid' }) })
const closed = { additionalProperties: false }
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const most = 200

const replyFor = async (app: App, delegations: readonly Delegation[], side: Side) => {
  const uses = await countUses(app.db.read, delegations.map(mandateOf))
  return delegations.map((one) => toDelegationReply(app.packs.catalogueFor(app.config.region), one, side, plainDate(app.clock.now()), uses.get(mandateOf(one)) ?? 0))
}

const replyOf = async (app: App, one: Delegation, side: Side) => {
  const uses = await countUses(app.db.read, [mandateOf(one)])
  return toDelegationReply(app.packs.catalogueFor(app.config.region), one, side, plainDate(app.clock.now()), uses.get(mandateOf(one)) ?? 0)
}

/** Seen by a side; for everybody else it does not exist. */
const getMine = async (app: App, personId: string, id: string): Promise<Delegation> => {
  const delegation = await findDelegation(app.db.read, id)
  if (!delegation || !sideOf(delegation, await getParty(app.db.read, personId))) throw new Refusal('not_found')
  return delegation
}

export const delegationRoutes = [
  route({
    method: 'GET', path: '/delegations', operation: 'listDelegations', summary: 'Authorisations I have given and those I hold, newest first', permission: 'delegations.own',
    reply: Type.Object({ given: Type.Array(delegationSchema), held: Type.Array(delegationSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const party = await getParty(app.db.read, personOf(principal).id)
      const [given, held] = await Promise.all([listGiven(app.db.read, party.idNumber, most), listHeld(app.db.read, party.idNumber, party.agencies.map(({ uscc }) => uscc), most)])
      return {
        given: await replyFor(app, given.filter((one) => isRepresented(one, party)), 'person'),
        held: await replyFor(app, held.filter((one) => holds(one, party)), 'holder'),
      }
    },
  }),
  route({
    method: 'POST', path: '/delegations', operation: 'proposeDelegation', summary: 'Offer somebody to act for me, or ask to act for somebody; it counts once the other agrees', permission: 'delegations.own',
    body: Type.Object({
      as: Type.Enum([...sides], { description: 'person: let the other act for me; holder: let me act for the other.' }),
      other: Type.Union([
        Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), idNumber: Type.String({ maxLength: 40 }) }, closed),
        Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), uscc: Type.String({ maxLength: 40, description: 'A listed agency that acts for me; GB 32100.' }) }, closed),
      ]),
      matters: Type.Union([Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50, uniqueItems: true }), Type.Null()], { description: 'null: every matter.' }),
      endsOn: date, maxUses: Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]), reason: Type.String({ maxLength: 200 }),
    }, closed),
    status: 201, reply: delegationSchema, refusals: ['invalid', 'too_many'],
    handle: async (app, { principal, body, requestId }) => {
      return replyOf(app, await propose(app, personOf(principal), body, requestId), body.as)
    },
  }),
  route({
    method: 'POST', path: '/delegations/:id/answer', operation: 'answerDelegation', summary: 'Agree or not to what the other side proposed, or end an authorisation; it counts at once', permission: 'delegations.own',
    params: own, body: Type.Object({ action: Type.Enum([...delegationActions]) }, closed), reply: delegationSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const { delegation, side } = await answerDelegation(app, personOf(principal), params.id, body.action, requestId)
      return replyOf(app, delegation, side)
    },
  }),
  route({
    method: 'GET', path: '/delegations/:id/uses', operation: 'listDelegationUses', summary: 'Applications worked on under an authorisation, newest first', permission: 'delegations.own',
    params: own, reply: Type.Object({ uses: Type.Array(useSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const delegation = await getMine(app, personOf(principal).id, params.id)
      return { uses: (await listUses(app.db.read, mandateOf(delegation), most)).map((use) => toUseReply(app.packs.catalogueFor(app.config.region), use)) }
    },
  }),
  route({
    method: 'GET', path: '/done-for-me', operation: 'listDoneForMe', summary: 'What others did in my name: which application, who, by what entitlement', permission: 'delegations.own',
    reply: Type.Object({ uses: Type.Array(useSchema) }), refusals: [],
    handle: async (app, { principal }) => ({ uses: (await listUsesFor(app.db.read, personOf(principal).id, most)).map((use) => toUseReply(app.packs.catalogueFor(app.config.region), use)) }),
  }),
]
