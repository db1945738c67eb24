// Finding what answers a question: terms looked up rarest first, candidates ranked.
// Asked by the search everybody uses, and by coordinators of hard cases.
import { regionAndAbove, regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import type { DocumentType } from './document.ts'
import { readQuestion, type Question } from './question.ts'
import { rank, rarity, type Ranked } from './ranking.ts'
import { countTerms, listCandidates, type SearchFilter } from './search-store.ts'

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
  answers: { regions: regionAndAbove(region ?? app.config.region), within: regionPrefix(region ?? app.config.region) },
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

/** What answers a question best first. @param region only what is offered there, above or within it; absent: anywhere */
export const findFor = async (app: App, q: string, type?: DocumentType, region?: string): Promise<Ranked[]> => {
  const question = readQuestion(q)
  if (question.units.length === 0) return []
  const terms = [...new Set(question.units.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms)))]
  const statistics = await countTerms(app.db.read, terms)
  const candidates = await listCandidates(app.db.read, termsToRead(question, statistics), filterFor(app, type, region), mostCandidates)
  const home = new Set(regionAndAbove(app.config.region))
  return rank(question, candidates, statistics, (place) => home.has(place) || regionCovers(app.config.region, place))
}
