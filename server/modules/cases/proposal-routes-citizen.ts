// The holder of a result is heard before it is revoked: they read what is proposed and why, speak, or ask for a hearing.
// Administrative Licensing Law Art. 7 (statement and defence), 47 (hearing).
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { findCase } from './cases-store.ts'
import { getCaseForAction } from './handling.ts'
import { mayAnswer, mustHear, openProposal, proposable, type Proposal } from './proposal.ts'
import { answerProposal } from './proposing.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

const proposalSchema = Type.Union(
  [
    Type.Null(),
    Type.Object({
      action: Type.Enum([...proposable]), on: text, reasons: text, law: textOrNull, answerUntil: textOrNull, mayAnswer: Type.Boolean(),
      statement: Type.Union([Type.Null(), Type.Object({ on: text, text, hearing: Type.Boolean() })]), hearing: Type.Union([Type.Null(), Type.Object({ heldOn: text, place: text, held: Type.Boolean() })]),
    }),
  ],
  { description: 'What the authority means to do and the holder is heard about; null when there is nothing of it.' },
)

const reply = Type.Object({ proposal: proposalSchema })

const toReply = (open: Proposal | undefined, today: string) =>
  open && mustHear(open.action)
    ? {
        action: open.action, on: open.on, reasons: open.reasons, law: open.law, answerUntil: open.answerUntil, mayAnswer: mayAnswer(open, today), statement: open.statement,
        hearing: open.hearing && { heldOn: open.hearing.heldOn, place: open.hearing.place, held: open.hearing.record !== null },
      }
    : null

export const citizenProposalRoutes = [
  route({
    method: 'GET', path: '/my-cases/:id/proposal', operation: 'getMyProposal', summary: 'What the authority means to do with my result, before it does', permission: 'messages.own', params, reply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await findCase(app.db.read, id)
      if (!one || one.personId !== personOf(principal).id) throw new Refusal('not_found')
      return { proposal: toReply(openProposal(one.course), plainDate(app.clock.now())) }
    },
  }),
  route({
    method: 'POST', path: '/my-cases/:id/proposal/statement', operation: 'answerMyProposal', summary: 'Speak before my result is revoked, or ask for a hearing; once', permission: 'messages.own', params,
    body: Type.Object({ text: Type.String({ minLength: 2, maxLength: 5000, description: 'What I have to say.' }), hearing: Type.Boolean({ default: false, description: 'I ask for a hearing.' }) }, { additionalProperties: false }),
    reply, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, body, requestId }) => {
      const person = personOf(principal)
      const next = await app.db.transaction(async (tx) => {
        const { one } = await getCaseForAction(tx, id)
        if (one.personId !== person.id) throw new Refusal('not_found')
        return answerProposal({ app, tx, principal: person, requestId, at: app.clock.now() }, one, { text: body.text, hearing: body.hearing })
      })
      return { proposal: toReply(openProposal(next.course), plainDate(app.clock.now())) }
    },
  }),
]
