// Acting on one case inside a transaction: each action checks the lifecycle, keeps history, result, message and audit together,
// and asks the system to go on with the rest of the application.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { planNotice } from '../notices/index.ts'
import { planAdvance } from './advancing.ts'
import { updateAmendmentEnded } from './amendments-store.ts'
import { hasEnded, wasGranted, type Case, type CaseAction } from './case.ts'
import { chargeDue, endCharge } from './charging.ts'
import { findCase, listCasesForUpdate, updateCases } from './cases-store.ts'
import { insertHistory } from './history-store.ts'
import { openOpinions } from './course.ts'
import { tellFollowers } from './followers.ts'
import { moved } from './move.ts'
import { updateOpinionsClosed } from './opinions-store.ts'
import { openProposal } from './proposal.ts'
import { updateProposalsEnded } from './proposals-store.ts'
import { auditCase, historyEntry, messageFor, type Scene } from './recording.ts'
import { documentAfter, factsOf, messageAfter } from './telling.ts'

/** A case with its siblings, all held in one fixed order so that two actions on one application never deadlock. */
export const getCaseForAction = async (tx: Tx, id: string): Promise<{ one: Case; siblings: Case[] }> => {
  const found = await findCase(tx, id)
  if (!found) throw new Refusal('not_found')
  const siblings = await listCasesForUpdate(tx, found.applicationId)
  const one = siblings.find((each) => each.id === id)
  if (!one) throw new Refusal('not_found')
  return { one, siblings }
}

/** Does one action of a person on one case and records it everywhere it must be. */
export const actOnCase = async (scene: Scene, one: Case, action: CaseAction, given: Record<string, unknown> = {}, change: (next: Case) => Case = (next) => next): Promise<Case> => {
  const { actorId, actorName } = historyEntry(scene, one, action, given)
  const outcome = moved(one, { action, on: plainDate(scene.at), at: scene.at.toISOString(), actorId, actorName, detail: given })
  if (!outcome) throw new Refusal('not_allowed_now', { state: one.state, action })
  const [next, detail] = [change(outcome.next), scene.inNameOf === undefined ? outcome.detail : { ...outcome.detail, inNameOf: scene.inNameOf }]
  await updateCases(scene.tx, [next])
  await insertHistory(scene.tx, [historyEntry(scene, next, action, detail)])
  await insertAudit(scene.tx, [auditCase(scene, next, action, detail)])
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, next)
  const kind = documentAfter(action, detail)
  const document = kind && (await planNotice(scene, next, kind, detail))
  const message = messageAfter(action, detail) ?? (document ? 'noticeServed' : undefined)
  if (message) await insertMessages(scene.tx, [messageFor(scene, next, message, catalogue, { ...factsOf(detail), ...document })])
  if (hasEnded(next.state) && openOpinions(next.course).length > 0) await updateOpinionsClosed(scene.tx, next.id, scene.at)
  if (hasEnded(next.state) && catalogue.services[next.service]?.amends) await updateAmendmentEnded(scene.tx, next.id, scene.at)
  if (openProposal(one.course) && !openProposal(next.course)) await updateProposalsEnded(scene.tx, next.id, scene.at)
  if (hasEnded(next.state) !== hasEnded(one.state) || action === 'answerSupplement' || action === 'takeCorrection') await planAdvance(scene.tx, next.applicationId)
  if (wasGranted(next.state) && !wasGranted(one.state)) await chargeDue(scene, () => catalogue, [next])
  await endCharge(scene, catalogue, next, action)
  await tellFollowers(scene, action, [next])
  return next
}
