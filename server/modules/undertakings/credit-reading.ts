// Broken promises on record as they are told: each with the promise it came from and what was said about it since.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import type { CreditEntry } from './credit-entry.ts'
import { toCredit } from './undertakings-replies.ts'
import { listUndertakingLines, listUndertakingsWithIds } from './undertakings-store.ts'

/** In the order given. */
export const readCredits = async (app: App, read: Read, entries: readonly CreditEntry[]) => {
  const ids = entries.map(({ undertakingId }) => undertakingId)
  const [promises, lines] = await Promise.all([listUndertakingsWithIds(read, ids), listUndertakingLines(read, ids)])
  const catalogueOf = await pinnedCatalogues(app, read, promises)
  const byId = new Map(promises.map((each) => [each.id, each]))
  return entries.flatMap((entry) => {
    const of = byId.get(entry.undertakingId)
    return of ? [toCredit(catalogueOf(of), entry, of, lines, plainDate(app.clock.now()))] : []
  })
}
