// What is written whenever something happens to a request: history, audit, message, and what others make of it, all from one scene.
// One transaction each, in as few statements as there are tables, and those that do not need one another are sent together.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { together } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { addWorkingDays, type Scene } from '../cases/index.ts'
import { authorityOf, type RequestTerms } from '../catalogue/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { firstAnswer } from './counted.ts'
import type { Calendar } from './deadline.ts'
import { tellRequestFollowers } from './following.ts'
import { hasEndedRequest, isAnswered, requestAfter, type RequestAction, type Turning } from './request.ts'
import type { CitizenRequest, RequestEvent } from './request-record.ts'
import { updateRequestBy } from './requests-store.ts'
import { tellStaff } from './telling.ts'
import { timed } from './timing.ts'

export type { Scene }

export const system: Principal = { kind: 'system', name: 'requests' }

/** @throws Refusal not_offered where no pack has terms for requests */
export const termsOf = ({ packs }: Pick<App, 'packs'>, region: string): RequestTerms => {
  const { requestTerms } = packs.proceedingsFor(region)
  if (!requestTerms) throw new Refusal('not_offered', { region })
  return requestTerms
}

export const calendarOf = (region: string): Calendar => (from, days) => addWorkingDays(from, days, region)

export const eventOf = (scene: Scene, seq: number, action: RequestAction, detail: Record<string, unknown>, words: string | null): RequestEvent => {
  const { actorKind, actorId, actingFor } = actorOf(scene.principal)
  const { principal } = scene
  return {
    seq, action, actorKind, actorId, actorName: principal.kind === 'anonymous' ? '' : principal.name, at: scene.at.toISOString(), detail: actingFor ? { ...detail, actingFor } : detail, words,
  }
}

/** What is kept apart from the request: who did what, and no words anybody wrote. */
export const auditRequest = (scene: Scene, one: Pick<CitizenRequest, 'id' | 'region'>, action: string, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `requests.${action}`, subjectType: 'request', subjectId: one.id, region: one.region, requestId: scene.requestId, detail,
})

const messages: Partial<Record<RequestAction, MessageKind>> = {
  receive: 'requestReceived', release: 'requestAnswered', answer: 'requestAnswered', answerWithLead: 'requestAnswered', grantTime: 'requestExtended', join: 'requestJoined', part: 'requestParted',
  handOver: 'requestHandedOver', decline: 'requestDeclined', redo: 'requestRedone', reopen: 'requestReopened', leave: 'requestUnsolved', settle: 'requestSettled',
}

/** Tells the reporter in the inbox; channels that reach people elsewhere follow the steps themselves. */
const tellReporter = async (scene: Scene, one: CitizenRequest, action: RequestAction, detail: MessageDetail): Promise<void> => {
  const kind = messages[action]
  if (!kind || one.personId === null) return
  const authority = one.unit && authorityOf(scene.app.packs.catalogueFor(one.region), one.unit.line, one.unit.region)
  const facts: MessageDetail = { request: one.id, title: one.title, number: one.number, promisedOn: one.dueAt === null ? null : plainDate(new Date(one.dueAt)), ...(authority ? { authority: authority.name } : {}), ...detail }
  await insertMessages(scene.tx, [{ id: uuidv7(scene.app.clock), personId: one.personId, applicationId: null, caseId: null, kind, detail: facts, at: scene.at.toISOString(), readAt: null }])
}

/** What time or the reporter brings, which nobody who is writing on the request has to look at first. */
const quiet: readonly RequestAction[] = ['mark', 'add', 'urge', 'note', 'unmask', 'openContact', 'contribute']

export type Step = { action: RequestAction; detail?: Record<string, unknown> & Turning; words?: string | null; told?: MessageDetail }

/** The request after a step; undefined when its lifecycle does not allow it. @param change what the step does beyond state and clock */
export const stepped = (scene: Scene, one: CitizenRequest, { action, detail = {} }: Step, change: (next: CitizenRequest) => CitizenRequest = (next) => next): CitizenRequest | undefined => {
  const state = requestAfter(one.state, action, detail)
  if (!state) return undefined
  const at = scene.at.toISOString()
  const ended = hasEndedRequest(state) ? (one.endedAt ?? at) : null
  const answeredAt = isAnswered(state) ? (one.answeredAt ?? at) : null
  const changed = change({ ...one, state, revision: quiet.includes(action) ? one.revision : one.revision + 1, steps: one.steps + 1, updatedAt: at, endedAt: ended, answeredAt })
  const first = firstAnswer(one, changed, scene.at)
  const next = first ? { ...changed, course: { ...changed.course, first } } : changed
  return { ...next, ...timed(next, termsOf(scene.app, next.region), calendarOf(next.region), scene.at) }
}

/** Writes what `stepped` worked out. */
export const record = async (scene: Scene, before: CitizenRequest, next: CitizenRequest, { action, detail = {}, words = null, told = {} }: Step): Promise<void> => {
  await together([
    updateRequestBy(scene.tx, next, eventOf(scene, next.steps, action, detail, words)),
    insertAudit(scene.tx, [auditRequest(scene, next, action, detail)]),
    tellReporter(scene, next, action, told),
    tellStaff(scene, next, action),
    tellRequestFollowers(scene, action, next, before),
  ])
}

/** Moves a request by an action. @throws Refusal not_allowed_now when its state does not allow it */
export const takeStep = async (scene: Scene, one: CitizenRequest, step: Step, change?: (next: CitizenRequest) => CitizenRequest): Promise<CitizenRequest> => {
  const next = stepped(scene, one, step, change)
  if (!next) throw new Refusal('not_allowed_now', { state: one.state, action: step.action })
  await record(scene, one, next, step)
  return next
}

/** Tells of a request that has just been written, with everything that has happened to it already. */
export const recordNew = async (scene: Scene, one: CitizenRequest, events: readonly RequestEvent[]): Promise<void> => {
  await together([
    insertAudit(scene.tx, events.map(({ action, detail }) => auditRequest(scene, one, action, detail))),
    tellReporter(scene, one, 'receive', {}),
    ...events.flatMap(({ action }) => [tellStaff(scene, one, action), tellRequestFollowers(scene, action, one)]),
  ])
}
