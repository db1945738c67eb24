// What was searched is kept for so many days and then erased, in bounded steps.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { countSearchesBefore, deleteSearchesBefore } from './searches-store.ts'
import { countUnfoundBefore, deleteUnfoundBefore } from './unfound-store.ts'

/** Returns how many rows were erased; in a dry run, would be. */
export const eraseOldSearches = async ({ db }: Pick<App, 'db'>, { before, limit, dry }: { before: Date; limit: number; dry: boolean }): Promise<number> => {
  const day = plainDate(before)
  if (dry) return (await countSearchesBefore(db.read, day, limit)) + (await countUnfoundBefore(db.read, before, limit))
  return db.transaction(async (tx) => (await deleteSearchesBefore(tx, day, limit)) + (await deleteUnfoundBefore(tx, before, limit)))
}
