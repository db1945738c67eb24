// One step of a promise: checked against the lifecycle, then promise, history, audit and message are written together.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, pinnedCatalogue } from '../catalogue/index.ts'
import type { Scene } from '../cases/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { hasEndedUndertaking, undertakingAfter, type Undertaking, type UndertakingAction, type UndertakingLine } from './undertaking.ts'
import { insertUndertakingLines, updateUndertaking } from './undertakings-store.ts'

/** Whoever looks after promises by themselves. */
export const follower: Principal = { kind: 'system', name: 'undertakings' }

export const lineOf = (scene: Scene, undertakingId: string, action: string, detail: Record<string, unknown>): UndertakingLine => ({
  undertakingId, action, ...actorOf(scene.principal), actorName: scene.principal.kind === 'anonymous' ? '' : scene.principal.name, at: scene.at.toISOString(), detail,
})

export const auditOf = (scene: Scene, one: Undertaking, action: string, detail: unknown): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `undertakings.${action}`, subjectType: 'undertaking', subjectId: one.id, region: one.region, requestId: scene.requestId, detail,
})

const unknownDay: Texts = { 'zh-CN': '放假安排公布后算出的日子', en: 'a day that follows once the holidays are published' }

/** 'YYYY-MM-DD' → 7 月 3 日. */
export const dayInWords = (day: string | null): Texts => {
  if (day === null) return unknownDay
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日`, en: day }
}

/** Tells the applicant. */
export const tell = async (scene: Scene, one: Undertaking, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const [service, document, authority] = [catalogue.services[one.service], catalogue.evidence[one.evidence], authorityOf(catalogue, one.line, one.region)]
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: one.applicationId, caseId: one.caseId, kind, at: scene.at.toISOString(), readAt: null,
    detail: { ...(service ? { service: service.name } : {}), ...(document ? { document: document.name } : {}), ...(authority ? { authority: authority.name } : {}), number: one.caseNumber, ...extra },
  }])
}

/** @throws Refusal not_allowed_now when the lifecycle does not allow it. The caller holds the row. */
export const moveUndertaking = async (scene: Scene, one: Undertaking, action: UndertakingAction, detail: Record<string, unknown> = {}, change: (next: Undertaking) => Undertaking = (next) => next): Promise<Undertaking> => {
  const state = undertakingAfter(one.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const next = change({ ...one, state, revision: one.revision + 1, updatedAt: at, ...(hasEndedUndertaking(state) ? { endedAt: at, lookOn: null } : {}) })
  await updateUndertaking(scene.tx, next)
  await insertUndertakingLines(scene.tx, [lineOf(scene, one.id, action, detail)])
  await insertAudit(scene.tx, [auditOf(scene, next, action, detail)])
  return next
}
