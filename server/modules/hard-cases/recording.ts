// One step of a hard case inside a transaction: lifecycle, history, audit and message together.
// Everything that changes a hard case goes through `takeStep`.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf, type HardCaseWindow } from '../catalogue/index.ts'
import { addWorkingDays, type Scene } from '../cases/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { hardCaseAfter, isOpen, type HardCase, type HardCaseAction, type HardCaseEvent } from './hard-case.ts'
import { insertHardCaseEvent, updateHardCase } from './hard-cases-store.ts'

export type { Scene }

export const system: Principal = { kind: 'system', name: 'hard-cases' }

/** @throws Refusal not_offered where no pack has a window for hard cases */
export const windowOf = ({ packs }: Pick<App, 'packs'>, region: string): HardCaseWindow => {
  const window = packs.hardCaseWindowFor(region)
  if (!window) throw new Refusal('not_offered', { region })
  return window
}

/** The day `days` working days of a region from now; null while the calendar of that year is not published. */
export const dayAfter = (at: Date, days: number, region: string): string | null => {
  const due = addWorkingDays(plainDate(at), days, region)
  return 'on' in due ? due.on : null
}

export const eventOf = (scene: Scene, action: HardCaseAction, detail: Record<string, unknown> = {}): HardCaseEvent => {
  const { principal } = scene
  return {
    action, actorKind: principal.kind, staffId: principal.kind === 'staff' ? principal.id : null, actorName: principal.kind === 'anonymous' ? '' : principal.name, at: scene.at.toISOString(), detail,
  }
}

/** What is kept apart from the case: who did what; the words themselves stand in the case. */
export const auditHardCase = (scene: Scene, one: Pick<HardCase, 'id' | 'region'>, action: string, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `hardCases.${action}`, subjectType: 'hardCase', subjectId: one.id, region: one.region, requestId: scene.requestId, detail,
})

const messages: Partial<Record<HardCaseAction, MessageKind>> = {
  submit: 'hardCaseReceived', accept: 'hardCaseAccepted', guide: 'hardCaseGuided', redirect: 'hardCaseRedirected', conclude: 'hardCaseAnswered', raise: 'hardCaseRaised',
}

/** Tells the applicant in the inbox; those without an account are told where they asked. */
export const tell = async (scene: Scene, one: HardCase, action: HardCaseAction): Promise<void> => {
  const kind = messages[action]
  if (!kind || one.personId === null) return
  const authority = authorityOf(scene.app.packs.catalogueFor(one.region), windowOf(scene.app, one.region).coordinators.line, one.region)
  const detail: MessageDetail = { hardCase: one.id, title: one.title, number: one.number, promisedOn: one.sortOn ?? one.answerOn, ...(authority ? { authority: authority.name } : {}) }
  await insertMessages(scene.tx, [{ id: uuidv7(scene.app.clock), personId: one.personId, applicationId: null, caseId: null, kind, detail, at: scene.at.toISOString(), readAt: null }])
}

/** Numbers and names for the audit, not the words people wrote. */
const withoutWords = (detail: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => typeof value !== 'object' && (typeof value !== 'string' || value.length <= 80)))

/** Steps nobody who is writing on the case has to look at first. */
const quiet: readonly HardCaseAction[] = ['remind', 'passDay']

/** Moves a hard case by an action. @throws Refusal not_allowed_now when its state does not allow it */
export const takeStep = async (scene: Scene, one: HardCase, action: HardCaseAction, detail: Record<string, unknown> = {}, change: (next: HardCase) => HardCase = (next) => next): Promise<HardCase> => {
  const state = hardCaseAfter(one.state, action)
  if (!state) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const moved = { ...one, state, revision: quiet.includes(action) ? one.revision : one.revision + 1, updatedAt: at }
  const next = change(isOpen(state) ? { ...moved, endedAt: null } : { ...moved, endedAt: one.endedAt ?? at })
  await updateHardCase(scene.tx, next)
  await insertHardCaseEvent(scene.tx, next.id, eventOf(scene, action, detail))
  await insertAudit(scene.tx, [auditHardCase(scene, next, action, withoutWords(detail))])
  await tell(scene, next, action)
  return next
}
