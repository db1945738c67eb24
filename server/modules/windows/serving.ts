// Serving somebody at a window: taking a seat, identifying who came by card or show-code, ending it.
// One session at a time for a window and for who came; the newest identification counts, because a person stands at one window.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App, MandateKind } from '../../module.ts'
import type { Outlet } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { admitByCard, findRepresented, getPerson, type Person, type ReadCard } from '../people/index.ts'
import { outletsAtWork } from '../transfers/index.ts'
import { findOpenSession, findOpenSessionForUpdate, findOpenSessionOf, findSession, insertSession, listSessionIds, lockCame, updateSessionEnded, updateSessionSeen } from './sessions-store.ts'
import { findOpenShift, findOpenShiftForUpdate, findShift, insertShift } from './shifts-store.ts'
import { readCode } from './showing.ts'
import { updateCodeSession } from './show-codes-store.ts'
import { hallsOf, isLive, mandateOf, seenEveryMs, windowMandate, type Clerk, type Ending, type Seat, type Shift, type WindowSession } from './window.ts'

/** Halls of the region served and of those that take in for it. */
export const outletsOf = (app: App): Outlet[] => outletsAtWork(app)

export const findOutlet = (app: App, id: string): Outlet | undefined => outletsOf(app).find((each) => each.id === id)

export const auditWindow = (app: App, clerk: Clerk, { outlet, counter, region }: Omit<Shift, 'id' | 'staffId' | 'openedAt' | 'closedAt'>, requestId: string, action: string, subject: { type: string; id: string }, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actorOf(clerk), action: `windows.${action}`, subjectType: subject.type, subjectId: subject.id, region, requestId, detail: { outlet, counter, ...detail },
})

/** Takes a seat. Refuses `not_found` for a hall outside the clerk's region, `window_taken` when the seat is not free or they sit elsewhere. */
export const takeSeat = (app: App, clerk: Clerk, seat: Seat, requestId: string): Promise<Shift> =>
  app.db.transaction(async (tx) => {
    const hall = hallsOf(clerk, outletsOf(app)).find((each) => each.id === seat.outlet)
    if (!hall?.windows.some(({ number }) => number === seat.counter)) throw new Refusal('not_found', seat)
    const shift: Shift = { id: uuidv7(app.clock), staffId: clerk.id, region: hall.region, ...seat, openedAt: app.clock.now().toISOString(), closedAt: null }
    if (!(await insertShift(tx, shift))) throw new Refusal('window_taken', seat)
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'takeSeat', { type: 'shift', id: shift.id })])
    return shift
  })

/** @throws Refusal not_allowed_now when the clerk sits at no window, or no longer has the posting for the hall */
export const getShiftForUpdate = async (app: App, tx: Tx, clerk: Clerk): Promise<Shift> => {
  const shift = await findOpenShiftForUpdate(tx, clerk.id)
  if (!shift || !hallsOf(clerk, outletsOf(app)).some(({ id }) => id === shift.outlet)) throw new Refusal('not_allowed_now', { shift: 'none' })
  return shift
}

const end = async (app: App, tx: Tx, clerk: Clerk, shift: Shift, session: WindowSession, by: Ending, requestId: string): Promise<void> => {
  const now = app.clock.now()
  await updateSessionEnded(tx, session.id, session.shiftId === shift.id && !isLive(session, now) ? 'idle' : by, now)
  await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'endSession', { type: 'person', id: session.personId }, { session: session.id, by })])
}

/** How somebody is identified: by the card that was read, the code their phone shows, or an e-licence they showed, which says whose it is. */
export type Presented = { card: ReadCard } | { code: string } | { person: string }

/** Identifies who came and begins to serve them; whoever was served here before is done with. */
export const identify = async (app: App, clerk: Clerk, presented: Presented, requestId: string): Promise<WindowSession> => {
  // A miss has to stay on record even though the request is refused.
  const shown = 'code' in presented ? await readCode(app, clerk, presented.code, requestId) : 'person' in presented ? presented.person : undefined
  return app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const came = shown === undefined && 'card' in presented ? await admitByCard(tx, presented.card, shift.region, app.clock) : await getPerson(tx, shown ?? '')
    await lockCame(tx, came.id)
    const [before, elsewhere] = [await findOpenSessionForUpdate(tx, shift.id), await findOpenSessionOf(tx, came.id)]
    if (before) await end(app, tx, clerk, shift, before, 'next', requestId)
    if (elsewhere && elsewhere.id !== before?.id) await end(app, tx, clerk, shift, elsewhere, 'elsewhere', requestId)
    return begin(app, tx, clerk, shift, came, shown === undefined ? 'card' : 'code', requestId)
  })
}

