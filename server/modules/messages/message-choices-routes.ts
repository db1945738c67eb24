// What a resident wants to be told, over HTTP.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { optionalKinds } from './message-choice.ts'
import { listMutedKinds, updateMutedKinds } from './message-choices-store.ts'

const kind = Type.Enum(optionalKinds)
const choices = Type.Object({ optional: Type.Array(kind, { description: 'Kinds one may do without; everything else is always told.' }), muted: Type.Array(kind, { description: 'Kinds the person does without.' }) })

export const messageChoiceRoutes = [
  route({
    method: 'GET', path: '/message-choices', operation: 'getMessageChoices', summary: 'Which messages I want to be told', permission: 'messages.own',
    reply: choices, refusals: [],
    handle: async ({ db }, { principal }) => ({ optional: [...optionalKinds], muted: await listMutedKinds(db.read, personOf(principal).id) }),
  }),
  route({
    method: 'PUT', path: '/message-choices', operation: 'chooseMessages', summary: 'Say which messages I do without', permission: 'messages.own',
    body: Type.Object({ muted: Type.Array(kind, { uniqueItems: true, maxItems: optionalKinds.length }) }, { additionalProperties: false }), reply: choices, refusals: ['invalid'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const person = personOf(principal)
      await db.transaction(async (tx) => {
        await updateMutedKinds(tx, person.id, body.muted)
        await insertAudit(tx, [{ at: clock.now().toISOString(), ...actorOf(principal), action: 'messages.choose', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { muted: body.muted } }])
      })
      return { optional: [...optionalKinds], muted: body.muted }
    },
  }),
]
