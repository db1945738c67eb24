// What designers do with a question nobody could answer, in one transaction with its audit entry.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { stateAfter, type Remedy, type Unfound, type UnfoundStep } from './unfound.ts'
import { getUnfoundForUpdate, updateUnfound } from './unfound-store.ts'

/** `revision`: the one that was looked at. */
export type Decision = { step: UnfoundStep; revision: number; remedy: Remedy | null; note: string }

/** @throws Refusal not_found outside the designer's region, conflict when somebody was faster, not_allowed_now by the table */
export const decide = ({ db, clock }: Pick<App, 'db' | 'clock'>, principal: Principal, id: string, { step, revision, remedy, note }: Decision, requestId: string): Promise<Unfound> =>
  db.transaction(async (tx) => {
    const before = await getUnfoundForUpdate(tx, id)
    if (!jurisdictionFilter(principal, ['designer']).some(({ regionPrefix }) => before.region.startsWith(regionPrefix))) throw new Refusal('not_found')
    if (before.revision !== revision) throw new Refusal('conflict', { revision: before.revision })
    const state = stateAfter(before.state, step)
    if (!state) throw new Refusal('not_allowed_now', { state: before.state, action: step })
    const at = clock.now().toISOString()
    const after: Unfound = { ...before, state, revision: revision + 1, remedy, note, decidedBy: staffOf(principal).name, decidedAt: at }
    await updateUnfound(tx, after)
    await insertAudit(tx, [{ at, ...actorOf(principal), action: `unfound.${step}`, subjectType: 'unfoundSearch', subjectId: id, region: before.region, requestId, detail: { words: before.words, remedy, note } }])
    return after
  })
