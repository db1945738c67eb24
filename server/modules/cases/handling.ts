// Acting on one case inside a transaction: each action checks the lifecycle, keeps history, result, message and audit together,
// and asks the system to go on with the rest of the application.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { fillFromResult, resultContent, resultNumber, unstatedIn } from './advance.ts'
import { fitsIn, planAdvance } from './advancing.ts'
import { after, hasEnded, type Case, type CaseAction } from './case.ts'
import { findCase, insertHistory, listCasesForUpdate, updateCases } from './cases-store.ts'
import { startClock, stopClock } from './legal-clock.ts'
import { auditCase, historyEntry, messageFor, resultOf, type Scene } from './recording.ts'
import { insertResults } from './results-store.ts'

/** A case with its siblings, all held in one fixed order so that two actions on one application never deadlock. */
export const getCaseForAction = async (tx: Tx, id: string): Promise<{ one: Case; siblings: Case[] }> => {
  const found = await findCase(tx, id)
  if (!found) throw new Refusal('not_found')
  const siblings = await listCasesForUpdate(tx, found.applicationId)
  const one = siblings.find((each) => each.id === id)
  if (!one) throw new Refusal('not_found')
  return { one, siblings }
}

/** Moves a case by an action; refuses `not_allowed_now` when its state does not allow it. */
const move = (scene: Scene, one: Case, action: CaseAction): Case => {
  const state = after(one.state, action)
  if (!state) throw new Refusal('not_allowed_now', { state: one.state, action })
  const today = plainDate(scene.at)
  const next = { ...one, state, revision: one.revision + 1, updatedAt: scene.at.toISOString() }
  if (action === 'requestSupplement') return stopClock(next, today)
  if (action === 'answerSupplement') return startClock(next, today)
  return hasEnded(state) ? { ...stopClock(next, today), endedAt: scene.at.toISOString() } : next
}

/** Does one action of a person on one case and records it everywhere it must be. */
export const actOnCase = async (scene: Scene, one: Case, action: CaseAction, detail: Record<string, unknown> = {}, change: (next: Case) => Case = (next) => next): Promise<Case> => {
  const next = change(move(scene, one, action))
  await updateCases(scene.tx, [next])
  await insertHistory(scene.tx, [historyEntry(scene, next, action, detail)])
  await insertAudit(scene.tx, [auditCase(scene, next, action, detail)])
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, next)
  const message = notice[action]
  if (message) await insertMessages(scene.tx, [messageFor(scene, next, message, catalogue, facts(detail))])
  if (hasEnded(next.state) || action === 'answerSupplement') await planAdvance(scene.tx, next.applicationId)
  return next
}

const notice: Partial<Record<CaseAction, MessageKind>> = {
  requestSupplement: 'supplementRequested', grant: 'caseGranted', refuse: 'caseRefused', decline: 'caseDeclined',
}

const facts = (detail: Record<string, unknown>): MessageDetail => ({
  ...(typeof detail['reasons'] === 'string' ? { reasons: detail['reasons'] } : {}),
  ...(typeof detail['result'] === 'string' ? { result: detail['result'] } : {}),
  ...(Array.isArray(detail['items']) ? { items: detail['items'].map((item: { what: string }) => item.what) } : {}),
})

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
