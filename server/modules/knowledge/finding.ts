// Finding entries for an agent while somebody waits on the line: an index in the memory of this process that follows the database,
// and beside it what the portal's own search finds. What nobody finds is noted, masked.
import { plainDate } from '../../kernel/clock.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { createIndex, findFor, liveIndex, readQuestion, wordsOf, type Ranked, type SearchIndex } from '../search/index.ts'
import { maskSensitive } from '../triage/index.ts'
import { isInForce, type Entry } from './entry.ts'
import { beginning, listChangedAfter, type Mark } from './entries-store.ts'
import { upsertGap } from './gaps-store.ts'

type Known = { index: SearchIndex<{ id: string }>; entries: Map<string, Entry>; upTo: Mark }
const known = new WeakMap<App['db'], Known>()
const pageSize = 1000

/** A transaction that began earlier may end later; so much is looked at again each time. */
const overlapMs = 5000

const follow = async (app: App): Promise<Known> => {
  const present = known.get(app.db) ?? { index: createIndex<{ id: string }>(), entries: new Map<string, Entry>(), upTo: beginning }
  known.set(app.db, present)
  let after: Mark = { ...beginning, updatedAt: new Date(Math.max(0, Date.parse(present.upTo.updatedAt) - overlapMs)).toISOString() }
  for (;;) {
    const page = await listChangedAfter(app.db.read, after, pageSize)
    for (const entry of page) {
      if (present.entries.get(entry.id)?.revision !== entry.revision) put(present, entry)
      after = entry
    }
    if (after.updatedAt > present.upTo.updatedAt) present.upTo = after
    if (page.length < pageSize) return present
  }
}

const put = ({ index, entries }: Known, entry: Entry): void => {
  entries.set(entry.id, entry)
  const { ask, answer, source } = entry.words
  if (entry.stage === 'published') index.put({ key: entry.id, shelf: { type: 'knowledge', region: entry.region }, shown: { id: entry.id }, ...wordsOf({ titles: [ask], context: [source.title], body: [answer] }) })
  else index.remove(entry.id)
}

/** Part of a question an entry must have to be worth showing. */
const leastShare = 0.35

export type Found = { entries: { entry: Entry; inForce: boolean }[]; others: Ranked[] }

/** @param region where it is asked: entries of it and of what is above @param category of the duty list; its entries come first, also without words */
export const findKnowledge = async (app: App, { q, region, category, limit }: { q: string; region: string; category?: string; limit: number }): Promise<Found> => {
  const { index, entries } = await follow(app)
  const day = plainDate(app.clock.now())
  const around = new Set(regionAndAbove(region))
  const { lexicon } = await liveIndex(app)
  const eligible = ({ region: place = '' }: { region?: string }) => around.has(place)
  const byWords = q.trim() === '' ? [] : index.find(readQuestion(q, lexicon), { limit: limit * 2, eligible }).filter(({ share }) => share >= leastShare).flatMap(({ key }) => entries.get(key) ?? [])
  const byCategory = category === undefined ? [] : [...entries.values()].filter((entry) => entry.stage === 'published' && entry.words.category === category && around.has(entry.region))
  const found = [...new Set([...byWords.filter(({ words }) => category !== undefined && words.category === category), ...byWords, ...byCategory])]
  const inForce = (entry: Entry) => isInForce(entry, day)
  return {
    entries: [...found.filter(inForce), ...found.filter((entry) => !inForce(entry))].slice(0, limit).map((entry) => ({ entry, inForce: inForce(entry) })),
    others: q.trim() === '' ? [] : (await findFor(app, q, { region: region.slice(0, 6) })).filter(({ type, id }) => ['service', 'answer', 'help', 'matter'].includes(type) && !entries.has(id)).slice(0, limit),
  }
}

/** Notes what an agent did not find. Nothing personal is kept; a gap of one character says nothing. */
export const noteGap = async ({ db, clock }: Pick<App, 'db' | 'clock'>, region: string, words: string): Promise<void> => {
  const kept = maskSensitive(words).replaceAll(/\s+/g, ' ').trim().slice(0, 80)
  if ([...kept].length > 1) await db.transaction((tx) => upsertGap(tx, region, kept, clock.now()))
}
