// Issuing for results that were there before the type of e-licence was, or before this product: in portions, each a transaction, going on
// where it stopped. Safe to repeat.
import type { App } from '../../module.ts'
import { listResultsAfter } from '../cases/index.ts'
import { followResults } from './issuing.ts'

const portion = 200

export type BatchProgress = { looked: number; issued: number; ended: number; after: string | null }

/**
 * Looks at every result once. @param after id of the result to go on behind
 * @param most results to look at; all when absent
 */
export const issueBatch = async (app: Pick<App, 'clock' | 'db' | 'packs'>, { after = null, most = Infinity, tell = () => {} }: { after?: string | null; most?: number; tell?: (progress: BatchProgress) => void } = {}): Promise<BatchProgress> => {
  const progress: BatchProgress = { looked: 0, issued: 0, ended: 0, after }
  while (progress.looked < most) {
    const results = await listResultsAfter(app.db.read, progress.after, Math.min(portion, most - progress.looked))
    const last = results.at(-1)
    if (!last) break
    const { issued, ended } = await app.db.transaction((tx) => followResults(app, tx, results))
    progress.looked += results.length
    progress.issued += issued
    progress.ended += ended
    progress.after = last.id
    tell({ ...progress })
  }
  return progress
}
