// The index of this process: filled from the documents in the database and following them. Every question first asks which change is the newest
// (one number, a fraction of a millisecond), so that what anybody has published is found by the next question, at every server.
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { App } from '../../module.ts'
import type { Shown } from './document.ts'
import { readIndexFile, writeIndexFile } from './index-file.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { createIndex, type Entry, type EntryNames, type SearchIndex } from './memory-index.ts'
import { getProgress, listRemoved, listWritten } from './search-store.ts'
import { shippedVectors } from './shipped-vectors.ts'

/** What following needs of the application. */
export type Following = Pick<App, 'db' | 'log' | 'packs' | 'config'>

export type LiveIndex = { index: SearchIndex<Shown>; lexicon: Lexicon }

/** `change`: what the index is up to, `keptChange` its file; `thesaurus`: what the lexicon was made of, `next` the one being made. What goes on meanwhile: `following`, `renewing`, `keeping`. */
type State = LiveIndex & {
  change: number; origin: string; thesaurus: Thesaurus; loaded: boolean; next: Lexicon | undefined; following: Promise<void> | undefined; renewing: Promise<void> | undefined; keptChange: number; keeping: Promise<void> | undefined
}

/** A question waits for so many changes; it does not wait for an import of a whole province. */
const worthWaiting = 2000
const pageSize = 1000
/** Milliseconds after which others get their turn. */
const patience = 8
/** Replaced entries that take room before the index is made anew. */
const mostGone = 10_000
/** Entries from which an index is kept in a file; fewer are read from the database as fast. */
const worthKeeping = 20_000
/** Part of the entries that changed before the file is written anew. */
const staleFrom = 0.05

const states = new WeakMap<App['db'], State>()

type Thesaurus = ReturnType<Following['packs']['thesaurusFor']>

const thesaurusOf = ({ packs, config }: Following) => packs.thesaurusFor(config.region)

/** Knows no word of the packs yet. That the vectors are missing is said once per process. */
const newLexicon = ({ log }: Following): Lexicon =>
  createLexicon([], shippedVectors((error) => log.warn({ err: error }, 'the word vectors cannot be used; search goes by words alone')))

const newState = (app: Following, origin: string): State =>
  ({ index: createIndex<Shown>(), lexicon: newLexicon(app), change: 0, origin, thesaurus: thesaurusOf(app), loaded: false, next: undefined, following: undefined, renewing: undefined, keptChange: 0, keeping: undefined })

/** Does something for each, giving others their turn in between. */
const inTurns = async <T>(each: Iterable<T>, work: (one: T) => void): Promise<void> => {
  let since = performance.now()
  for (const one of each) {
    work(one)
    if (performance.now() - since < patience) continue
    await nextTurn()
    since = performance.now()
  }
}

/** Words of an entry; what packs call something else, people may say in part or in other words. */
export const teachEntry = (lexicon: Lexicon) => ({ titleWords, aliasWords, shelf }: EntryNames): void => {
  const [title] = titleWords
  for (const name of [...titleWords, ...aliasWords]) lexicon.learn(name)
  lexicon.resemblance?.name([...titleWords, ...aliasWords], shelf.pack !== undefined)
  if (shelf.pack !== undefined && title !== undefined) for (const alias of aliasWords) lexicon.sayings.learn(alias, [title])
}

const putInto = ({ index, lexicon, next }: State) => ({ entry }: { entry: Entry<Shown> }): void => {
  const titles = index.parts.titles.size()
  const before = index.put(entry)
  const isNew = index.parts.titles.size() > titles
  const kept = before?.titleWords[0] === entry.titleWords[0] ? before?.aliasWords : undefined
  const aliasWords = entry.aliasWords.filter((alias) => kept?.includes(alias) !== true)
  // The same service of another region teaches no word; what the packs call it, or what it is called newly, does.
  if (!isNew && (aliasWords.length === 0 || (before === undefined && entry.shelf.pack === undefined))) return
  for (const each of next === undefined ? [lexicon] : [lexicon, next]) teachEntry(each)({ ...entry, aliasWords })
}

/** Takes in, by what it means, whatever was learnt. */
const settle = ({ resemblance }: Lexicon): Promise<void> => inTurns(resemblance?.settle() ?? [], () => {})

/** Brings an index from where it is to where the documents are now. */
const catchUp = async (app: Following, state: State): Promise<void> => {
  const { change } = await getProgress(app.db.read)
  let after = state.change
  for (;;) {
    const page = await listWritten(app.db.read, after, pageSize)
    await inTurns(page, putInto(state))
    after = page.at(-1)?.change ?? after
    if (page.length < pageSize) break
  }
  // After the written ones: what comes back in between is written again, and taken up next time.
  after = state.change
  for (;;) {
    const page = await listRemoved(app.db.read, after, pageSize)
    for (const { key } of page) state.index.remove(key)
    after = page.at(-1)?.change ?? after
    if (page.length < pageSize) break
  }
  await settle(state.lexicon)
  state.change = change
  state.loaded = true
}

/** Makes the index anew beside the one in use, and puts it in its place. */
const remake = async (app: Following, state: State, origin: string): Promise<void> => {
  const fresh = newState(app, origin)
  await inTurns(fresh.thesaurus, fresh.lexicon.teach)
  await catchUp(app, fresh)
  Object.assign(state, { ...fresh, following: state.following, renewing: state.renewing, keeping: state.keeping })
}

