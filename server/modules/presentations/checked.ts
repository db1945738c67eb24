// What comes out when somebody checks a credential, however it was shown; nothing of it goes beyond what was disclosed. Pure.
import type { Texts } from '../../kernel/texts.ts'
import type { Verdict } from './presentation.ts'

/** `value` as the credential says it; `face` how to tell it. */
export type CheckedClaim = { id: string; name: Texts; text: string }

/**
 * `bound`: the holder showed it, now; false for a file, which anybody may have. `statusAt`: the instant up to which it is known whether it
 * was revoked; null when it is not known at all.
 */
export type Checked = {
  verdict: Verdict
  type: { id: string; name: Texts } | null
  issuer: Texts | null
  claims: CheckedClaim[]
  validUntil: string | null
  purpose: string | null
  shownBy: string | null
  bound: boolean
  checkedAt: string
  statusAt: string | null
}

export const nothingChecked = (verdict: Verdict, checkedAt: string): Checked => ({ verdict, type: null, issuer: null, claims: [], validUntil: null, purpose: null, shownBy: null, bound: false, checkedAt, statusAt: null })

/** Verdicts after which what was shown is told; of the others nothing is, since it may be made up or not meant for whoever asks. */
export const tells: readonly Verdict[] = ['valid', 'expired', 'notYetValid', 'revoked', 'suspended', 'statusUnknown']
