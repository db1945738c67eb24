// One step of a joint visit inside a transaction: lifecycle, history and audit together. Everything that changes a visit goes through `takeStep`.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { addDays } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { insertVisitEvent, updateVisit } from './visits-store.ts'
import { hasEndedVisit, isArranged, visitAfter, type Visit, type VisitAction } from './visit.ts'
import { deleteTakenBy } from './slots-store.ts'

export type { Scene }

export const system: Principal = { kind: 'system', name: 'site-visits' }

/** The day on which there is next something to do by itself. `clocksStand`: the cases' clocks have been stopped already. */
export const lookOnOf = (visit: Visit, clocksStand: boolean): string | null => {
  if (hasEndedVisit(visit.state)) return null
  if (visitAfter(visit.state, 'sign') !== undefined) return visit.signBy === null ? null : addDays(visit.signBy, 1)
  const next = isArranged(visit.state) && !visit.reminded ? addDays(visit.day, -1) : visit.day
  return !clocksStand && visit.clockOn !== null && visit.clockOn < next ? visit.clockOn : next
}

/** Numbers and names for the audit, not the words people wrote. */
const withoutWords = (detail: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => typeof value !== 'object' && (typeof value !== 'string' || value.length <= 60)))

/**
 * Moves a visit by an action; one that ends frees its half day.
 * @throws Refusal not_allowed_now when its state does not allow it
 */
export const takeStep = async (scene: Scene, one: Visit, action: VisitAction, detail: Record<string, unknown> = {}, change: (next: Visit) => Visit = (next) => next): Promise<Visit> => {
  const state = visitAfter(one.state, action)
  if (!state) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const changed = change({ ...one, state, revision: one.revision + 1, updatedAt: at })
  const next = hasEndedVisit(state) ? { ...changed, endedAt: one.endedAt ?? at, lookOn: null } : changed
  await updateVisit(scene.tx, next)
  if (hasEndedVisit(state) && !hasEndedVisit(one.state)) await deleteTakenBy(scene.tx, next.id)
  await recordStep(scene, next, action, detail)
  return next
}

/** What happened, in the history and the audit. */
export const recordStep = async (scene: Scene, visit: Visit, action: VisitAction, detail: Record<string, unknown>): Promise<void> => {
  const { actorKind, actorId } = actorOf(scene.principal)
  const actorName = scene.principal.kind === 'anonymous' ? '' : scene.principal.name
  await insertVisitEvent(scene.tx, visit, { action, actorKind, actorId, actorName, at: scene.at.toISOString(), detail })
  await insertAudit(scene.tx, [{
    at: scene.at.toISOString(), ...actorOf(scene.principal), action: `siteVisits.${action}`, subjectType: 'siteVisit', subjectId: visit.id, region: visit.region, requestId: scene.requestId, detail: withoutWords(detail),
  }])
}
