// What designers decide about a part people rated poorly, in one transaction with its audit entry.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { stateAfter, type Decision, type ImprovementStep, type Part } from './improvement.ts'
import { findImprovement } from './gathering.ts'
import { insertDecision } from './improvements-store.ts'

/** `revision`: the one that was looked at, 0 before the first. `edition`: of the part, that brought the change. */
export type Deciding = Part & { step: ImprovementStep; revision: number; note: string; edition: number | null }

/** @param region within the designer's jurisdiction @throws Refusal not_found for what nobody rated poorly, conflict when somebody was faster, not_allowed_now by the table, invalid for an edition that did not change it */
export const decide = (app: App, principal: Principal, region: string, { of, page, step, revision, note, edition }: Deciding, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { one } = await findImprovement(app, tx, region, { of, page })
    if (one.last === undefined && one.since.poor === 0 && (one.earlier?.poor ?? 0) === 0) throw new Refusal('not_found')
    if (one.revision !== revision) throw new Refusal('conflict', { revision: one.revision })
    if (stateAfter(one.state, step) === undefined) throw new Refusal('not_allowed_now', { state: one.state, action: step })
    const released = one.editions.find(({ number }) => number === edition)
    if (edition !== null && (released === undefined || step !== 'deal')) throw new Refusal('invalid', { edition })
    const at = app.clock.now().toISOString()
    const decision: Decision = { region, of, page, revision: revision + 1, step, note, edition, changedAt: released?.releasedAt ?? at, byName: staffOf(principal).name, at }
    if (!(await insertDecision(tx, decision))) throw new Refusal('conflict')
    await insertAudit(tx, [{ at, ...actorOf(principal), action: `improvements.${step}`, subjectType: 'improvement', subjectId: `${of} ${page}`.trim(), region, requestId, detail: { note, edition } }])
  })
