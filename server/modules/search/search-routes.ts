// Search for everybody: one question over matters, services and imported services.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode, regionAndAbove, regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { textIn } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { urlOf, type DocumentType } from './document.ts'
import { readQuestion, type Question } from './question.ts'
import { rank, rarity, type Ranked } from './ranking.ts'
import { countTerms, listCandidates, type SearchFilter } from './search-store.ts'

const typeSchema = Type.Union([Type.Literal('matter'), Type.Literal('service'), Type.Literal('importedService')])

/** Entries looked at closely for one question. */
const mostCandidates = 200
/** Entries read for its terms: common terms are passed over when rarer ones fill this. */
const mostRead = 20_000

const nearestPack = ({ packs }: App, region: string): string | undefined =>
  packs.packs
    .map((pack) => pack.region)
    .filter((each) => regionCovers(each, region))
    .sort((a, b) => regionPrefix(b).length - regionPrefix(a).length)[0]

const filterFor = (app: App, type: DocumentType | undefined, region: string | undefined): SearchFilter => ({
  ...(type === undefined ? {} : { type }),
  packRegion: nearestPack(app, region ?? app.config.region),
  ...(region === undefined ? {} : { imported: { regions: regionAndAbove(region), within: regionPrefix(region) } }),
})

/** Terms worth looking up: the rarest first, as many as can be read; every wording's points by its weight. */
const termsToRead = ({ units }: Question, statistics: Awaited<ReturnType<typeof countTerms>>) => {
  const weights = new Map<string, number>()
  for (const { wordings } of units) for (const { terms, weight } of wordings) for (const term of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  const byFrequency = [...weights].map(([term, weight]) => ({ term, points: weight * rarity(statistics, term), found: statistics.frequencies.get(term) ?? 0 })).sort((a, b) => a.found - b.found)
  let read = 0
  return byFrequency.filter(({ found }) => {
    read += found
    return read - found === 0 || read <= mostRead
  })
}

const find = async (app: App, q: string, filter: SearchFilter): Promise<Ranked[]> => {
  const question = readQuestion(q)
  if (question.units.length === 0) return []
  const terms = [...new Set(question.units.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms)))]
  const statistics = await countTerms(app.db.read, terms)
  const candidates = await listCandidates(app.db.read, termsToRead(question, statistics), filter, mostCandidates)
  const home = new Set(regionAndAbove(app.config.region))
  return rank(question, candidates, statistics, (region) => home.has(region) || regionCovers(app.config.region, region))
}

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
          id: Type.String({ description: 'Matter id, service id or implementing code.' }),
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
      const found = await find(app, query.q, filterFor(app, query.type, query.region))
      const groups = (['matter', 'service', 'importedService'] as const).map((type) => ({ type, count: found.filter((each) => each.type === type).length }))
      return {
        results: found.slice(0, query.limit ?? 20).map(({ type, id, title, summary }) => ({ type, id, title: textIn(title, language), summary: textIn(summary, language), url: urlOf(type, id) })),
        total: found.length,
        groups: groups.filter(({ count }) => count > 0),
      }
    },
  }),
]
