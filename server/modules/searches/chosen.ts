// What people choose after a question, kept in memory by every process, and made anew from the counts every night.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { isTrusted, learntFrom } from './learning.ts'
import { deleteMarks, findLearntAt, listChosen, listChosenWords, listHardlyChosen, listLearnt, updateLearnt } from './searches-store.ts'
import { upsertHardlyChosen } from './unfound-store.ts'
import { findWords, isShowable } from './words.ts'

/** Days looked back at: for ranking, for what is popular, for what is hardly ever chosen. */
const days = { ranking: 90, popular: 14, hardlyChosen: 30 }
/** The most that is learnt. */
const most = { ranking: 20_000, popular: 5000, hardlyChosen: 500 }
/** Searched at least so often, and at most one choice in so many searches. */
const hardlyChosen = { least: 20, every: 20 }

type Memory = { learntAt: number; byWords: ReadonlyMap<string, ReadonlyMap<string, number>> }

const memories = new WeakMap<App['db'], Memory>()
const none: ReadonlyMap<string, number> = new Map()

/**
 * What people chose after asking this: `<type>/<id>` of a result → 0 to 1. From memory; empty where too few different people chose.
 * @param text as typed: read the same way it was noted
 */
export const clicksFor = ({ db }: Pick<App, 'db'>, text: string): ReadonlyMap<string, number> => {
  const byWords = memories.get(db)?.byWords
  const words = byWords === undefined || byWords.size === 0 ? undefined : findWords(text)
  return (words === undefined ? undefined : byWords?.get(words)) ?? none
}

/** Takes what was learnt into memory, when it is newer. */
export const followLearnt = async ({ db }: Pick<App, 'db'>): Promise<void> => {
  const learntAt = (await findLearntAt(db.read))?.getTime() ?? 0
  if (learntAt === memories.get(db)?.learntAt) return
  const byWords = new Map<string, Map<string, number>>()
  for (const { words, document, weight } of await listLearnt(db.read)) byWords.set(words, (byWords.get(words) ?? new Map<string, number>()).set(document, weight / 1000))
  memories.set(db, { learntAt, byWords })
}

/** Every night: forgets who clicked, learns from what was chosen, and lists for designers what is searched but hardly ever chosen. Repeated, it changes nothing. */
export const learn = async ({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<void> => {
  const today = plainDate(clock.now())
  const since = (back: number) => addDays(today, -back)
  const [chosen, words, unchosen] = await Promise.all([
    listChosen(db.read, since(days.ranking), most.ranking), listChosenWords(db.read, since(days.popular), most.popular), listHardlyChosen(db.read, since(days.hardlyChosen), { ...hardlyChosen, limit: most.hardlyChosen }),
  ])
  await db.transaction(async (tx) => {
    await deleteMarks(tx, today)
    await updateLearnt(tx, learntFrom(chosen), words.filter((each) => isTrusted(each) && isShowable(each.words)), clock.now())
    await upsertHardlyChosen(tx, unchosen.map((each) => ({ ...each, id: uuidv7(clock), source: 'clicks' as const })), clock.now())
  })
}
