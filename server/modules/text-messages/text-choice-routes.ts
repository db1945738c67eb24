// Whether a resident wants text messages at their number, over HTTP. Everything stands in the inbox as well.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { findPerson } from '../people/index.ts'
import { maskedMobile, mobileOf, phoneDigest } from './phone.ts'
import { deleteStop, deleteUnwanted, insertUnwanted, hasStop, hasUnwanted } from './wishes-store.ts'

const choice = Type.Object({
  phone: Type.Union([Type.String({ description: 'Masked.' }), Type.Null()], { description: 'Null where there is no mobile number, or text messages are not sent at all.' }),
  wanted: Type.Boolean({ description: 'False also when the holder of the number answered T to one.' }),
})

const mobileOfPerson = async (app: App, read: Read, id: string): Promise<string | undefined> => (app.config.textMessages ? mobileOf((await findPerson(read, id))?.phone ?? '') : undefined)

export const textChoiceRoutes = [
  route({
    method: 'GET', path: '/text-message-choice', operation: 'getTextMessageChoice', summary: 'Whether I am sent text messages, and where', permission: 'messages.own', reply: choice, refusals: [],
    handle: async (app, { principal }) => {
      const { read } = app.db
      const { id } = personOf(principal)
      const phone = await mobileOfPerson(app, read, id)
      return { phone: phone === undefined ? null : maskedMobile(phone), wanted: phone !== undefined && !(await hasUnwanted(read, id)) && !(await hasStop(read, phoneDigest(phone))) }
    },
  }),
  route({
    method: 'PUT', path: '/text-message-choice', operation: 'chooseTextMessages', summary: 'Say whether I want text messages', permission: 'messages.own',
    body: Type.Object({ wanted: Type.Boolean() }, { additionalProperties: false }), reply: choice, refusals: ['invalid', 'not_allowed_now'],
    handle: async (app, { principal, body: { wanted }, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        const at = app.clock.now()
        const phone = await mobileOfPerson(app, tx, person.id)
        if (phone === undefined) throw new Refusal('not_allowed_now', { phone: 'none' })
        if (wanted) {
          await deleteUnwanted(tx, person.id)
          await deleteStop(tx, phoneDigest(phone))
        } else await insertUnwanted(tx, person.id, at)
        await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: 'textMessages.choose', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { wanted } }])
        return { phone: maskedMobile(phone), wanted }
      })
    },
  }),
]
