// Search for everybody: one question over matters, services, imported services and answers.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { documentTypes, urlOf } from './document.ts'
import { findFor } from './finding.ts'

const typeSchema = Type.Enum(documentTypes)

export const searchRoutes = [
  route({
    method: 'GET', path: '/search', operation: 'search', summary: 'Find matters and services in everyday words, best first', permission: 'search.use',
    query: Type.Object({
      q: Type.String({ maxLength: 200, description: 'What is wanted, as one would say it. Empty: no results.' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      type: Type.Optional(typeSchema),
      region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Only what is offered in this region, above it or within it (GB/T 2260).' })),
    }),
    reply: Type.Object({
      results: Type.Array(
        Type.Object({
          type: typeSchema,
          id: Type.String({ description: 'Matter id, service id, implementing code or id of the answer.' }),
          title: Type.String(),
          summary: Type.String({ description: 'At most 120 characters.' }),
          url: Type.String({ description: 'Page in the portal.' }),
        }),
      ),
      total: Type.Integer({ description: 'Results there are, of the 200 most promising entries.' }),
      groups: Type.Array(Type.Object({ type: typeSchema, count: Type.Integer() }), { description: 'How many of `total` are of each type.' }),
    }),
    refusals: ['invalid'],
    handle: async (app, { query, language }) => {
      if (query.region !== undefined && !isRegionCode(query.region)) throw new Refusal('invalid', { region: query.region })
      const found = await findFor(app, query.q, query.type, query.region)
      const groups = documentTypes.map((type) => ({ type, count: found.filter((each) => each.type === type).length }))
      return {
        results: found.slice(0, query.limit ?? 20).map(({ type, id, title, summary }) => ({ type, id, title: textIn(title, language), summary: textIn(summary, language), url: urlOf(type, id) })),
        total: found.length,
        groups: groups.filter(({ count }) => count > 0),
      }
    },
  }),
]
