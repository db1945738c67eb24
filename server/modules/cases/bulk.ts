// One action on many cases: each is the single action with all its checks, in a transaction of its own, so one that cannot be done
// keeps none of the others back. A preview does the very same and takes it back, so it knows exactly what would happen.
import type { Database } from '../../kernel/db.ts'
import { Refusal, type ErrorCode } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import type { Case, CaseAction } from './case.ts'
import { findCase } from './cases-store.ts'
import { listHistory } from './history-store.ts'

export const bulkActions = ['claim', 'accept', 'putBack', 'handOver', 'requestSupplement', 'grant'] as const satisfies CaseAction[]
export type BulkAction = (typeof bulkActions)[number]

/** What came of one case: done (or possible, in a preview), done before by the same call, or refused by a code of the error catalogue. */
export type BulkOutcome = { id: string; number: string | null; outcome: 'done' | 'before' | 'refused'; code: ErrorCode | null; because: string | null; revision: number | null }

class TakenBack extends Error {}

/** An app whose transactions do everything and leave nothing behind. */
export const rehearsing = (app: App): App => {
  const transaction: Database['transaction'] = async <T>(work: Parameters<typeof app.db.transaction<T>>[0]): Promise<T> => {
    const results: T[] = []
    await app.db.transaction(async (tx) => {
      results.push(await work(tx))
      throw new TakenBack()
    }).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
    const [result] = results
    if (results.length === 0) throw new Error('a rehearsal ended without its result')
    // Pushed by `work`, whose type it is; undefined is a possible result.
    return result as T
  }
  return { ...app, db: { ...app.db, transaction } }
}

/** Whether the refused call is a repetition: the very next revision was made by the same official with the same action. */
const wasDoneBefore = async (app: App, staffId: string, one: Case, seen: number, action: BulkAction): Promise<boolean> => {
  if (one.revision !== seen + 1) return false
  const last = (await listHistory(app.db.read, one)).filter((entry) => entry.action !== 'reveal').at(-1)
  return last?.action === action && last.actorId === staffId
}

const becauseIn = (details: unknown): string | null => {
  if (typeof details !== 'object' || details === null) return null
  if ('because' in details && typeof details.because === 'string') return details.because
  return 'state' in details && typeof details.state === 'string' ? details.state : null
}

/**
 * Does one action on cases one after another.
 * @param act the single action; throws Refusal. `seen` is the revision the official was looking at
 */
export const actOnMany = async (app: App, staffId: string, action: BulkAction, items: readonly { id: string; revision: number }[], act: (item: { id: string; revision: number }) => Promise<{ number: string; revision: number }>): Promise<BulkOutcome[]> => {
  const outcomes: BulkOutcome[] = []
  for (const item of items) {
    try {
      const { number, revision } = await act(item)
      outcomes.push({ id: item.id, number, outcome: 'done', code: null, because: null, revision })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Out of jurisdiction reads like not there: nothing of the case is told.
      const one = error.code === 'not_found' ? undefined : await findCase(app.db.read, item.id)
      const before = one !== undefined && error.code === 'conflict' && (await wasDoneBefore(app, staffId, one, item.revision, action))
      outcomes.push({ id: item.id, number: one?.number ?? null, outcome: before ? 'before' : 'refused', code: before ? null : error.code, because: before ? null : becauseIn(error.details), revision: one?.revision ?? null })
    }
  }
  return outcomes
}
