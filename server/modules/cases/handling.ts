// Acting on cases inside a transaction: each action checks the lifecycle, keeps history, result, message and audit together,
// and asks the system to go on with the rest of the application.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue, type Service } from '../catalogue/index.ts'
import { insertMessages, type Message, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { checkRequirements } from '../planning/index.ts'
import { advance, resultContent, fillFromResult, type Advance } from './advance.ts'
import { after, hasEnded, type Case, type CaseAction, type CaseCheck } from './case.ts'
import { findCase, insertCases, insertHistory, listCasesForUpdate, takeSequence, updateCases, type NewHistoryEntry } from './cases-store.ts'
import { startClock, stopClock } from './legal-clock.ts'
import { insertResults, type Result } from './results-store.ts'

export const advanceTask = 'cases.advance'

/** Everything that is the same for all actions of one request or job. */
export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date }

const system: Principal = { kind: 'system', name: 'rules' }

export const historyEntry = (scene: Scene, one: Case, action: CaseAction, detail: Record<string, unknown>): NewHistoryEntry => {
  const { principal } = scene
  return {
    caseId: one.id, applicationId: one.applicationId, action, ...actorOf(principal),
    actorName: principal.kind === 'anonymous' ? '' : principal.name, at: scene.at.toISOString(), detail,
  }
}

export const auditCase = (scene: Scene, one: Case, action: CaseAction, detail: unknown) => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `cases.${action}`, subjectType: 'case', subjectId: one.id,
  region: one.region, requestId: scene.requestId, detail,
})

const messageFor = (scene: Scene, one: Case, kind: MessageKind, catalogue: Catalogue, extra: MessageDetail): Message => {
  const service = catalogue.services[one.service]
  const authority = authorityOf(catalogue, one.line, one.region)
  return {
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: one.applicationId, caseId: one.id, kind, at: scene.at.toISOString(), readAt: null,
    detail: { ...(service ? { service: service.name } : {}), ...(authority ? { authority: authority.name } : {}), number: one.number, ...extra },
  }
}

const resultOf = (scene: Scene, one: Case, number: string, content: Case['content']): Result => ({
  id: uuidv7(scene.app.clock), caseId: one.id, applicationId: one.applicationId, personId: one.personId, service: one.service, line: one.line,
  region: one.region, number, content, issuedAt: scene.at.toISOString(),
})

/** Checks a case against the conditions of its service with exactly the values its authority sees. */
export const checksOf = (catalogue: Catalogue, one: Case, today: string): CaseCheck[] => {
  if (!catalogue.services[one.service]) return []
  const values = Object.fromEntries(one.content.map(({ concept, value }) => [concept, value]))
  return checkRequirements(catalogue, one.service, values, today).map(({ requirement, holds, inputs }) => ({
    requirement, holds, inputs: Object.entries(inputs).map(([concept, value]) => ({ concept, value })),
  }))
}

/** Stores freshly opened cases with the first entry of each history, and starts the system's own work on them. */
export const storeOpenedCases = async (scene: Scene, cases: readonly Case[]): Promise<void> => {
  await insertCases(scene.tx, cases)
  await insertHistory(scene.tx, cases.map((one) => historyEntry(scene, one, 'submit', { waitsFor: one.dependsOn })))
  const [first] = cases
  if (first) await planAdvance(scene.tx, first.applicationId)
}

const planAdvance = (tx: Tx, applicationId: string): Promise<void> => planJobs(tx, [{ task: advanceTask, payload: { applicationId } }])

/** The job: does whatever the rules allow now. Repeating it changes nothing. */
export const advanceApplication = async (app: App, applicationId: string): Promise<void> => {
  await app.db.transaction(async (tx) => {
    const cases = await listCasesForUpdate(tx, applicationId)
    const [first] = cases
    if (!first || cases.every((one) => hasEnded(one.state))) return
    const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
    const catalogue = app.packs.catalogueFor(first.region)
    const today = plainDate(scene.at)
    const sequences = await takeSequence(tx, cases.filter((one) => one.automatic && !hasEnded(one.state)).length)
    const outcome = advance({
      cases, services: catalogue.services, check: (one) => checksOf(catalogue, one, today), today, at: scene.at.toISOString(),
      numberFor: (service, region) => resultNumber(service, region, scene.at, sequences.pop()),
    })
    await storeAdvance(scene, catalogue, cases, outcome)
  })
}

const resultNumber = (service: Service, region: string, at: Date, sequence: number | undefined): string => {
  if (sequence === undefined) throw new Error(`No sequence left for the result of ${service.id}`)
  return `${service.result.prefix}-${humanNumber(region, at, sequence)}`
}

const storeAdvance = async (scene: Scene, catalogue: Catalogue, before: readonly Case[], { cases, steps, results }: Advance): Promise<void> => {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const of = (id: string): Case => {
    const one = byId.get(id)
    if (!one) throw new Error(`Case ${id} is not part of this application`)
    return one
  }
  await updateCases(scene.tx, cases.filter((one) => !before.includes(one)))
  await insertHistory(scene.tx, steps.map((step) => historyEntry(scene, of(step.caseId), step.action, step.detail)))
  await insertResults(scene.tx, results.map((result) => resultOf(scene, of(result.caseId), result.number, result.content)))
  await insertMessages(scene.tx, [
    ...results.map((result) => messageFor(scene, of(result.caseId), 'caseGranted', catalogue, { result: result.number })),
    ...steps.filter((step) => step.action === 'stop').map((step) => {
      const because = catalogue.services[String(step.detail['because'])]?.name
      return messageFor(scene, of(step.caseId), 'caseStopped', catalogue, because ? { because } : {})
    }),
  ])
  await insertAudit(scene.tx, steps.map((step) => auditCase(scene, of(step.caseId), step.action, step.detail)))
}

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
  const catalogue = scene.app.packs.catalogueFor(next.region)
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
  const service = scene.app.packs.catalogueFor(one.region).services[one.service]
  if (!service) throw new Refusal('not_found')
  const [sequence] = await takeSequence(scene.tx, 1)
  const number = resultNumber(service, one.region, scene.at, sequence)
  const content = resultContent(service, one, number, given)
  const granted = await actOnCase(scene, one, 'grant', { opinion, result: number })
  await insertResults(scene.tx, [resultOf(scene, granted, number, content)])
  await updateCases(scene.tx, siblings.flatMap((each) => {
    const filled = fillFromResult(each, service.id, content)
    return each.id === one.id || filled === each ? [] : [filled]
  }))
  return granted
}
