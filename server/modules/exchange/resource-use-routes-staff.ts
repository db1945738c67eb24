// How a resource is used and how good it is, computed from the log of calls rather than stated by anybody: for officials.
import { Type } from 'typebox'
import { route } from '../../module.ts'
import { getResource } from '../resources/index.ts'
import { getResourceUse } from './resource-use-store.ts'

const days = 30
/** More than enough for a figure. */
const mostCalls = 10_000

export const resourceUseRoutes = [
  route({
    method: 'GET', path: '/exchange/resources/:resource/use', operation: 'getResourceUse', summary: 'How a resource was used in the last 30 days (of the newest 10,000 calls), and how it answered', permission: 'resources.read',
    params: Type.Object({ resource: Type.String({ maxLength: 100 }) }),
    reply: Type.Object({
      calls: Type.Integer(), answers: Type.Integer({ description: 'A record was found and told.' }), noRecord: Type.Integer(), unavailable: Type.Integer(), stopped: Type.Integer({ description: 'Refused by the gateway, or not told to who asked.' }),
      overfull: Type.Integer({ description: 'More came back than was asked for or granted; nobody saw it.' }), median: Type.Union([Type.Integer(), Type.Null()], { description: 'Milliseconds.' }), lastFoundAt: Type.Union([Type.String(), Type.Null()]),
    }),
    refusals: ['invalid', 'not_found'],
    handle: async (app, { params }) => {
      const { id } = await getResource(app, app.db.read, params.resource)
      return getResourceUse(app.db.read, id, new Date(app.clock.now().getTime() - days * 86_400_000), mostCalls)
    },
  }),
]
