// Rating over HTTP for residents: what may be rated, rating it once, saying how it is after it was put right, denying what others gave in
// their name; by a link without logging in; and what is published.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { listCasesOf, type Scene } from '../cases/index.ts'
import { deny } from './questioning.ts'
import { ownRatingSchema, publishedSchema, rateableSchema, saidBody, toOwnRating, toPublished } from './rating-replies.ts'
import { listAbout } from './reading.ts'
import { rateAgain } from './rectifying.ts'
import { listPublished } from './rectifications-store.ts'
import { listRatingsBy, listRatingsOf, listRatingsWithIds } from './ratings-store.ts'
import { subjectName, unitName } from './recording.ts'
import { getPublicSubject, getRatedCase, mayBeRated, subjectOfCase } from './subjects.ts'
import { takeRating } from './taking.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const refusals = ['not_found', 'invalid', 'not_allowed_now', 'already_rated'] as const
const mostShown = 100

export const citizenRatingRoutes = [
  route({
    method: 'GET', path: '/applications/:id/ratings', operation: 'listRateable', summary: 'Cases of one of my applications that have ended, each with my rating', permission: 'ratings.own',
    params: one, reply: Type.Object({ cases: Type.Array(rateableSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, language }) => {
      const person = personOf(principal)
      const cases = (await listCasesOf(app.db.read, params.id)).filter(({ personId }) => personId === person.id)
      if (cases.length === 0) throw new Refusal('not_found')
      const ended = cases.filter(mayBeRated)
      const given = await listAbout(app.db.read, (await listRatingsOf(app.db.read, 'case', ended.map(({ id }) => id))).filter(({ round }) => round === 0))
      return {
        cases: ended.map((each) => {
          const about = given.find(({ rating }) => rating.subject === each.id)
          const subject = subjectOfCase(each)
          return { kind: 'case' as const, id: each.id, number: each.number, name: textIn(subjectName(app, subject), language), authorityName: textIn(unitName(app, subject), language), rating: about ? toOwnRating(app, about, language) : null }
        }),
      }
    },
  }),
  route({
    method: 'POST', path: '/ratings', operation: 'rate', summary: 'Rate a case of mine that has ended, a guide, a service or an outlet; once, and it is never changed', permission: 'ratings.own',
    body: Type.Object({
      kind: Type.Enum(['case', 'guide', 'service', 'outlet']), id: Type.String({ maxLength: 200 }), page: Type.Optional(Type.String({ maxLength: 100, description: 'Of a guide: the section or form page meant.' })), ...saidBody,
    }, closed),
    status: 201, reply: ownRatingSchema, refusals,
    handle: async (app, { principal, body: { kind, id, page, ...said }, requestId, language, raw }) => {
      const person = personOf(principal)
      const subject = kind === 'case' ? await getRatedCase(app.db.read, id, person.id) : getPublicSubject(app, kind, id, page ?? null, person.id)
      const rating = await app.db.transaction((tx) => takeRating({ app, tx, principal: person, requestId, at: app.clock.now() }, subject, said, { channel: 'portal', verified: 'login', ...(kind === 'case' ? {} : { source: raw.ip }) }))
      const [about] = await listAbout(app.db.read, [rating])
      if (!about) throw new Error('a rating just taken is not there')
      return toOwnRating(app, about, language)
    },
  }),
  route({
    method: 'GET', path: '/ratings/own', operation: 'listOwnRatings', summary: 'Ratings given in my name, the newest first', permission: 'ratings.own',
    reply: Type.Object({ ratings: Type.Array(ownRatingSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const given = (await listRatingsBy(app.db.read, personOf(principal).id, mostShown)).filter(({ round }) => round === 0)
      return { ratings: (await listAbout(app.db.read, given)).map((about) => toOwnRating(app, about, language)) }
    },
  }),
  route({
    method: 'POST', path: '/ratings/own/:id/again', operation: 'rateAgain', summary: 'Say how it is after it was put right; once', permission: 'ratings.own',
    params: one, body: Type.Object(saidBody, closed), status: 201, reply: Type.Object({ id: uuid }), refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      const { id } = await app.db.transaction((tx) => rateAgain({ app, tx, principal: person, requestId, at: app.clock.now() }, person.id, params.id, body))
      return { id }
    },
  }),
  route({
    method: 'POST', path: '/ratings/own/:id/deny', operation: 'denyRating', summary: 'A rating given at a window or by a link in my name was not me; a supervisor looks', permission: 'ratings.own',
    params: one, reply: Type.Object({ denied: Type.Boolean() }), refusals: ['not_found', 'invalid', 'conflict'],
    handle: async (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      await app.db.transaction((tx) => deny({ app, tx, principal: person, requestId, at: app.clock.now() } satisfies Scene, person.id, params.id))
      return { denied: true }
    },
  }),
  route({
    method: 'GET', path: '/ratings/public', operation: 'listPublishedRatings', summary: 'Bad ratings that were put right, with the answers; personal data removed', permission: 'ratings.public',
    query: Type.Object({ before: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }) }),
    reply: Type.Object({ ratings: Type.Array(publishedSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { query, language }) => {
      const found = await listPublished(app.db.read, query.before, query.limit + 1)
      const { page, next } = pageOf(found.map((each) => ({ ...each, id: each.ratingId })), query.limit)
      const about = await listAbout(app.db.read, await listRatingsWithIds(app.db.read, page.map(({ id }) => id)))
      return {
        ratings: page.flatMap((rectification) => {
          const given = about.find(({ rating }) => rating.id === rectification.id)
          return given ? [toPublished(app, { ...given, rectification }, language)] : []
        }),
        next,
      }
    },
  }),
]
