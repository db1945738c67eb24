// Text messages for those in charge: what was sent in their place and what became of it, the failed ones first to be looked at and sent again,
// and the words to be registered. Numbers are masked and addresses left out: nobody rates or reads in the name of somebody else.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { route, type App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { goTask } from './posting.ts'
import { moveText } from './recording.ts'
import { listTextKinds, registeredText, textKinds, textOf } from './text-kinds.ts'
import { maskedMobile } from './phone.ts'
import { hasFailed, textStates, type TextMessage } from './text-message.ts'
import { findTextMessage, getTextMessageForUpdate, listTextMessages } from './text-messages-store.ts'

const text = Type.String()
const orNull = Type.Union([text, Type.Null()])
const uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false } as const
const kind = Type.Enum(listTextKinds())
const dayMs = 86_400_000

const textMessageSchema = Type.Object({
  id: uuid, kind, phone: Type.String({ description: 'Masked.' }), text: Type.String({ description: 'Without the end of its address.' }), region: text, state: Type.Enum(textStates), tries: Type.Integer(),
  because: Type.Union([text, Type.Null()], { description: 'stopped, unwanted, expired, numberLimit, dayLimit, superseded, noTemplate, unreachable, or a code of the gateway or the operator.' }),
  madeAt: text, sentAt: orNull, endedAt: orNull, dueAt: Type.Union([text, Type.Null()], { description: 'When it is looked at next.' }), mayBeSentAgain: Type.Boolean(),
})

const hiddenCode = '…'

const toReply = ({ config }: App, one: TextMessage, mayResend: boolean) => ({
  id: one.id, kind: one.kind, phone: maskedMobile(one.words.phone), text: textOf(one.kind, { ...one.words.parameters, code: hiddenCode }, config.publicUrl), region: one.region, state: one.state, tries: one.tries,
  because: one.because, madeAt: one.madeAt, sentAt: one.sentAt, endedAt: one.endedAt, dueAt: one.dueAt, mayBeSentAgain: mayResend && hasFailed(one.state),
})

export const staffTextMessageRoutes = [
  route({
    method: 'GET', path: '/text-messages', operation: 'listTextMessages', summary: 'Text messages sent in my place, the newest first', permission: 'textMessages.read',
    query: Type.Object({ failed: Type.Boolean({ default: false, description: 'Only those that failed for good.' }), before: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }) }),
    reply: Type.Object({ messages: Type.Array(textMessageSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { failed, before, limit } }) => {
      const staff = staffOf(principal)
      const found = await listTextMessages(app.db.read, { jurisdiction: jurisdictionFilter(staff, permissions['textMessages.read']), failed, before, limit: limit + 1 })
      const { page, next } = pageOf(found, limit)
      return { messages: page.map((one) => toReply(app, one, covers(staff, permissions['textMessages.resend'], one))), next }
    },
  }),
  route({
    method: 'GET', path: '/text-messages/words', operation: 'listTextMessageWords', summary: 'The words to be registered at the operator, and whether they are', permission: 'textMessages.read',
    reply: Type.Object({
      connected: Type.Boolean({ description: 'Whether there is a gateway.' }), perNumber: Type.Integer(), perDay: Type.Integer(),
      words: Type.Array(Type.Object({ kind, text, template: Type.Union([text, Type.Null()], { description: 'Code of the registered words; without one these messages are not sent.' }) })),
    }), refusals: [],
    handle: async ({ config }) => ({
      connected: config.textMessages !== undefined, perNumber: config.textLimits.perNumber, perDay: config.textLimits.perDay,
      words: listTextKinds().map((each) => ({ kind: each, text: registeredText(each, config.publicUrl), template: config.textMessages?.templates[each] ?? null })),
    }),
  }),
  route({
    method: 'POST', path: '/text-messages/:id/again', operation: 'sendTextMessageAgain', summary: 'Send one that failed once more', permission: 'textMessages.resend',
    params: Type.Object({ id: uuid }), body: Type.Object({}, closed), reply: textMessageSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, requestId }) => {
      const staff = staffOf(principal)
      const known = await findTextMessage(app.db.read, id)
      if (!known || !covers(staff, permissions['textMessages.resend'], known)) throw new Refusal('not_found')
      return app.db.transaction(async (tx) => {
        const at = app.clock.now()
        const scene = { app, tx, principal: staff, requestId, at }
        const one = await getTextMessageForUpdate(tx, id)
        const next = await moveText(scene, one, 'again', { dueAt: at.toISOString(), expiresAt: new Date(at.getTime() + textKinds[one.kind].days * dayMs).toISOString(), gatewayNumber: null, sentAt: null, endedAt: null })
        await planJobs(tx, [{ task: goTask, payload: { text: id }, key: `${goTask} ${id}` }])
        return toReply(app, next, true)
      })
    },
  }),
]
