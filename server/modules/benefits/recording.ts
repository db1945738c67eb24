// One step of an entitlement's lifecycle: whether it may happen, the new state, and its line in history.
// Every change of state goes through here.
import { Refusal } from '../../kernel/errors.ts'
import type { Tx } from '../../kernel/db.ts'
import { entitlementAfter, type Entitlement } from './entitlement.ts'
import { insertAction, updateEntitlement, type ActionRow } from './entitlements-store.ts'

/** The caller holds the row. @throws Refusal not_allowed_now */
export const moveEntitlement = async (tx: Tx, one: Entitlement, step: ActionRow, change: Partial<Entitlement> = {}): Promise<Entitlement> => {
  const state = entitlementAfter(one.state, step.action)
  if (state === undefined) throw new Refusal('not_allowed_now')
  const next = { ...one, ...change, state, changedAt: step.at.toISOString() }
  await updateEntitlement(tx, next)
  await insertAction(tx, one.id, step)
  return next
}
