// The one window for residents: the code their phone shows, who serves them now, and where a draft was filled in last.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { askedForMs, canApplication, listAsked, listMentions } from '../applications/index.ts'
import { textsSchema } from '../catalogue/index.ts'
import { findLastUse, listStaffNames } from '../people/index.ts'
import { findOutlet } from './serving.ts'
import { findSession } from './sessions-store.ts'
import { findShift } from './shifts-store.ts'
import { drawCode } from './showing.ts'
import { findShowCode } from './show-codes-store.ts'
import { isLive, windowMandate, type WindowSession } from './window.ts'

const placeSchema = Type.Object({ hall: textsSchema, counter: Type.String(), by: Type.String(), at: Type.String() }, { description: 'A window of a hall, and who sits there.' })

const placeOf = async (app: App, session: WindowSession, at: string) => {
  const [shift, [clerk]] = await Promise.all([findShift(app.db.read, session.shiftId), listStaffNames(app.db.read, [session.staffId])])
  return shift ? { hall: nameOr(findOutlet(app, shift.outlet), shift.outlet), counter: shift.counter, by: clerk?.name ?? '', at } : null
}

const served = async (app: App, sessionId: string | null | undefined) => {
  const session = sessionId ? await findSession(app.db.read, sessionId) : undefined
  return session && isLive(session, app.clock.now()) ? placeOf(app, session, session.openedAt) : null
}

export const residentWindowRoutes = [
  route({
    method: 'POST', path: '/show-code', operation: 'drawShowCode', summary: 'A new code to show at a window; good for a minute and for one reading', permission: 'showCodes.own',
    status: 201, reply: Type.Object({ code: Type.String(), expiresAt: Type.String() }), refusals: [],
    handle: (app, { principal, requestId }) => drawCode(app, personOf(principal), requestId),
  }),
  route({
    method: 'GET', path: '/show-code', operation: 'getShowCode', summary: 'Whether my code was read, who serves me, what I am asked to confirm', permission: 'showCodes.own',
    reply: Type.Object({
      used: Type.Boolean(), served: Type.Union([placeSchema, Type.Null()]),
      asked: Type.Array(Type.Object({ application: Type.String(), matterName: textsSchema, askedAt: Type.String() }), { description: 'Applications the window asks me to confirm.' }),
    }),
    refusals: [],
    handle: async (app, { principal }) => {
      const { id } = personOf(principal)
      const [code, asked] = await Promise.all([findShowCode(app.db.read, id), listAsked(app.db.read, id, new Date(app.clock.now().getTime() - askedForMs))])
      const mentions = new Map((await listMentions(app.db.read, asked.map(({ applicationId }) => applicationId))).map((each) => [each.id, each]))
      return {
        used: code?.usedAt !== null && code !== undefined, served: await served(app, code?.sessionId),
        asked: asked.flatMap(({ applicationId, askedAt }) => {
          const mention = mentions.get(applicationId)
          return mention && canApplication(mention.state, 'edit') ? [{ application: applicationId, matterName: mention.matterName ?? { 'zh-CN': mention.matter }, askedAt }] : []
        }),
      }
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/window', operation: 'getWindowOfApplication', summary: 'The window at which my application was worked on last', permission: 'showCodes.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: Type.Object({ place: Type.Union([placeSchema, Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const [mention] = await listMentions(app.db.read, [params.id])
      if (mention?.personId !== personOf(principal).id) throw new Refusal('not_found')
      const use = await findLastUse(app.db.read, params.id, windowMandate)
      const session = use && (await findSession(app.db.read, use.mandate.slice(windowMandate.length + 1)))
      return { place: session && use ? await placeOf(app, session, use.at) : null }
    },
  }),
]
