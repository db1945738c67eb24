// For everybody: what many people search here.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode, regionAndAbove, regionPrefix } from '../../kernel/regions.ts'
import { route } from '../../module.ts'
import { listPopular } from './popular-store.ts'
import { setAsideState } from './unfound.ts'

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
      return { questions: await listPopular(db.read, { regions: regionAndAbove(here), within: regionPrefix(here), setAside: setAsideState }, limit) }
    },
  }),
]
