// Help sessions in the database. That one has run out is a matter of the clock (help-session.ts).
import type { Read, Tx } from '../../kernel/db.ts'
import type { HelpEnding, HelpSession } from './help-session.ts'

type Row = {
  id: string; staff_id: string; person_id: string; outlet: string; region: string; place: HelpSession['place']; opened_at: Date; until_at: Date; ended_at: Date | null; ended_by: HelpEnding | null
}

const toSession = (row: Row): HelpSession => ({
  id: row.id, staffId: row.staff_id, personId: row.person_id, outlet: row.outlet, region: row.region, place: row.place,
  openedAt: row.opened_at.toISOString(), untilAt: row.until_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null, endedBy: row.ended_by,
})

export const insertHelpSession = async (tx: Tx, one: HelpSession): Promise<void> => {
  await tx`
    insert into help_sessions (id, staff_id, person_id, outlet, region, place, opened_at, until_at)
    values (${one.id}, ${one.staffId}, ${one.personId}, ${one.outlet}, ${one.region}, ${one.place}, ${one.openedAt}, ${one.untilAt})`
}

/** Whether it was open. */
export const updateHelpEnded = async (tx: Tx, id: string, by: HelpEnding, at: Date): Promise<boolean> =>
  (await tx`update help_sessions set ended_at = ${at}, ended_by = ${by} where id = ${id} and ended_at is null`).count > 0

export const findHelpSession = async (read: Read, id: string): Promise<HelpSession | undefined> => {
  const [row] = await read<Row[]>`select * from help_sessions where id = ${id}`
  return row && toSession(row)
}

/** Of a helper, newest first. */
export const listHelpBy = async (read: Read, staffId: string, limit: number): Promise<HelpSession[]> =>
  (await read<Row[]>`select * from help_sessions where staff_id = ${staffId} order by opened_at desc limit ${limit}`).map(toSession)

/** Of somebody who was helped, newest first. */
export const listHelpFor = async (read: Read, personId: string, limit: number): Promise<HelpSession[]> =>
  (await read<Row[]>`select * from help_sessions where person_id = ${personId} order by opened_at desc limit ${limit}`).map(toSession)

/** Of halls within some days, newest first. */
export const listHelpIn = async (read: Read, outlets: readonly string[], regions: readonly string[], from: Date, until: Date, limit: number): Promise<HelpSession[]> =>
  (await read<Row[]>`
    select * from help_sessions where region = any(${[...regions]}) and outlet = any(${[...outlets]}) and opened_at >= ${from} and opened_at < ${until}
    order by opened_at desc limit ${limit}`).map(toSession)
