// Notes what is searched, chosen and not found: gathered in memory, written once a second at most and at the end, never on the path of an answer.
// What cannot be written is dropped: a city loses some counts, nobody an answer.
import { createHmac } from 'node:crypto'
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { networkOf } from '../../kernel/network.ts'
import type { App } from '../../module.ts'
import { insertClicks, upsertSearches, type Click, type SearchCount } from './searches-store.ts'
import type { UnfoundSource } from './unfound.ts'
import { upsertUnfound } from './unfound-store.ts'
import { findWords } from './words.ts'

/** What noting needs of the application. */
export type Noting = Pick<App, 'db' | 'clock' | 'config' | 'log'>

/** Different words kept until they are written; what comes on top within the same second is not counted. */
const mostPending = 2000

type Pending = { searches: Map<string, SearchCount>; unfound: Map<string, { region: string; words: string; source: UnfoundSource; times: number }>; clicks: Map<string, Click> }

const waiting = new WeakMap<App['db'], Pending>()

const nothing = (): Pending => ({ searches: new Map(), unfound: new Map(), clicks: new Map() })

const pendingOf = ({ db }: Pick<App, 'db'>): Pending => {
  const pending = waiting.get(db) ?? nothing()
  waiting.set(db, pending)
  return pending
}

/** The same record again, or a new one while there is room. */
const keep = <T>(into: Map<string, T>, key: string, change: (before: T | undefined) => T): void => {
  if (into.has(key) || into.size < mostPending) into.set(key, change(into.get(key)))
}

/** Notes a question nobody could answer, for the list of designers. Returns at once and never throws. @param region where it was asked; absent: the region served */
export const noteUnanswered = (app: Noting, { text, source, region = app.config.region }: { text: string; source: UnfoundSource; region?: string | undefined }): void => {
  const words = findWords(text)
  if (words !== undefined) keep(pendingOf(app).unfound, `${region} ${words}`, (before) => ({ region, words, source: before?.source ?? source, times: (before?.times ?? 0) + 1 }))
}

/**
 * Notes that somebody searched: words without numbers, place and how much was found; nothing about who. Returns at once and never throws.
 * Call it for questions that were sent, not for every letter while somebody types.
 */
export const noteSearch = (app: Noting, { text, found, region = app.config.region }: { text: string; found: number; region?: string | undefined }): void => {
  const words = findWords(text)
  if (words === undefined) return
  const none = found === 0 ? 1 : 0
  keep(pendingOf(app).searches, `${region} ${words}`, (before) => ({ region, words, times: (before?.times ?? 0) + 1, nothingTimes: (before?.nothingTimes ?? 0) + none }))
  if (none) noteUnanswered(app, { text, source: 'search', region })
}

/**
 * Notes what was chosen after a question; `noteChosen` of the search asks first whether it is found by these words.
 * @param visitor who chose: an account or an address, kept only as a digest salted with the day, until it is over
 * @param telling these words were searched, and what was chosen has nearly all of them: they may become popular
 */
export const noteClick = (app: Noting, { text, document, visitor, telling, region = app.config.region }: { text: string; document: string; visitor: { person: string } | { ip: string }; telling: boolean; region?: string | undefined }): void => {
  const words = findWords(text)
  if (words === undefined) return
  const who = 'person' in visitor ? `person ${visitor.person}` : `network ${networkOf(visitor.ip)}`
  const mark = createHmac('sha256', `${app.config.sessionSecret} searches ${plainDate(app.clock.now())}`).update(JSON.stringify([who, words, document])).digest('base64url').slice(0, 22)
  keep(pendingOf(app).clicks, mark, () => ({ region, words, document, mark, telling }))
}

const write = async (app: Noting, { searches, unfound, clicks }: Pending): Promise<void> => {
  if (searches.size + unfound.size + clicks.size === 0) return
  const at = app.clock.now()
  await app.db.transaction(async (tx) => {
    if (searches.size > 0) await upsertSearches(tx, plainDate(at), [...searches.values()])
    if (unfound.size > 0) await upsertUnfound(tx, Array.from(unfound.values(), (each) => ({ ...each, id: uuidv7(app.clock) })), at)
    if (clicks.size > 0) await insertClicks(tx, plainDate(at), [...clicks.values()])
  })
}

const writing = new WeakMap<App['db'], Promise<void>>()

/** Writes what was noted since the last time, in one transaction, after what is being written already. */
export const writeNoted = (app: Noting): Promise<void> => {
  const pending = pendingOf(app)
  waiting.set(app.db, nothing())
  const written = (writing.get(app.db) ?? Promise.resolve())
    .then(() => write(app, pending))
    .catch((error: unknown) => app.log.warn({ err: error }, 'what was searched could not be noted'))
  writing.set(app.db, written)
  return written
}
