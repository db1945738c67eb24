// For everybody: what many people search here, and that a result was chosen.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode, regionAndAbove, regionPrefix } from '../../kernel/regions.ts'
import { route } from '../../module.ts'
import { noteClick } from './noting.ts'
import { listPopular } from './searches-store.ts'
import { hiddenState } from './unfound.ts'

const regionSchema = Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'GB/T 2260; absent: the region served.' }))

const checked = (region: string | undefined): string | undefined => {
  if (region !== undefined && !isRegionCode(region)) throw new Refusal('invalid', { region })
  return region
}

export const searchesRoutes = [
  route({
    method: 'GET', path: '/search/popular', operation: 'listPopularSearches', summary: 'What many different people search and find here, most popular first', permission: 'search.use',
    query: Type.Object({ region: regionSchema, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })) }),
    reply: Type.Object({ questions: Type.Array(Type.String()) }), refusals: ['invalid'],
    handle: async ({ db, config }, { query: { region, limit = 8 } }) => {
      const here = checked(region) ?? config.region
      return { questions: await listPopular(db.read, { regions: regionAndAbove(here), within: regionPrefix(here), hidden: hiddenState }, limit) }
    },
  }),
  route({
    method: 'POST', path: '/search/clicks', operation: 'noteSearchClick', summary: 'A result was chosen after a question; results many choose come earlier', permission: 'search.use',
    body: Type.Object({
      q: Type.String({ minLength: 1, maxLength: 200, description: 'The question as it was asked.' }),
      type: Type.String({ pattern: '^[a-zA-Z]{1,30}$', description: 'Of the result.' }),
      id: Type.String({ minLength: 1, maxLength: 200, description: 'Of the result.' }),
      region: regionSchema,
    }, { additionalProperties: false }),
    status: 202, reply: Type.Object({ noted: Type.Literal(true) }), refusals: ['invalid'],
    handle: async (app, { principal, body: { q, type, id, region }, raw }) => {
      noteClick(app, { text: q, document: `${type}/${id}`, region: checked(region), visitor: principal.kind === 'person' ? { person: principal.id } : { ip: raw.ip } })
      return { noted: true as const }
    },
  }),
]
