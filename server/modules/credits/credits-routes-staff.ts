// What hospitals' systems send, signed instead of with a session; and what officials of the medical insurance do about objections.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { route, type App } from '../../module.ts'
import { admitNoted } from '../exchange/index.ts'
import { listPersonNames } from '../people/index.ts'
import { answerObjection } from './answering.ts'
import { readBillMessage } from './bill-message.ts'
import { takeBillMessage } from './billing.ts'
import { billStates, ownFen, type CareBill } from './care-bill.ts'
import { billSchema, toBillReply } from './credit-replies.ts'
import { listBillsContested, listCareActions } from './credits-store.ts'

const closed = { additionalProperties: false }
const mostShown = 200

const contestedSchema = Type.Object({ bills: Type.Array(Type.Intersect([billSchema, Type.Object({ person: Type.String() })])) })

const contested = async (app: App, principal: Parameters<typeof staffOf>[0]) => {
  const { read } = app.db
  const bills = await listBillsContested(read, jurisdictionFilter(staffOf(principal), ['approver', 'head']), mostShown)
  const [actions, names] = await Promise.all([listCareActions(read, bills.map(({ id }) => id)), listPersonNames(read, bills.map(({ personId }) => personId))])
  return { bills: bills.map((bill: CareBill) => ({ ...toBillReply(bill, actions), person: names.get(bill.personId) ?? '' })) }
}

export const staffCreditRoutes = [
  route({
    method: 'POST', path: '/care-bills/messages', operation: 'sendCareBill', summary: 'A hospital’s system enters a bill on an account, reports it settled or takes it back', permission: 'careBills.send',
    body: Type.Object({ request: Type.String({ maxLength: 20_000, description: 'JWS as for POST /exchange/calls; its content is described in docs/guide/credit.md.' }) }, closed),
    reply: Type.Object({ number: Type.String(), state: Type.Enum([...billStates]), ownFen: Type.Integer(), dueOn: Type.Union([Type.String(), Type.Null()]) }),
    refusals: ['bad_signature', 'stale_request', 'replayed', 'invalid', 'not_granted', 'not_allowed_now', 'not_found', 'conflict'],
    handle: async (app, { body, requestId }) => {
      const { consumer, content } = await admitNoted(app, body.request, readBillMessage)
      const bill = await takeBillMessage(app, consumer, content, requestId)
      return { number: bill.number, state: bill.state, ownFen: ownFen(bill), dueOn: bill.dueOn }
    },
  }),
  route({
    method: 'GET', path: '/care-bills', operation: 'listContestedCareBills', summary: 'Bills somebody objects to, in your jurisdiction', permission: 'careBills.decide',
    reply: contestedSchema, refusals: [], handle: (app, { principal }) => contested(app, principal),
  }),
  route({
    method: 'POST', path: '/care-bills/:id/:answer', operation: 'answerCareBill', summary: 'Answer an objection: the bill stands with the days it had, or nothing is owed', permission: 'careBills.decide',
    params: Type.Object({ id: Type.String({ format: 'uuid' }), answer: Type.Enum(['uphold', 'cancel']) }), body: Type.Object({ reasons: Type.String({ minLength: 2, maxLength: 2000 }) }, closed),
    reply: contestedSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      await app.db.transaction((tx) => answerObjection({ app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }, params.id, params.answer, body.reasons))
      return contested(app, principal)
    },
  }),
]
