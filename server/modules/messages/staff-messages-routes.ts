// The inbox of an official over HTTP.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { staffMessageKinds, staffWordsOf } from './staff-message.ts'
import { countUnreadOfStaff, hasStaffMessage, listStaffMessages, updateStaffMessagesRead } from './staff-messages-store.ts'

const nullable = Type.Union([Type.String(), Type.Null()])

const staffMessageSchema = Type.Object(
  { id: Type.String(), title: Type.String(), body: Type.String(), kind: Type.Enum([...staffMessageKinds]), at: Type.String(), read: Type.Boolean(), caseId: nullable, cardId: nullable, accessRequestId: nullable, transferId: nullable, ratingId: nullable, requestId: nullable },
  { description: 'One message to an official, in the language asked for, with the case, card, request of a resident or request for access it leads to.' },
)

export const staffMessageRoutes = [
  route({
    method: 'GET', path: '/staff-messages', operation: 'listStaffMessages', summary: 'What an official is told, newest first', permission: 'staffMessages.own',
    query: Type.Object({ before: Type.Optional(Type.String({ format: 'uuid' })), limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }) }),
    reply: Type.Object({ messages: Type.Array(staffMessageSchema), unread: Type.Integer() }), refusals: ['invalid'],
    handle: async ({ db }, { principal, query, language }) => {
      const staff = staffOf(principal)
      const [messages, unread] = await Promise.all([listStaffMessages(db.read, staff.id, query), countUnreadOfStaff(db.read, staff.id)])
      return {
        messages: messages.map((message) => ({ id: message.id, ...staffWordsOf(message, language), kind: message.kind, at: message.at, read: message.readAt !== null, caseId: message.caseId, cardId: message.cardId, accessRequestId: message.detail.accessRequest ?? null, transferId: message.detail.transfer ?? null, ratingId: message.detail.rating ?? null, requestId: message.detail.request ?? null })),
        unread,
      }
    },
  }),
  route({
    method: 'POST', path: '/staff-messages/read', operation: 'markStaffMessagesRead', summary: 'Mark one message to me, or all, as read', permission: 'staffMessages.own',
    body: Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false }),
    reply: Type.Object({ changed: Type.Integer(), unread: Type.Integer() }), refusals: ['invalid', 'not_found'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      const at = clock.now()
      return db.transaction(async (tx) => {
        if (body.id && !(await hasStaffMessage(tx, staff.id, body.id))) throw new Refusal('not_found')
        const changed = await updateStaffMessagesRead(tx, staff.id, body.id, at)
        if (changed > 0) await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: 'staffMessages.read', subjectType: 'staff', subjectId: staff.id, region: null, requestId, detail: { message: body.id ?? 'all', changed } }])
        return { changed, unread: await countUnreadOfStaff(tx, staff.id) }
      })
    },
  }),
]
