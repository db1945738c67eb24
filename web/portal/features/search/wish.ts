// What the page takes somebody to want: what they chose, else what their words say; two guesses to choose from where the words leave it open.
// Pure.
import type { Intent, Result } from './queries.ts'
import type { IntentKind } from './search-address.ts'

/** The help text that says what there is for a wish. */
export const helpFor: Partial<Record<IntentKind, string>> = { complain: 'complain', track: 'check-progress', book: 'book-a-visit', contact: 'talk-to-a-person' }

/** Whether the best result already says it: it need not be said twice. */
export const saysIt = (best: Pick<Result, 'type' | 'id'> | undefined, kind: IntentKind): boolean => best?.type === 'help' && best.id === helpFor[kind]

/** The first hall that says how a visit is booked. */
export const bookable = (results: readonly Result[]): Result | undefined => results.find(({ type, action }) => type === 'outlet' && action.kind === 'book')

export interface Wish {
  /** undefined: not known, ask. */
  kind: IntentKind | undefined
  /** The two likeliest, where the words leave it open. */
  choices: readonly IntentKind[]
}

export function wishOf(intent: Intent, chosen: IntentKind | undefined): Wish {
  if (chosen) return { kind: chosen, choices: [] }
  const second = intent?.alternatives[0]
  if (!intent.unsure || !second) return { kind: intent.kind, choices: [] }
  return { kind: undefined, choices: [intent.kind, second.kind] }
}
