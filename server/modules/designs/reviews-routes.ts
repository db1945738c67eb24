// Reviewing and releasing over HTTP: handing in, commenting, giving back, releasing now or on a day, taking an edition back.
// Whoever changed a design never releases it.
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { route, type App } from '../../module.ts'
import type { Principal } from '../../kernel/authz.ts'
import { adoptEditions } from './adopting.ts'
import type { Design } from './design.ts'
import { designDetailSchema } from './designs-replies.ts'
import { detailReply } from './designs-routes.ts'
import { releaseDesign, rollBack, stepDesign } from './releasing.ts'
import { getDesignWithin, type Scene } from './scene.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; of another one nothing is done.' })
const comment = Type.String({ maxLength: 2000, default: '', description: 'For the colleague at the other side.' })
const words = Type.String({ minLength: 2, maxLength: 2000, description: 'In words the colleague can act on.' })
const refusals = ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'second_person', 'findings'] as const

type Call = { principal: Principal; requestId: string; params: { id: string } }

const doing = async (app: App, call: Call, work: (scene: Scene) => Promise<Design>) => {
  await getDesignWithin(app.db.read, call.principal, call.params.id)
  const design = await app.db.transaction((tx) => work({ app, tx, principal: call.principal, requestId: call.requestId, at: app.clock.now() }))
  await adoptEditions(app)
  return detailReply(app, call.principal, design)
}

export const reviewRoutes = [
  route({
    method: 'POST', path: '/designs/:id/submit', operation: 'submitDesign', summary: 'Hand a design in for review; everything in it must hold', permission: 'designs.edit',
    params, body: Type.Object({ revision, comment }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'submit', call.body.revision, call.body.comment)),
  }),
  route({
    method: 'POST', path: '/designs/:id/take-back', operation: 'takeBackDesign', summary: 'Take a design back from review to go on writing', permission: 'designs.edit',
    params, body: Type.Object({ revision }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'takeBack', call.body.revision)),
  }),
  route({
    method: 'POST', path: '/designs/:id/discard', operation: 'discardDesign', summary: 'Throw a design away; its history stays', permission: 'designs.edit',
    params, body: Type.Object({ revision }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'discard', call.body.revision)),
  }),
  route({
    method: 'POST', path: '/designs/:id/comments', operation: 'commentDesign', summary: 'Say something about a design', permission: 'designs.read',
    params, body: Type.Object({ comment: words }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'comment', 0, call.body.comment)),
  }),
  route({
    method: 'POST', path: '/designs/:id/give-back', operation: 'giveBackDesign', summary: 'Give a design back to its authors, with what must change', permission: 'designs.release',
    params, body: Type.Object({ revision, comment: words }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'giveBack', call.body.revision, call.body.comment)),
  }),
  route({
    method: 'POST', path: '/designs/:id/release', operation: 'releaseDesign', summary: 'Release a design now, or at the beginning of a later day', permission: 'designs.release',
    params, body: Type.Object({ revision, comment, on: Type.Optional(Type.String({ format: 'date', description: 'Day from which it holds; today when absent.' })) }, { additionalProperties: false }),
    reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => releaseDesign(scene, call.params.id, call.body.revision, call.body.on === plainDate(scene.at) ? undefined : call.body.on, call.body.comment)),
  }),
  route({
    method: 'POST', path: '/designs/:id/unschedule', operation: 'unscheduleDesign', summary: 'Stop a release chosen for a later day', permission: 'designs.release',
    params, body: Type.Object({ revision }, { additionalProperties: false }), reply: designDetailSchema, refusals,
    handle: (app, call) => doing(app, call, (scene) => stepDesign(scene, call.params.id, 'unschedule', call.body.revision)),
  }),
  route({
    method: 'POST', path: '/editions/:number/roll-back', operation: 'rollBackEdition', summary: 'Take an edition back by a new one that restores its files', permission: 'designs.release',
    params: Type.Object({ number: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) }), body: Type.Object({ reason: words }, { additionalProperties: false }),
    reply: Type.Object({ edition: Type.Integer({ description: 'Number of the edition that restores.' }), asOnDisk: Type.Array(Type.String(), { description: 'Files now as on disk, where a newer text has been put since.' }) }), refusals: ['invalid', 'not_found', 'conflict', 'findings'],
    handle: async (app, { principal, params: { number }, body, requestId }) => {
      const restored = await app.db.transaction((tx) => rollBack({ app, tx, principal, requestId, at: app.clock.now() }, number, body.reason))
      await adoptEditions(app)
      return restored
    },
  }),
]
