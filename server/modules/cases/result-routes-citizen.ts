// My licences and other results: how long each holds, how it stands, what can be done about it.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { route } from '../../module.ts'
import { listAmendmentsOpen } from './amendments-store.ts'
import { ownResultSchema, toOwnResult } from './result-replies.ts'
import { listResultsOfPerson } from './results-store.ts'

export const citizenResultRoutes = [
  route({
    method: 'GET', path: '/my-results', operation: 'listMyResults', summary: 'My licences and other results, newest first; of each the last edition', permission: 'messages.own',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }) }), reply: Type.Object({ results: Type.Array(ownResultSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const today = plainDate(app.clock.now())
      const results = (await listResultsOfPerson(app.db.read, personOf(principal).id, query.limit)).filter(({ standing }) => standing !== 'replaced')
      const open = new Map((await listAmendmentsOpen(app.db.read, results.map(({ id }) => id))).map((each) => [each.resultId, each]))
      return { results: results.map((result) => toOwnResult(app.packs.catalogueFor(result.region), result, open.get(result.id), today)) }
    },
  }),
]
