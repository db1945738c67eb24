// Rating at a window: the tablet turned to whoever was served shows five faces, one tap is enough. It counts for the visit, once.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { findLastSession, outletsOf } from '../windows/index.ts'
import { grade, saidBody } from './rating-replies.ts'
import { listRatingsOf } from './ratings-store.ts'
import { tell } from './recording.ts'
import { subjectOfVisit } from './subjects.ts'
import { takeRating } from './taking.ts'

/** After somebody has gone, their visit may be rated for so long. */
const visitMs = 10 * 60_000

type Clerk = Parameters<typeof findLastSession>[1]

const findVisit = async (app: App, clerk: Clerk) => {
  const found = await findLastSession(app.db.read, clerk)
  const endedAt = found?.session.endedAt
  return found && (endedAt === null || endedAt === undefined || app.clock.now().getTime() - new Date(endedAt).getTime() <= visitMs) ? found : undefined
}

export const windowRatingRoutes = [
  route({
    method: 'GET', path: '/window/rating', operation: 'getWindowRating', summary: 'The visit at my window that may be rated now', permission: 'windows.serve',
    reply: Type.Object({ visit: Type.Union([Type.Object({ id: Type.String(), hall: textsSchema, counter: Type.String(), rated: Type.Boolean() }), Type.Null()]) }), refusals: [],
    handle: async (app, { principal }) => {
      const found = await findVisit(app, staffOf(principal))
      if (!found) return { visit: null }
      const { session, shift } = found
      const rated = (await listRatingsOf(app.db.read, 'window', [session.id])).length > 0
      return { visit: { id: session.id, hall: nameOr(outletsOf(app).find(({ id }) => id === shift.outlet), shift.outlet), counter: shift.counter, rated } }
    },
  }),
  route({
    method: 'POST', path: '/window/rating', operation: 'rateAtWindow', summary: 'What whoever was served says of the visit; they are told that it was given in their name', permission: 'windows.serve',
    body: Type.Object({ visit: Type.String({ format: 'uuid' }), ...saidBody }, { additionalProperties: false }), status: 201, reply: Type.Object({ grade }), refusals: ['invalid', 'not_found', 'already_rated'],
    handle: async (app, { principal, body: { visit, ...said }, requestId }) => {
      const clerk = staffOf(principal)
      const found = await findVisit(app, clerk)
      // Another visit than the one the tablet showed: the next person has sat down meanwhile.
      if (found?.session.id !== visit) throw new Refusal('not_found')
      const { session, shift } = found
      return app.db.transaction(async (tx) => {
        const scene = { app, tx, principal: clerk, requestId, at: app.clock.now() }
        const one = await takeRating(scene, subjectOfVisit(session, shift), said, { channel: 'window', verified: 'visit', servedMs: scene.at.getTime() - new Date(session.openedAt).getTime() })
        await tell(scene, one, 'ratedAtWindow')
        return { grade: one.grade }
      })
    },
  }),
]
