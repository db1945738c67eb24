// What is written whenever something happens to a rating: audit, what was done about it, and whom it is told.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { addWorkingDays, dayInWords, type Scene } from '../cases/index.ts'
import { insertMessages, notifyStaff, type MessageDetail, type MessageKind, type StaffMessageDetail, type StaffMessageKind } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { outletsAtWork } from '../transfers/index.ts'
import type { Rating, RatedSubject } from './rating.ts'
import { daysAfter, hasEndedRectification, rectificationAfter, type Rectification, type RectificationAction } from './rectification.ts'
import { insertRectification, insertRectificationLine, updateRectification } from './rectifications-store.ts'

/** The thing rated, in words: the service or matter, the outlet, else the unit. */
export const subjectName = (app: App, { service, matter, outlet, line, region }: Pick<RatedSubject, 'service' | 'matter' | 'outlet' | 'line' | 'region'>): Texts => {
  const catalogue = app.packs.catalogueFor(region)
  if (service !== null) return nameOr(catalogue.services[service], service)
  if (matter !== null) return nameOr(catalogue.matters[matter], matter)
  const hall = outlet === null ? undefined : outletsAtWork(app).find(({ id }) => id === outlet)
  return hall ? hall.name : unitName(app, { line, region })
}

export const unitName = (app: App, { line, region }: Pick<RatedSubject, 'line' | 'region'>): Texts => nameOr(authorityOf(app.packs.catalogueFor(region), line, region), line)

export const auditRating = (scene: Scene, one: Pick<Rating, 'id' | 'region'>, action: string, detail: Record<string, unknown>): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `ratings.${action}`, subjectType: 'rating', subjectId: one.id, region: one.region, requestId: scene.requestId, detail,
})

export const record = (scene: Scene, one: Pick<Rating, 'id' | 'region'>, action: string, detail: Record<string, unknown> = {}): Promise<void> => insertAudit(scene.tx, [auditRating(scene, one, action, detail)])

/** Whoever rated, where they are known. */
export const tell = async (scene: Scene, one: Rating, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  if (one.personId === null) return
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: null, caseId: null, kind, at: scene.at.toISOString(), readAt: null,
    detail: { service: subjectName(scene.app, one), authority: unitName(scene.app, one), rating: one.id, ...extra },
  }])
}

export const tellStaff = async (scene: Scene, one: Rating, roles: readonly StaffRole[], kind: StaffMessageKind, extra: StaffMessageDetail = {}): Promise<void> => {
  const staff = await listStaffPostedTo(scene.tx, one, roles)
  await tellThem(scene, one, staff.map(({ id }) => id), kind, extra)
}

export const tellThem = (scene: Scene, one: Rating, staffIds: readonly string[], kind: StaffMessageKind, extra: StaffMessageDetail = {}): Promise<void> => {
  const detail = { service: subjectName(scene.app, one), authority: unitName(scene.app, one), rating: one.id, ...extra }
  return notifyStaff(scene.tx, scene.app.clock, [...new Set(staffIds)].map((staffId) => ({ staffId, kind, detail })))
}

const dueOn = (scene: Scene, region: string, days: number): string | null => {
  const due = addWorkingDays(plainDate(scene.at), days, region)
  return 'on' in due ? due.on : null
}

const write = (scene: Scene, one: Rectification, action: RectificationAction, detail: Record<string, unknown>): Promise<void> => {
  const { actorKind, actorId } = actorOf(scene.principal)
  const actorName = scene.principal.kind === 'anonymous' ? '' : scene.principal.name
  return insertRectificationLine(scene.tx, { ratingId: one.ratingId, region: one.region, action, actorKind, actor: actorId, actorName, at: scene.at.toISOString(), detail })
}

/** A bad rating that counts has to be looked into from now on. */
export const beginRectification = async (scene: Scene, one: Rating): Promise<void> => {
  const at = scene.at.toISOString()
  const begun: Rectification = {
    ratingId: one.id, personId: one.personId, region: one.region, line: one.line, state: 'open', revision: 1, dueOn: dueOn(scene, one.region, daysAfter('begin') ?? 0), reminded: 0,
    reply: null, publicWords: null, publicReply: null, publishedAt: null, createdAt: at, updatedAt: at, endedAt: null,
  }
  await insertRectification(scene.tx, begun)
  await write(scene, begun, 'begin', {})
  await tellStaff(scene, one, ['clerk', 'approver', 'head'], 'ratingBad', begun.dueOn === null ? {} : { day: dayInWords(begun.dueOn) })
}

/** The caller holds the row. @throws Refusal not_allowed_now when the lifecycle does not allow it */
export const moveRectification = async (scene: Scene, one: Rectification, action: RectificationAction, detail: Record<string, unknown> = {}, change: Partial<Rectification> = {}): Promise<Rectification> => {
  const state = rectificationAfter(one.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const days = daysAfter(action)
  const due = days === undefined ? {} : { dueOn: days === null ? null : dueOn(scene, one.region, days), reminded: 0 }
  const next: Rectification = { ...one, ...due, ...change, state, revision: one.revision + 1, updatedAt: at, endedAt: hasEndedRectification(state) ? (one.endedAt ?? at) : null }
  await updateRectification(scene.tx, next)
  await write(scene, next, action, detail)
  await record(scene, { id: one.ratingId, region: one.region }, action, detail)
  return next
}
