// Sessions at windows in the database: one at a time for a window, and one at a time for who came.
// Being idle is a matter of the clock (window.ts), so a session nobody ended is closed when the next one begins.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import type { Ending, Seat, WindowSession } from './window.ts'

type Row = {
  id: string; shift_id: string; staff_id: string; person_id: string; came_id: string; delegation_id: string | null; region: string; identified_by: WindowSession['identifiedBy']
  opened_at: Date; seen_at: Date; ended_at: Date | null
}

const toSession = (row: Row): WindowSession => ({
  id: row.id, shiftId: row.shift_id, staffId: row.staff_id, personId: row.person_id, cameId: row.came_id, delegationId: row.delegation_id, region: row.region, identifiedBy: row.identified_by,
  openedAt: row.opened_at.toISOString(), seenAt: row.seen_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** Somebody is identified at one window at a time; who comes to two at the same moment waits for the first. */
export const lockCame = async (tx: Tx, personId: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`window ${personId}`}, 0))`
}

export const insertSession = async (tx: Tx, session: WindowSession): Promise<void> => {
  const { id, shiftId, staffId, personId, cameId, delegationId, region, identifiedBy, openedAt, seenAt } = session
  await tx`
    insert into window_sessions (id, shift_id, staff_id, person_id, came_id, delegation_id, region, identified_by, opened_at, seen_at)
    values (${id}, ${shiftId}, ${staffId}, ${personId}, ${cameId}, ${delegationId}, ${region}, ${identifiedBy}, ${openedAt}, ${seenAt})`
}

export const findSession = async (read: Read, id: string): Promise<WindowSession | undefined> => {
  const [row] = await read<Row[]>`select * from window_sessions where id = ${id}`
  return row && toSession(row)
}

export const findOpenSession = async (read: Read, shiftId: string): Promise<WindowSession | undefined> => {
  const [row] = await read<Row[]>`select * from window_sessions where shift_id = ${shiftId} and ended_at is null`
  return row && toSession(row)
}

/** Held until the transaction ends. */
export const findOpenSessionForUpdate = async (tx: Tx, shiftId: string): Promise<WindowSession | undefined> => {
  const [row] = await tx<Row[]>`select * from window_sessions where shift_id = ${shiftId} and ended_at is null for no key update`
  return row && toSession(row)
}

export const findOpenSessionOf = async (read: Read, cameId: string): Promise<WindowSession | undefined> => {
  const [row] = await read<Row[]>`select * from window_sessions where came_id = ${cameId} and ended_at is null`
  return row && toSession(row)
}

export const updateSessionEnded = async (tx: Tx, id: string, by: Ending, at: Date): Promise<void> => {
  await tx`update window_sessions set ended_at = ${at}, ended_by = ${by} where id = ${id} and ended_at is null`
}

export const updateSessionSeen = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update window_sessions set seen_at = ${at} where id = ${id} and ended_at is null`
}

/** How many people were served in a shift. */
export const countSessions = async (read: Read, shiftId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from window_sessions where shift_id = ${shiftId}`).count

/** Of a shift, newest first. */
export const listSessionIds = async (read: Read, shiftId: string): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from window_sessions where shift_id = ${shiftId} order by opened_at desc limit 500`).map(({ id }) => id)

/** At a window, whoever sat there; newest first. */
export const listSessionIdsAt = async (read: Read, { outlet, counter }: Seat, limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`
    select s.id from window_shifts w join window_sessions s on s.shift_id = w.id
    where w.outlet = ${outlet} and w.counter = ${counter} order by s.opened_at desc limit ${limit}`).map(({ id }) => id)
