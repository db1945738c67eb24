// The steps for many cases: their keys, what each is sent, which of them takes another back, and how an outcome reads.
// Pure.
import type { BulkOutcome } from './queries.ts'

export const bulkActions = ['claim', 'accept', 'handOver', 'putBack', 'requestSupplement', 'grant'] as const
export type BulkAction = (typeof bulkActions)[number]

/** The same keys as on a single case. */
export const bulkKeys: Record<BulkAction, string> = { claim: 'c', accept: 'a', handOver: 't', putBack: 'b', requestSupplement: 's', grant: 'g' }

/** What takes a step back where the lifecycle has a way back. */
export const wayBack: Partial<Record<BulkAction, BulkAction>> = { claim: 'putBack', putBack: 'claim' }

/** What is said with a step, as it is typed. */
export interface Words {
  to: string
  note: string
  what: string
  opinion: string
}

export const noWords: Words = { to: '', note: '', what: '', opinion: '' }

/** Whether a step needs something said before it can be tried. */
export const asksFirst = (action: BulkAction): boolean => action === 'handOver' || action === 'requestSupplement' || action === 'grant'

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line.length >= 2)

/** Whether what has to be said has been said. */
export const isSaid = (action: BulkAction, words: Words): boolean => (action === 'handOver' ? words.to !== '' : action === 'requestSupplement' ? lines(words.what).length > 0 : true)

/** The part of the request that depends on the step. */
export const bodyOf = (action: BulkAction, { to, note, what, opinion }: Words): { to?: string; note?: string; what?: string[]; opinion?: string } => {
  if (action === 'handOver') return { to, note: note.trim() }
  if (action === 'requestSupplement') return { what: lines(what).slice(0, 20) }
  return action === 'grant' ? { opinion: opinion.trim() } : {}
}

export const becauseKeys = ['conflict', 'not_found', 'forbidden', 'invalid_answers', 'invalid', 'holder', 'taken'] as const
export type BecauseKey = (typeof becauseKeys)[number] | 'other'

/** Why a case was left as it is: what stands against it if we have words for that, else the kind of refusal. */
export const becauseOf = ({ code, because }: Pick<BulkOutcome, 'code' | 'because'>): BecauseKey =>
  becauseKeys.find((key) => key === because) ?? becauseKeys.find((key) => key === code) ?? 'other'
