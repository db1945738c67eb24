// The resident's inbox over HTTP.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { wordsOf } from './message.ts'
import { countUnread, hasMessage, listMessages, updateMessagesRead } from './messages-store.ts'

const messageSchema = Type.Object(
  {
    id: Type.String(), title: Type.String(), body: Type.String(), kind: Type.String(), at: Type.String(), read: Type.Boolean(),
    applicationId: Type.Union([Type.String(), Type.Null()]), caseId: Type.Union([Type.String(), Type.Null()]), hardCaseId: Type.Union([Type.String(), Type.Null()]), disputeId: Type.Union([Type.String(), Type.Null()]), ratingId: Type.Union([Type.String(), Type.Null()]), requestId: Type.Union([Type.String(), Type.Null()]),
    notice: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()], { description: 'The numbered document it comes with.' }),
  },
  { description: 'One message in the inbox, in the language asked for.' },
)

export const messageRoutes = [
  route({
    method: 'GET', path: '/messages', operation: 'listMessages', summary: 'Inbox, newest first', permission: 'messages.own',
    query: Type.Object({ before: Type.Optional(Type.String({ format: 'uuid' })), limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }) }),
    reply: Type.Object({ messages: Type.Array(messageSchema), unread: Type.Integer() }), refusals: ['invalid'],
    handle: async ({ db }, { principal, query, language }) => {
      const person = personOf(principal)
      const messages = await listMessages(db.read, person.id, query)
      return {
        messages: messages.map((message) => ({
          id: message.id, ...wordsOf(message, language), kind: message.kind, at: message.at, read: message.readAt !== null,
          applicationId: message.applicationId, caseId: message.caseId, hardCaseId: message.detail.hardCase ?? null, disputeId: message.detail.dispute ?? null, ratingId: message.detail.rating ?? null, requestId: message.detail.request ?? null,
          notice: message.detail.notice && message.detail.document ? { id: message.detail.notice, name: textIn(message.detail.document, language) } : null,
        })),
        unread: await countUnread(db.read, person.id),
      }
    },
  }),
  route({
    method: 'POST', path: '/messages/read', operation: 'markMessagesRead', summary: 'Mark one message, or all, as read', permission: 'messages.own',
    body: Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false }),
    reply: Type.Object({ changed: Type.Integer(), unread: Type.Integer() }), refusals: ['invalid', 'not_found'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const person = personOf(principal)
      const at = clock.now()
      return db.transaction(async (tx) => {
        if (body.id && !(await hasMessage(tx, person.id, body.id))) throw new Refusal('not_found')
        const changed = await updateMessagesRead(tx, person.id, body.id, at)
        if (changed > 0) await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: 'messages.read', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { message: body.id ?? 'all', changed } }])
        return { changed, unread: await countUnread(tx, person.id) }
      })
    },
  }),
]
