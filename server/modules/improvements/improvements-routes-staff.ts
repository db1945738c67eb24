// Guides and form pages people rated poorly, over HTTP for designers of the place: listed, looked into, dealt with. Supervisors look on.
import { Type } from 'typebox'
import { pageOf } from '../../kernel/pages.ts'
import { route } from '../../module.ts'
import { listPersonNames } from '../people/index.ts'
import { listPoorRatings } from '../ratings/index.ts'
import { decide } from './deciding.ts'
import { findImprovement, listImprovements, placeOf, ratingsWithin } from './gathering.ts'
import { improvementStates, improvementSteps } from './improvement.ts'
import { improvementDetailSchema, improvementSchema, poorRatingSchema, toImprovement, toImprovementDetail, toPoorRating } from './improvement-replies.ts'

const readers = ['designer', 'supervisor'] as const
const region = Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'The place; one’s own when absent.' }))
const part = { of: Type.String({ minLength: 1, maxLength: 100 }), page: Type.String({ maxLength: 100, default: '' }) }

export const improvementRoutes = [
  route({
    method: 'GET', path: '/improvements', operation: 'listImprovements', summary: 'Guides and form pages of my place that people rated poorly, the most often since their last change first', permission: 'improvements.read',
    query: Type.Object({ state: Type.Enum(improvementStates, { default: 'open' }), region, limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }) }),
    reply: Type.Object({ region: Type.String(), parts: Type.Array(improvementSchema), counts: Type.Array(Type.Object({ state: Type.Enum(improvementStates), count: Type.Integer() })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query, language }) => {
      const place = placeOf(app, principal, readers, query.region)
      const all = await listImprovements(app, app.db.read, place)
      return {
        region: place, parts: all.filter(({ state }) => state === query.state).slice(0, query.limit).map((one) => toImprovement(app, one, language)),
        counts: improvementStates.map((state) => ({ state, count: all.filter((one) => one.state === state).length })),
      }
    },
  }),
  route({
    method: 'GET', path: '/improvements/part', operation: 'getImprovement', summary: 'One of them: before and after its last change, what was decided, the editions that changed it', permission: 'improvements.read',
    query: Type.Object({ ...part, region }), reply: improvementDetailSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query, language }) => {
      const { one, decisions } = await findImprovement(app, app.db.read, placeOf(app, principal, readers, query.region), query)
      return toImprovementDetail(app, one, decisions, language)
    },
  }),
  route({
    method: 'GET', path: '/improvements/ratings', operation: 'listPoorRatings', summary: 'What people said of it, newest first, without who said it', permission: 'improvements.read',
    query: Type.Object({ ...part, region, after: Type.Optional(Type.String({ format: 'uuid' })), limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }) }),
    reply: Type.Object({ ratings: Type.Array(poorRatingSchema), next: Type.Union([Type.String(), Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query, language }) => {
      const { read } = app.db
      const place = placeOf(app, principal, readers, query.region)
      const [found, { one }] = await Promise.all([listPoorRatings(read, ratingsWithin(place), query, { after: query.after, limit: query.limit + 1 }), findImprovement(app, read, place, query)])
      const { page, next } = pageOf(found, query.limit)
      const names = await listPersonNames(read, page.flatMap(({ personId }) => personId ?? []))
      return { ratings: page.map((each) => toPoorRating(each, names, one.editions, language)), next }
    },
  }),
  route({
    method: 'POST', path: '/improvements', operation: 'decideImprovement', summary: 'Dealt with, by what change; set aside, with the reason; or open again', permission: 'improvements.decide',
    body: Type.Object(
      {
        ...part, region, step: Type.Enum(improvementSteps), revision: Type.Integer({ minimum: 0, description: 'Revision that was looked at.' }), note: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }),
        edition: Type.Union([Type.Integer(), Type.Null()], { default: null, description: 'The edition that brought the change; before and after are counted from its release.' }),
      },
      { additionalProperties: false },
    ),
    reply: improvementDetailSchema, refusals: ['not_found', 'invalid', 'conflict', 'not_allowed_now'],
    handle: async (app, { principal, body, requestId, language }) => {
      const place = placeOf(app, principal, ['designer'], body.region)
      await decide(app, principal, place, body, requestId)
      const { one, decisions } = await findImprovement(app, app.db.read, place, body)
      return toImprovementDetail(app, one, decisions, language)
    },
  }),
]
