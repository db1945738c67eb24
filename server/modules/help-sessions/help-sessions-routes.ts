// Helpers of a hall: begin by a code, end, what I did; whoever is helped sees and ends it; supervisors see what was done.
import { Type } from 'typebox'
import { personOf, staffOf } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { type App, route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { countUses, listStaffNames } from '../people/index.ts'
import { outletsOf } from '../windows/index.ts'
import { helpSessionSchema, toHelpReply } from './help-session-replies.ts'
import { hallsOf, mandateOf, overseen, places, tally } from './help-session.ts'
import { listHelpBy, listHelpFor, listHelpIn } from './help-sessions-store.ts'
import { beginHelp, endHelp } from './helping.ts'
import { namesFor } from './naming.ts'

const most = 20

const citizenHelpRoutes = [
  route({
    method: 'GET', path: '/helped-by', operation: 'listHelpers', summary: 'Helpers of halls who acted for me, newest first', permission: 'helping.own',
    reply: Type.Object({ sessions: Type.Array(helpSessionSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const sessions = await listHelpFor(app.db.read, personOf(principal).id, most)
      const names = await namesFor(app, sessions)
      return { sessions: sessions.map((each) => toHelpReply(each, names, app.clock.now())) }
    },
  }),
  route({
    method: 'POST', path: '/helped-by/:id/end', operation: 'endBeingHelped', summary: 'No longer let this helper act for me; it counts at once', permission: 'helping.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: helpSessionSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const session = await endHelp(app, personOf(principal), params.id, requestId)
      return toHelpReply(session, await namesFor(app, [session]), app.clock.now())
    },
  }),
]

const closed = { additionalProperties: false }
const hallSchema = Type.Object({ id: Type.String(), name: textsSchema })
const count = Type.Integer({ minimum: 0 })
const mostOwn = 50
const mostCounted = 20_000
const longestDays = 366

/** The first moment of a day in China. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

const staffNames = async (app: App, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => new Map((await listStaffNames(app.db.read, [...new Set(ids)])).map(({ id, name }) => [id, name]))

const staffHelpRoutes = [
  route({
    method: 'GET', path: '/help-sessions', operation: 'listHelpSessions', summary: 'My halls and whom I helped, newest first', permission: 'helping.serve',
    reply: Type.Object({ halls: Type.Array(hallSchema), sessions: Type.Array(helpSessionSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const helper = staffOf(principal)
      const sessions = await listHelpBy(app.db.read, helper.id, mostOwn)
      const names = await namesFor(app, sessions)
      return { halls: hallsOf(helper, outletsOf(app)).map(({ id, name }) => ({ id, name })), sessions: sessions.map((each) => toHelpReply(each, names, app.clock.now())) }
    },
  }),
  route({
    method: 'POST', path: '/help-sessions', operation: 'beginHelp', summary: 'Begin to help whoever showed this code, for two hours', permission: 'helping.serve',
    body: Type.Object({ code: Type.String({ pattern: '^\\d{8}$' }), outlet: Type.String({ maxLength: 100 }), place: Type.Enum([...places]) }, closed), status: 201, reply: helpSessionSchema, refusals: ['invalid', 'not_found', 'show_code', 'too_many'],
    handle: async (app, { principal, body, requestId }) => {
      const session = await beginHelp(app, staffOf(principal), body, requestId)
      return toHelpReply(session, await namesFor(app, [session]), app.clock.now())
    },
  }),
  route({
    method: 'POST', path: '/help-sessions/:id/end', operation: 'endHelp', summary: 'Stop helping', permission: 'helping.serve',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: helpSessionSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const session = await endHelp(app, staffOf(principal), params.id, requestId)
      return toHelpReply(session, await namesFor(app, [session]), app.clock.now())
    },
  }),
  route({
    method: 'GET', path: '/help-statistics', operation: 'getHelpStatistics', summary: 'What the helpers of my halls did in some days, by hall and helper', permission: 'helping.oversee',
    query: Type.Object({ from: Type.Optional(Type.String({ format: 'date' })), until: Type.Optional(Type.String({ format: 'date', description: 'The last day; today when absent.' })) }),
    reply: Type.Object({
      from: Type.String(), until: Type.String(),
      rows: Type.Array(Type.Object({ outlet: Type.String(), hall: textsSchema, helper: Type.String(), sessions: count, people: count, atHome: count, applications: Type.Integer({ minimum: 0, description: 'Begun while helping.' }) })),
    }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const until = query.until ?? plainDate(app.clock.now())
      const from = query.from ?? addDays(until, -29)
      if (from > until || from < addDays(until, -longestDays)) throw new Refusal('invalid', { field: 'from', earliest: addDays(until, -longestDays), latest: until })
      const halls = overseen(staffOf(principal), outletsOf(app))
      const sessions = await listHelpIn(app.db.read, halls.map(({ id }) => id), [...new Set(halls.map(({ region }) => region))], startOf(from), startOf(addDays(until, 1)), mostCounted)
      const [uses, names] = await Promise.all([countUses(app.db.read, sessions.map(({ id }) => mandateOf(id))), staffNames(app, sessions.map(({ staffId }) => staffId))])
      return { from, until, rows: tally(sessions, uses).map(({ staffId, ...row }) => ({ ...row, hall: nameOr(halls.find(({ id }) => id === row.outlet), row.outlet), helper: names.get(staffId) ?? '' })) }
    },
  }),
]

export const helpRoutes = [...citizenHelpRoutes, ...staffHelpRoutes]
