// Acting on one case inside a transaction: each action checks the lifecycle, keeps history, result, message and audit together,
// and asks the system to go on with the rest of the application.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { planNotice } from '../notices/index.ts'
import { fillFromResult, resultContent, resultNumber, unstatedIn } from './advance.ts'
import { fitsIn, planAdvance } from './advancing.ts'
import { hasEnded, type Case, type CaseAction } from './case.ts'
import { findCase, insertHistory, listCasesForUpdate, updateCases } from './cases-store.ts'
import { openOpinions } from './course.ts'
import { moved } from './move.ts'
import { updateOpinionsClosed } from './opinions-store.ts'
import { auditCase, historyEntry, messageFor, resultOf, type Scene } from './recording.ts'
import { insertResults } from './results-store.ts'
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
  if (hasEnded(next.state) !== hasEnded(one.state) || action === 'answerSupplement') await planAdvance(scene.tx, next.applicationId)
  return next
}

/** Grants a case: records the result, hands its values to the cases of the same application that waited for them. */
export const grantCase = async (scene: Scene, one: Case, siblings: readonly Case[], given: Readonly<Record<string, string>>, opinion: string): Promise<Case> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const service = catalogue.services[one.service]
  if (!service) throw new Refusal('not_found')
  const number = resultNumber(service, one)
  const content = resultContent(service, one, number, fitsIn(catalogue, plainDate(scene.at)), given)
  const unstated = unstatedIn(service, content)
  if (unstated.length > 0) throw new Refusal('invalid_answers', { problems: unstated.map((concept) => ({ concept, code: 'required' })) })
  const granted = await actOnCase(scene, one, 'grant', { opinion, result: number })
  await insertResults(scene.tx, [resultOf(scene, granted, number, content)])
  await updateCases(scene.tx, siblings.flatMap((each) => {
    const filled = fillFromResult(each, service.id, content)
    return each.id === one.id || filled === each ? [] : [filled]
  }))
  return granted
}
