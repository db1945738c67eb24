// One step of a dispute: checked against the lifecycle, then dispute, history, audit and messages are written together.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { awaitDay, type Scene } from '../cases/index.ts'
import { insertMessages, notifyStaff, type MessageDetail, type MessageKind, type StaffMessageKind } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { answerDays, dueAfter } from './days.ts'
import { canDispute, disputeAfter, hasEndedDispute, type Dispute, type DisputeAction } from './dispute.ts'
import { insertDisputeLine, updateDispute } from './disputes-store.ts'

const unknownDay: Texts = { 'zh-CN': '放假安排公布后算出的日子', en: 'a day that follows once the holidays are published' }

/** 'YYYY-MM-DD' → 2026年7月3日. */
const dayInWords = (day: string | null): Texts => {
  if (day === null) return unknownDay
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日`, en: day }
}

/** Names of what a dispute is about, in the definitions of today. */
export const namesOf = (app: App, { registry, concept, line, region }: Pick<Dispute, 'registry' | 'concept' | 'line' | 'region'>): { registry: Texts; concept: Texts; authority: Texts } => {
  const catalogue = app.packs.catalogueFor(region)
  return {
    registry: nameOr(catalogue.registries[registry], registry), concept: nameOr(catalogue.concepts[concept], concept),
    authority: nameOr(authorityOf(catalogue, line, region), line),
  }
}

export const tell = async (scene: Scene, one: Dispute, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  const { registry, concept, authority } = namesOf(scene.app, one)
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: one.applicationId, caseId: null, kind, at: scene.at.toISOString(), readAt: null,
    detail: { registry, document: concept, authority, day: dayInWords(one.dueOn), dispute: one.id, ...extra },
  }])
}

export const tellStaff = async (scene: Scene, one: Dispute, roles: readonly StaffRole[], kind: StaffMessageKind, text?: string): Promise<void> => {
  const { concept, authority } = namesOf(scene.app, one)
  const staff = await listStaffPostedTo(scene.tx, one, roles)
  await notifyStaff(scene.tx, scene.app.clock, staff.map(({ id }) => ({ staffId: id, kind, detail: { service: concept, authority, day: dayInWords(one.dueOn), ...(text === undefined ? {} : { text }) } })))
}

export const record = async (scene: Scene, one: Dispute, action: DisputeAction, detail: Record<string, unknown>): Promise<void> => {
  const at = scene.at.toISOString()
  const actor = actorOf(scene.principal)
  await insertDisputeLine(scene.tx, {
    disputeId: one.id, region: one.region, action, actorKind: actor.actorKind, actorId: actor.actorId, actorName: scene.principal.kind === 'anonymous' ? '' : scene.principal.name, at, detail,
  })
  await insertAudit(scene.tx, [{ at, ...actor, action: `disputes.${action}`, subjectType: 'dispute', subjectId: one.id, region: one.region, requestId: scene.requestId, detail }])
}

/** The day an answer is due that is asked for at this moment. */
export const dueFromNow = (scene: Scene, region: string): string | null => dueAfter(plainDate(scene.at), region)

/** The caller holds the row. @throws Refusal not_allowed_now when the lifecycle does not allow it */
export const moveDispute = async (scene: Scene, one: Dispute, action: DisputeAction, detail: Record<string, unknown> = {}, change: (next: Dispute) => Dispute = (next) => next): Promise<Dispute> => {
  const state = disputeAfter(one.state, action)
  if (state === undefined || !canDispute(one, action)) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const next = change({ ...one, state, revision: one.revision + 1, updatedAt: at, endedAt: hasEndedDispute(state) ? (one.endedAt ?? at) : null })
  await updateDispute(scene.tx, next)
  await record(scene, next, action, detail)
  return next
}

/** As what the day of a dispute is awaited. */
export const dueDay = 'disputes.due'

/** Its day is filled in as soon as the calendar is published, counted from today. */
export const awaitDue = (scene: Scene, { id, region, dueOn }: Dispute): Promise<void> => awaitDay(scene, dueOn, { kind: dueDay, subject: id, region, from: plainDate(scene.at), days: answerDays })
