// Changing the duty list: rulings taken over or dropped by designers of the place, and lines written in the form. Both become a design,
// which somebody else reviews and releases.
import { Type } from 'typebox'
import { covers, jurisdictionFilter } from '../../kernel/authz.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { actorOf } from '../../kernel/audit.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { authorityAt, dutyEntrySchema, regionCode } from '../catalogue/index.ts'
import { listEditionsOfDesigns } from '../designs/index.ts'
import type { Principal } from '../../kernel/authz.ts'
import { rulingSchema, text, toRulingReply } from './duty-replies.ts'
import { dutyScene } from './duty-lists.ts'
import { dropRuling, takeRuling, writeDuty } from './learning.ts'
import type { Ruling } from './ruling.ts'
import { listRulings } from './rulings-store.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const refusals = ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'too_large'] as const

const repliesOf = async (app: App, principal: Principal, rulings: readonly Ruling[]) => {
  const editions = await listEditionsOfDesigns(app.db.read, rulings.flatMap(({ designId }) => designId ?? []))
  return rulings.map((ruling) => {
    const scene = { ...dutyScene(app, ruling.region), region: ruling.region }
    const mayDecide = covers(principal, ['designer'], { region: ruling.region, line: 'government-services' })
    return toRulingReply(scene, ruling, authorityAt(scene.catalogue, ruling.line, ruling.unitRegion), mayDecide, editions.get(ruling.designId ?? ''))
  })
}

const replyOf = async (app: App, principal: Principal, ruling: Ruling) => {
  const [reply] = await repliesOf(app, principal, [ruling])
  if (!reply) throw new Refusal('not_found')
  return reply
}

export const rulingRoutes = [
  route({
    method: 'GET', path: '/duties/rulings', operation: 'listDutyRulings', summary: 'What arbiters of my region ruled, and what the duty list learnt of it', permission: 'duties.read',
    reply: Type.Object({ rulings: Type.Array(rulingSchema) }), refusals: [],
    handle: async (app, { principal }) => ({ rulings: await repliesOf(app, principal, await listRulings(app.db.read, jurisdictionFilter(principal, ['clerk', 'approver', 'head', 'supervisor', 'designer', 'dispatcher', 'agent']))) }),
  }),
  route({
    method: 'POST', path: '/duties/rulings/:id/take', operation: 'takeDutyRuling', summary: 'Take a ruling over into a design of the duty list', permission: 'duties.edit',
    params, reply: rulingSchema, refusals,
    handle: async (app, { principal, params: { id }, requestId }) => replyOf(app, principal, await app.db.transaction((tx) => takeRuling({ app, tx, principal, requestId, at: app.clock.now() }, id))),
  }),
  route({
    method: 'POST', path: '/duties/rulings/:id/drop', operation: 'dropDutyRuling', summary: 'Not to be learnt, with the reason', permission: 'duties.edit',
    params, body: Type.Object({ note: Type.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }), reply: rulingSchema, refusals,
    handle: async (app, { principal, params: { id }, body, requestId }) => replyOf(app, principal, await app.db.transaction((tx) => dropRuling({ app, tx, principal, requestId, at: app.clock.now() }, id, body.note))),
  }),
  route({
    method: 'POST', path: '/duties/lines', operation: 'writeDuty', summary: 'Write a line of the duty list into a design; nothing holds before that is released', permission: 'duties.edit', status: 201,
    body: Type.Object({ region: regionCode, title: Type.String({ minLength: 2, maxLength: 100, description: 'What the change is called.' }), duty: dutyEntrySchema }, { additionalProperties: false }),
    reply: Type.Object({ design: text }), refusals,
    handle: async (app, { principal, body, requestId }) => {
      const design = await app.db.transaction(async (tx) => {
        const scene = { app, tx, principal, requestId, at: app.clock.now() }
        const written = await writeDuty(scene, body.region, body.duty, body.title)
        await insertAudit(tx, [{ at: scene.at.toISOString(), ...actorOf(principal), action: 'duties.write', subjectType: 'design', subjectId: written.id, region: written.region, requestId, detail: { duty: body.duty.id } }])
        return written
      })
      return { design: design.id }
    },
  }),
]
