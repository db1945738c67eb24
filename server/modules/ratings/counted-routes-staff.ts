// The ratings behind a figure, over HTTP: as many as the figure says, within the same jurisdiction. The grade is told to those who may read the rating.
import { Type } from 'typebox'
import { pageOf } from '../../kernel/pages.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { behind, filterOf, instantsOf } from '../insight/index.ts'
import { grade } from './rating-replies.ts'
import { channels, subjectKinds } from './rating.ts'
import { rolesAt } from './rectifying.ts'
import { countedFacets, listCountedRatings } from './ratings-store.ts'
import { subjectName, unitName } from './recording.ts'

const text = Type.String()
const item = Type.Object({
  id: text, kind: Type.Enum([...subjectKinds]), number: Type.Union([text, Type.Null()]), name: text, authorityName: text, channel: Type.Enum([...channels]), at: text,
  grade: Type.Union([grade, Type.Null()]), opens: Type.Boolean({ description: 'I may open it.' }),
})

export const countedRatingRoutes = [
  route({
    method: 'GET', path: '/insight/ratings', operation: 'listCountedRatings', summary: 'The ratings a figure counts, newest first', permission: 'insight.read',
    query: Type.Object({ ...behind, measure: Type.Enum(['rated', 'held']), topic: Type.Optional(Type.Enum(['requests', 'ratings'])), facet: Type.Optional(Type.Enum([...countedFacets])) }),
    reply: Type.Object({ ratings: Type.Array(item), next: Type.Union([text, Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { measure, topic, facet, part, after, limit, ...where }, language }) => {
      const { jurisdiction, span, line } = filterOf(app, principal, where)
      const found = await listCountedRatings(app.db.read, { ...instantsOf(span), held: measure === 'held', topic, jurisdiction, line, facet: part === undefined ? undefined : facet, part, after, limit: limit + 1 })
      const { page, next } = pageOf(found, limit)
      const shown = page.map((one) => ({ one, opens: rolesAt(principal, one).length > 0 }))
      return { ratings: shown.map(({ one, opens }) => ({ id: one.id, kind: one.kind, number: one.number, name: textIn(subjectName(app, one), language), authorityName: textIn(unitName(app, one), language), channel: one.channel, at: one.at, grade: opens ? one.grade : null, opens })), next }
    },
  }),
]
