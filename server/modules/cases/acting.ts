// An official at one case: what they may see, and doing one action with everything that must be asked first.
// Jurisdiction, then role, then revision, then what the lifecycle, the hands it is in and the service's handling say.
import { covers, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { hasEnded, wasGranted, type Case, type CaseAction } from './case.ts'
import { readBy } from './case-read.ts'
import { upsertCaseRead } from './case-reads-store.ts'
import { toCaseReply } from './case-replies.ts'
import { feeIsOwed } from './charging.ts'
import { findCase, listCasesOf } from './cases-store.ts'
import { listHistory } from './history-store.ts'
import { consultedHistory, consultedView } from './consulted-view.ts'
import { openOpinions } from './course.ts'
import { getCaseForAction } from './handling.ts'
import { holdingOf } from './holding.ts'
import { obstacleTo, type Obstacle } from './obstacles.ts'
import type { Scene } from './recording.ts'
import { findResultOfCase } from './results-store.ts'
import { handlerRoles, lentRoles, rolesAt, standingWith, type Standing } from './standing-in.ts'

export const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

type Official = ReturnType<typeof staffOf>

/** A case in the jurisdiction of the official, or "not found". */
export const getCaseWithin = async (app: App, principal: Principal, id: string): Promise<Case> => {
  const one = await findCase(app.db.read, id)
  if (!one || !covers(principal, readers, one)) throw new Refusal('not_found')
  return one
}

/** Whether an official of another authority is asked for an opinion on it and has still to give it: they need the file for that, and not afterwards. */
export const isConsulted = (principal: Principal, one: Case): boolean => !hasEnded(one.state) && openOpinions(one.course).some((opinion) => covers(principal, handlerRoles, opinion))

/** A case the official may look at: of their own jurisdiction, or one their authority is being asked about. */
export const getCaseInSight = async (app: App, principal: Principal, id: string): Promise<Case> => {
  const one = await findCase(app.db.read, id)
  if (!one || !(covers(principal, readers, one) || isConsulted(principal, one))) throw new Refusal('not_found')
  return one
}

/** The case as the official may see it: all of it in their jurisdiction, otherwise what an opinion of theirs needs. */
export const inSight = async (app: App, read: Read, principal: Principal, one: Case): Promise<Case> => {
  if (covers(principal, readers, one)) return one
  const catalogue = await pinnedCatalogue(app, read, one)
  return consultedView(principal, one, catalogue.services[one.service], catalogue)
}

/** A case of another authority as those it asked are shown it. */
const replyToConsulted = async (app: App, staff: Official, one: Case) => {
  const { read } = app.db
  const [catalogue, seen, history] = await Promise.all([pinnedCatalogue(app, read, one), inSight(app, read, staff, one), listHistory(read, one)])
  const today = plainDate(app.clock.now())
  return toCaseReply(staff, seen, { catalogue, all: [seen], history: consultedHistory(staff, one, history), sameEvent: undefined, phrases: [], today, result: undefined, lent: [] })
}

export const replyOf = async (app: App, staff: Official, one: Case) => {
  if (!covers(staff, readers, one)) return replyToConsulted(app, staff, one)
  const { read } = app.db
  const today = plainDate(app.clock.now())
  const [catalogue, all, history, sameEvent, result, lent] = await Promise.all([
    pinnedCatalogue(app, read, one), listCasesOf(read, one.applicationId), listHistory(read, one), one.sameEventCaseId === null ? undefined : findCase(read, one.sameEventCaseId),
    wasGranted(one.state) ? findResultOfCase(read, one.id) : undefined, lentRoles(read, staff, one, today),
  ])
  return toCaseReply(staff, one, { catalogue, all, history, sameEvent, phrases: app.packs.phrasesFor(one.region, one.line), today, result, lent, feeOwed: await feeIsOwed(read, catalogue, one) })
}

/** Who looked is told to the people whose data it is: Personal Information Protection Law Art. 44, 45. */
export const recordRead = async (tx: Tx, app: App, staffId: string, one: Case): Promise<void> => upsertCaseRead(tx, readBy(staffId, one, await pinnedCatalogue(app, tx, one), app.clock.now()))

/** With whose roles the action can be done: the official's own, or else those of a colleague they stand in for. */
const standingFor = async (app: App, read: Read, staff: Official, one: Case, action: CaseAction): Promise<Standing<Obstacle>> => {
  const today = plainDate(app.clock.now())
  const catalogue = await pinnedCatalogue(app, read, one)
  const { services } = catalogue
  const feeOwed = await feeIsOwed(read, catalogue, one)
  const own = rolesAt(staff, one)
  const obstacleWith = (roles: readonly StaffRole[]) => obstacleTo(action, { one, service: services[one.service], viewer: { id: staff.id, roles, holding: holdingOf(one, staff.id) }, today, feeOwed })
  return standingWith(own, own.length === 0 ? [] : await lentRoles(read, staff, one, today), obstacleWith)
}

/** Runs one action on a case. The reply shows the case, so it is read as well. */
export const acting = async (app: App, call: { principal: Principal; requestId: string }, id: string, action: CaseAction, seen: number, work: (scene: Scene, one: Case, siblings: Case[]) => Promise<Case>) => {
  const staff = staffOf(call.principal)
  const changed = await app.db.transaction(async (tx) => {
    const { one, siblings } = await getCaseForAction(tx, id)
    if (!covers(staff, readers, one)) throw new Refusal('not_found')
    const { because, inNameOf } = await standingFor(app, tx, staff, one, action)
    if (because === 'role') throw new Refusal('forbidden')
    if (one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    if (because) throw new Refusal('not_allowed_now', { state: one.state, action, because })
    const scene: Scene = { app, tx, principal: staff, requestId: call.requestId, at: app.clock.now(), ...(inNameOf === undefined ? {} : { inNameOf }) }
    const next = await work(scene, one, siblings)
    await recordRead(tx, app, staff.id, next)
    return next
  })
  return replyOf(app, staff, changed)
}
