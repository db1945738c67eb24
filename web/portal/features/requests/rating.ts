// Rating an answer and having it done again are two steps, and the second may fail alone.
// What was said for it is then kept for the next try.
import type { Verdict } from './reach.ts'

/** Asked for along with a rating of this round, and not arrived. `failed`: parts not done well. */
export interface Undone {
  round: number
  why: string
  failed: string[]
  error: unknown
}

/** Of a `Reach`, what is needed here. */
interface Steps<One> {
  rate: (verdict: Verdict) => Promise<One>
  redo: (why: string, parts: string[]) => Promise<One>
  keep: (one: One) => void
}

/** @param parts null: only rated. When only the second step fails the request is shown as rated, so that it is not rated again. */
export async function rateWith<One extends { round: number }>(reach: Steps<One>, verdict: Verdict, parts: string[] | null, onUndone: (undone: Undone) => void): Promise<One> {
  const rated = await reach.rate(verdict)
  if (parts === null) return rated
  return reach.redo(verdict.words, parts).catch((error: unknown) => {
    onUndone({ round: rated.round, why: verdict.words, failed: parts, error })
    reach.keep(rated)
    throw error
  })
}
