// Late requests as supervision sees them: those of a jurisdiction with how far each is over its time, and the cards one request has brought.
import { Type } from 'typebox'
import { jurisdictionFilter } from '../../kernel/authz.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { getRequestFor, listLateRequests, withoutPeople } from '../requests/index.ts'
import { listCardsOfRequest } from './cards-store.ts'
import { cardSchema, namesOf } from './supervision-replies.ts'
import { place, readers, toReplies } from './supervision-routes-staff.ts'

const uuid = Type.String({ format: 'uuid' })

export const lateRequestRoutes = [
  route({
    method: 'GET', path: '/supervision/late-requests', operation: 'listLateRequests', summary: 'Late requests of units in my jurisdiction, longest overdue first', permission: 'cards.read',
    query: Type.Object({ ...place, after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({
      requests: Type.Array(Type.Object({
        id: uuid, number: Type.String(), title: Type.String({ description: 'Without what leads to people.' }), line: Type.String(), region: Type.String(), authorityName: textsSchema, regionName: textsSchema, dueAt: Type.String(),
        mark: Type.Integer({ description: '2 overdue, 3 three times overdue.' }), assigned: Type.Boolean(),
      })),
      next: Type.Union([uuid, Type.Null()]),
    }), refusals: ['invalid'],
    handle: async (app, { principal, query: { limit, ...query } }) => {
      const { page, next } = pageOf(await listLateRequests(app.db.read, { ...query, jurisdiction: jurisdictionFilter(principal, readers), limit: limit + 1 }), limit)
      return {
        requests: page.flatMap((one) => (one.unit === null || one.dueAt === null ? [] : [{
          id: one.id, number: one.number, title: withoutPeople(one.title, one.contact), ...one.unit, ...namesOf(app, one.unit.line, one.unit.region), dueAt: one.dueAt, mark: one.mark, assigned: one.assigneeId !== null,
        }])),
        next,
      }
    },
  }),
  route({
    method: 'GET', path: '/requests/:id/supervision', operation: 'getRequestSupervision', summary: 'Cards a request has brought its units', permission: 'requests.read',
    params: Type.Object({ id: uuid }), reply: Type.Object({ cards: Type.Array(cardSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getRequestFor(app, principal, params.id)
      return { cards: await toReplies(app, app.db.read, await listCardsOfRequest(app.db.read, one.id)) }
    },
  }),
]
