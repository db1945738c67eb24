// What has become of an entitlement so far, in the words of take-up: paid, on its way, or why not. Pure.
import type { BenefitWay } from '../catalogue/index.ts'
import type { Entitlement, EntitlementState } from './entitlement.ts'

/** notFound and unknown are of people nobody has found yet; ended: no longer due. */
export const outcomes = ['paid', 'inPayment', 'notReached', 'notConfirmed', 'noAccount', 'objection', 'returned', 'declined', 'refused', 'notFound', 'unknown', 'ended'] as const
export type Outcome = (typeof outcomes)[number]

const byState: Record<EntitlementState, Outcome> = {
  found: 'notReached', told: 'notConfirmed', confirmed: 'inPayment', declined: 'declined', listed: 'inPayment', paid: 'paid', returned: 'returned', recovering: 'ended', recovered: 'ended', lapsed: 'ended',
}

/** @param way of the policy: what is paid by itself waits for an account only @param isObjected somebody objects to it on a published list */
export const outcomeOf = ({ state, ruling }: Pick<Entitlement, 'state' | 'ruling'>, way: BenefitWay, isObjected: boolean): Outcome => {
  const outcome = byState[state]
  if (outcome === 'ended' && ruling === 'refused') return 'refused'
  if (outcome === 'inPayment' && isObjected) return 'objection'
  return outcome === 'notConfirmed' && way === 'automatic' ? 'noAccount' : outcome
}