const begin = async (app: App, tx: Tx, clerk: Clerk, shift: Shift, came: Person, identifiedBy: WindowSession['identifiedBy'], requestId: string): Promise<WindowSession> => {
  const at = app.clock.now().toISOString()
  const session: WindowSession = { id: uuidv7(app.clock), shiftId: shift.id, staffId: clerk.id, personId: came.id, cameId: came.id, delegationId: null, region: shift.region, identifiedBy, openedAt: at, seenAt: at, endedAt: null }
  await insertSession(tx, session)
  if (identifiedBy === 'code') await updateCodeSession(tx, came.id, session.id)
  await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'identify', { type: 'person', id: came.id }, { session: session.id, by: identifiedBy })])
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: came.id, applicationId: null, caseId: null, kind: 'servedAtWindow', at, readAt: null,
    detail: { hall: nameOr(findOutlet(app, shift.outlet), shift.outlet), number: shift.counter },
  }])
  return session
}

/** Goes on for whom the person who came may stand in, or for themselves again; what was open for the one before is over. Refuses `not_found` without such a delegation. */
export const serveFor = async (app: App, clerk: Clerk, delegation: string | null, requestId: string): Promise<WindowSession> => {
  const live = await findLiveSession(app, app.db.read, clerk)
  const came = live && (await getPerson(app.db.read, live.session.cameId))
  const represented = came && delegation !== null ? await findRepresented(app, delegation, came) : undefined
  if (!came) throw new Refusal('not_allowed_now', { session: 'none' })
  if (delegation !== null && !represented) throw new Refusal('not_found', { delegation })
  return app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const before = await findOpenSessionForUpdate(tx, shift.id)
    if (before?.cameId !== came.id) throw new Refusal('conflict')
    await end(app, tx, clerk, shift, before, 'next', requestId)
    const at = app.clock.now().toISOString()
    const session: WindowSession = { ...before, id: uuidv7(app.clock), personId: represented?.personId ?? came.id, delegationId: delegation, openedAt: at, seenAt: at, endedAt: null }
    await insertSession(tx, session)
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'serveFor', { type: 'person', id: session.personId }, { session: session.id, came: came.id, delegation })])
    return session
  })
}

/** Ends the session of this window, if there is one. */
export const endSession = (app: App, clerk: Clerk, requestId: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const session = await findOpenSessionForUpdate(tx, shift.id)
    if (session) await end(app, tx, clerk, shift, session, 'clerk', requestId)
    return session !== undefined
  })

/** The session at the clerk's window that is alive now. */
export const findLiveSession = async (app: App, read: Read, clerk: Clerk): Promise<{ shift: Shift; session: WindowSession } | undefined> => {
  const shift = await findOpenShift(read, clerk.id)
  const session = shift && (await findOpenSession(read, shift.id))
  return shift && session && isLive(session, app.clock.now()) ? { shift, session } : undefined
}

/** The newest session of the shift the clerk has begun, alive or not. */
export const findLastSession = async (read: Read, clerk: Clerk): Promise<{ shift: Shift; session: WindowSession } | undefined> => {
  const shift = await findOpenShift(read, clerk.id)
  const [id] = shift ? await listSessionIds(read, shift.id) : []
  const session = id === undefined ? undefined : await findSession(read, id)
  return shift && session && { shift, session }
}

/** Whom the session is for, and what in: a delegation that is over ends it. */
const scopeOf = async (app: App, { personId, cameId, delegationId }: WindowSession) => {
  const { id, name } = await getPerson(app.db.read, personId)
  if (delegationId === null) return { person: { id, name }, matters: null }
  const represented = await findRepresented(app, delegationId, await getPerson(app.db.read, cameId))
  return represented && { person: { id, name }, matters: represented.matters }
}

/** What entitles the clerk to work for the person: the session itself, as long as it lives. */
export const windowMandates: MandateKind = {
  kind: windowMandate,
  find: async (app, id, holder) => {
    const now = app.clock.now()
    const session = holder.kind === 'staff' ? await findSession(app.db.read, id) : undefined
    if (!session || holder.kind !== 'staff' || session.staffId !== holder.id || !isLive(session, now)) return undefined
    const shift = await findShift(app.db.read, session.shiftId)
    if (!shift || !hallsOf(holder, outletsOf(app)).some((hall) => hall.id === shift.outlet)) return undefined
    if (now.getTime() - new Date(session.seenAt).getTime() >= seenEveryMs) await app.db.transaction((tx) => updateSessionSeen(tx, id, now))
    const scope = await scopeOf(app, session)
    return scope && { person: scope.person, by: { actorKind: 'staff', id: holder.id, name: holder.name, capacity: 'window', mandate: mandateOf(id), matters: scope.matters, desk: { place: shift.outlet, region: shift.region, counter: shift.counter } } }
  },
}
