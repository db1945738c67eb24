// Views of a desk over HTTP: one's own and those of the unit; only one's own can be changed.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route } from '../../module.ts'
import { getStaff, listStaffNames } from '../people/index.ts'
import { desks, keptQuery, mostViews, type SavedView } from './saved-view.ts'
import { countSavedViews, deleteSavedView, listSavedViews, upsertSavedView } from './saved-views-store.ts'

const uuid = Type.String({ format: 'uuid' })
const desk = Type.Enum(desks, { default: 'cases', description: 'The queue of cases or the desk of requests.' })
const viewSchema = Type.Object({
  id: uuid, name: Type.String(), query: Type.String({ description: 'The query part of an address of the desk.' }), shared: Type.Boolean(), mine: Type.Boolean(), ownerName: Type.String(),
})

const entry = (at: Date, staff: ReturnType<typeof staffOf>, action: string, requestId: string, detail: unknown) =>
  ({ at: at.toISOString(), ...actorOf(staff), action: `savedViews.${action}`, subjectType: 'staff', subjectId: staff.id, region: null, requestId, detail })

export const savedViewRoutes = [
  route({
    method: 'GET', path: '/views', operation: 'listSavedViews', summary: 'My views of a desk, then those my unit shares', permission: 'savedViews.own',
    query: Type.Object({ desk }),
    reply: Type.Object({ views: Type.Array(viewSchema) }), refusals: ['invalid'],
    handle: async ({ db: { read } }, { principal, query: { desk: asked } }) => {
      const staff = staffOf(principal)
      const views = await listSavedViews(read, { desk: asked, staffId: staff.id, unit: (await getStaff(read, staff.id)).unit })
      const names = new Map((await listStaffNames(read, [...new Set(views.map(({ staffId }) => staffId))])).map(({ id, name }) => [id, name]))
      return { views: views.map(({ id, name, query, shared, staffId }) => ({ id, name, query, shared, mine: staffId === staff.id, ownerName: names.get(staffId) ?? '' })) }
    },
  }),
  route({
    method: 'PUT', path: '/views', operation: 'saveView', summary: 'Keep a view under a name; the same name replaces it', permission: 'savedViews.own',
    body: Type.Object({ desk, name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }), query: Type.String({ maxLength: 2000 }), shared: Type.Boolean({ default: false }) }, { additionalProperties: false }),
    reply: Type.Object({ id: uuid }), refusals: ['invalid', 'not_allowed_now'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      return db.transaction(async (tx) => {
        const view: SavedView = { id: uuidv7(clock), staffId: staff.id, unit: (await getStaff(tx, staff.id)).unit, desk: body.desk, name: body.name.trim(), query: keptQuery(body.query, body.desk), shared: body.shared }
        const id = await upsertSavedView(tx, view, clock.now())
        if ((await countSavedViews(tx, staff.id)) > mostViews) throw new Refusal('not_allowed_now', { most: mostViews })
        await insertAudit(tx, [entry(clock.now(), staff, 'save', requestId, { view: id, name: view.name, shared: view.shared })])
        return { id }
      })
    },
  }),
  route({
    method: 'DELETE', path: '/views/:id', operation: 'deleteView', summary: 'Forget a view of my own', permission: 'savedViews.own',
    params: Type.Object({ id: uuid }), reply: Type.Object({ id: uuid }), refusals: ['invalid', 'not_found'],
    handle: async ({ db, clock }, { principal, params, requestId }) => {
      const staff = staffOf(principal)
      return db.transaction(async (tx) => {
        if (!(await deleteSavedView(tx, staff.id, params.id))) throw new Refusal('not_found')
        await insertAudit(tx, [entry(clock.now(), staff, 'delete', requestId, { view: params.id })])
        return { id: params.id }
      })
    },
  }),
]