/** Everything the catalogue teaches, for an index that was not filled entry by entry. */
const teach = async (index: SearchIndex<Shown>, lexicon: Lexicon): Promise<void> => {
  await inTurns(index.names(), teachEntry(lexicon))
  await settle(lexicon)
}

const isSame = (one: Thesaurus, other: Thesaurus): boolean =>
  one.length === other.length && one.every(({ said, meant, minor, whole }, at) => {
    const word = other[at]
    return word !== undefined && word.said === said && word.minor === minor && word.whole === whole && word.meant.length === meant.length && meant.every((each, place) => word.meant[place] === each)
  })

/** The words of a new edition, where it has others; what the catalogue teaches is learnt again. */
const renewLexicon = async (app: Following, state: State): Promise<void> => {
  const thesaurus = thesaurusOf(app)
  if (isSame(thesaurus, state.thesaurus)) {
    state.thesaurus = thesaurus
    return
  }
  const { index } = state
  const lexicon = newLexicon(app)
  await inTurns(thesaurus, lexicon.teach)
  state.next = lexicon
  await teach(index, lexicon)
  // An index made anew meanwhile has learnt the newest words itself.
  if (state.index === index) Object.assign(state, { lexicon, thesaurus })
  state.next = undefined
}

/** Questions are read with the words before until the new ones are learnt. */
const renew = (app: Following, state: State): void => {
  state.renewing ??= renewLexicon(app, state)
    .catch((error: unknown) => app.log.error({ err: error }, 'the words of the new edition could not be learnt'))
    .finally(() => {
      state.next = undefined
      state.renewing = undefined
    })
}

const fileOf = ({ config }: Following): string => join(config.dataDir, 'search', 'index.bin')

/** Takes the index from its file, if that is one of these documents; the words it teaches are learnt while it is used already. */
const takeFile = async (app: Following, state: State, newest: number): Promise<void> => {
  try {
    const { origin, change, parts } = await readIndexFile(fileOf(app))
    if (origin !== state.origin || change > newest) throw new Error('it is of other documents')
    Object.assign(state, { index: createIndex<Shown>(parts), change, keptChange: change })
    teach(state.index, state.lexicon).catch((error: unknown) => app.log.error({ err: error }, 'the words of the catalogue could not be learnt'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') app.log.warn({ err: error, file: fileOf(app) }, 'the file of the search index cannot be used; the index is made anew')
  }
}

/** Writes the file anew when much has changed. */
const keep = (app: Following, state: State, least: number): void => {
  const { entries } = state.index.size()
  const { change, origin } = state
  if (state.keeping || origin === '' || entries < least || change - state.keptChange < Math.max(1, entries * staleFrom)) return
  state.keptChange = change
  const writing = async () => {
    await mkdir(dirname(fileOf(app)), { recursive: true })
    await writeIndexFile(fileOf(app), state.index.parts, { origin, change })
  }
  state.keeping = writing()
    .catch((error: unknown) => app.log.warn({ err: error, file: fileOf(app) }, 'the search index cannot be kept in a file; each start makes it anew'))
    .finally(() => {
      state.keeping = undefined
    })
}

const follow = (app: Following, state: State, newest: Awaited<ReturnType<typeof getProgress>>, keptFrom: number): Promise<void> => {
  const step = async () => {
    const { entries, gone } = state.index.size()
    if (!state.loaded) {
      await inTurns(state.thesaurus, state.lexicon.teach)
      await takeFile(app, state, newest.change)
    }
    if (state.origin !== newest.origin || newest.change < state.change || gone > Math.max(mostGone, entries)) await remake(app, state, newest.origin)
    else await catchUp(app, state)
    keep(app, state, keptFrom)
  }
  state.following ??= step().finally(() => {
    state.following = undefined
  })
  return state.following
}

/**
 * The index as it is now. The first time it is filled, from its file or entry by entry, which takes a moment for every thousand; later a question
 * waits only for few changes. While the database is away, what was found last is found still. @param keptFrom entries from which it is kept in a file
 */
export const liveIndex = async (app: Following, { keptFrom = worthKeeping } = {}): Promise<LiveIndex> => {
  const known = states.get(app.db)
  try {
    const newest = await getProgress(app.db.read)
    const state = states.get(app.db) ?? newState(app, newest.origin)
    states.set(app.db, state)
    // Before the first document there is nothing to be told from that of another database.
    if (state.change === 0) state.origin = newest.origin
    if (!state.loaded) await follow(app, state, newest, keptFrom)
    else if (state.change !== newest.change || state.origin !== newest.origin) {
      const following = follow(app, state, newest, keptFrom)
      if (Math.abs(newest.change - state.change) <= worthWaiting && state.origin === newest.origin) {
        await following
        // It may have begun before what this question is to see.
        if (state.change < newest.change) await follow(app, state, newest, keptFrom)
      } else following.catch((error: unknown) => app.log.error({ err: error }, 'the search index could not follow; it will be tried again'))
    }
    if (state.thesaurus !== thesaurusOf(app)) renew(app, state)
    return state
  } catch (error) {
    if (!known?.loaded) {
      // Half filled, it would be taught twice.
      states.delete(app.db)
      throw error
    }
    app.log.warn({ err: error }, 'the search index cannot ask what changed; it answers from memory')
    return known
  }
}

/** Waits until the words of a new edition, if they are being learnt, are. */
export const wordsLearnt = async (app: Following): Promise<void> => states.get(app.db)?.renewing

/** Waits until the file of the index, if it is being written, is. */
export const indexKept = async (app: Following): Promise<void> => states.get(app.db)?.keeping
