// The later check of a tentative decision: an official confirms what the rules granted, or takes it back.
// Taking back revokes the result, which is the head's to do (Administrative Licensing Law Art. 69).
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { findDecisionOf, getCaseForAction, insertCheck, mayAct, messageFor, revokeResult, updateCheckOwedEnded, type Case, type DecisionCheck, type Scene } from '../cases/index.ts'
import type { Principal } from '../../kernel/authz.ts'
import { insertMessages } from '../messages/index.ts'

/** Whether an official may confirm a decision on this case. */
export const mayConfirm = (principal: Principal, one: Pick<Case, 'region' | 'line'>): boolean => covers(principal, ['approver', 'head'], one)

/** Whether an official may take it back. */
export const mayTakeBack = (principal: Principal, one: Pick<Case, 'region' | 'line'>): boolean =>
  covers(principal, (['clerk', 'approver', 'head'] as const).filter((role) => mayAct(role, 'revoke')), one)

/** @throws Refusal not_found without a tentative decision, forbidden, conflict when it has been checked */
export const checkDecision = async (scene: Scene, caseId: string, outcome: DecisionCheck['outcome'], opinion: string): Promise<void> => {
  const { tx, principal, at } = scene
  const staff = staffOf(principal)
  const { one } = await getCaseForAction(tx, caseId)
  const decision = await findDecisionOf(tx, caseId)
  if (!decision || decision.decision !== 'tentative' || !covers(principal, ['clerk', 'approver', 'head', 'supervisor'], one)) throw new Refusal('not_found')
  if (!(outcome === 'confirmed' ? mayConfirm : mayTakeBack)(principal, one)) throw new Refusal('forbidden')
  const check: DecisionCheck = { decisionId: decision.id, personId: one.personId, outcome, opinion, staffId: staff.id, staffName: staff.name, checkedAt: at.toISOString() }
  if (!(await insertCheck(tx, check))) throw new Refusal('conflict', { decision: decision.id })
  await updateCheckOwedEnded(tx, caseId, at)
  if (outcome === 'takenBack') await revokeResult(scene, caseId, { reasons: opinion, law: '行政许可法第六十九条' })
  else await insertMessages(tx, [messageFor(scene, one, 'grantConfirmed', await pinnedCatalogue(scene.app, tx, one), {})])
  await insertAudit(tx, [{
    at: at.toISOString(), actorKind: 'staff', actorId: staff.id, action: `decisions.${outcome}`, subjectType: 'case', subjectId: caseId, region: one.region, requestId: scene.requestId, detail: { decision: decision.id, opinion },
  }])
}
