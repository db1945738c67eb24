// What happens to a broken promise on record: its subject objects or asks for repair, an official answers. Kept in the history of the promise.
import { covers } from '../../kernel/authz.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { creditAfter, isBar, type CreditAction, type CreditEntry } from './credit-entry.ts'
import { getCreditEntryForUpdate, listCreditEntriesOf, updateCreditEntry } from './credit-entries-store.ts'
import { auditOf, lineOf, tell } from './recording.ts'
import { findUndertaking, insertUndertakingLines } from './undertakings-store.ts'

/** Whether any of these subjects has a broken promise on record that stands on this day: persons by id, businesses by credit code. */
export const hasBar = async (read: Read, subjects: readonly string[], today: string): Promise<boolean> =>
  (await listCreditEntriesOf(read, subjects, today)).some((entry) => isBar(entry, today))

const moveEntry = async (scene: Scene, one: CreditEntry, action: CreditAction, detail: Record<string, unknown>): Promise<CreditEntry> => {
  const state = creditAfter(one.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: one.state, action })
  const next: CreditEntry = { ...one, state, updatedAt: scene.at.toISOString(), repairedOn: action === 'repair' ? plainDate(scene.at) : one.repairedOn }
  await updateCreditEntry(scene.tx, next)
  await insertUndertakingLines(scene.tx, [lineOf(scene, one.undertakingId, action, detail)])
  const of = await findUndertaking(scene.tx, one.undertakingId)
  if (!of) throw new Error(`Entry ${one.id} has no promise`)
  await insertAudit(scene.tx, [auditOf(scene, of, action, { entry: one.id, ...detail })])
  return next
}

/** Its subject speaks: `object` says it is wrong, `askRepair` that it was made good. */
export const speakUp = async (scene: Scene, personId: string, id: string, action: 'object' | 'askRepair', text: string): Promise<CreditEntry> => {
  const one = await getCreditEntryForUpdate(scene.tx, id)
  if (one.personId !== personId) throw new Refusal('not_found')
  if (action === 'askRepair' && !one.repairable) throw new Refusal('not_allowed_now', { action, because: 'repairable' })
  return moveEntry(scene, one, action, { text })
}

/** An official of the place answers: it stands, was never right, or is repaired. */
export const settleEntry = async (scene: Scene, id: string, action: 'uphold' | 'cancel' | 'repair', reasons: string): Promise<CreditEntry> => {
  const one = await getCreditEntryForUpdate(scene.tx, id)
  if (!covers(scene.principal, ['approver', 'head'], one)) throw new Refusal('not_found')
  const next = await moveEntry(scene, one, action, { reasons })
  const of = await findUndertaking(scene.tx, one.undertakingId)
  if (of) await tell(scene, of, 'creditAnswered', { reasons })
  return next
}
