// What was done in somebody's name, in the database: one row for each application and entitlement.
import type { ActingFor } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'

/** One application somebody worked on for the person it belongs to; `at` when they first did. */
export type ActingUse = {
  applicationId: string; mandate: string; personId: string; matter: string; actorKind: ActingFor['actorKind']; actorId: string; actorName: string
  capacity: ActingFor['capacity']; at: string
}

type Row = {
  application_id: string; mandate: string; person_id: string; matter: string; actor_kind: ActingUse['actorKind']; actor_id: string; actor_name: string
  capacity: ActingUse['capacity']; at: Date
}

const toUse = (row: Row): ActingUse => ({
  applicationId: row.application_id, mandate: row.mandate, personId: row.person_id, matter: row.matter, actorKind: row.actor_kind, actorId: row.actor_id,
  actorName: row.actor_name, capacity: row.capacity, at: row.at.toISOString(),
})

/** Whether this was the first time: an application counts once for each entitlement. */
export const insertUse = async (tx: Tx, use: ActingUse): Promise<boolean> =>
  (await tx`
    insert into acting_uses (application_id, mandate, person_id, matter, actor_kind, actor_id, actor_name, capacity, at)
    values (${use.applicationId}, ${use.mandate}, ${use.personId}, ${use.matter}, ${use.actorKind}, ${use.actorId}, ${use.actorName}, ${use.capacity}, ${use.at})
    on conflict do nothing`).count > 0

/** Applications begun by each of these entitlements. */
export const countUses = async (read: Read, mandates: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  new Map((await read<{ mandate: string; uses: number }[]>`
    select mandate, count(*)::int as uses from acting_uses where mandate = any(${[...mandates]}) group by mandate`).map(({ mandate, uses }) => [mandate, uses]))

/** What was done by an entitlement, or by several, newest first. */
export const listUses = async (read: Read, mandate: string | readonly string[], limit: number): Promise<ActingUse[]> =>
  (await read<Row[]>`select * from acting_uses where mandate = any(${[mandate].flat()}) order by at desc limit ${limit}`).map(toUse)

/** Who worked on an application last in this capacity. */
export const findLastUse = async (read: Read, applicationId: string, capacity: ActingUse['capacity']): Promise<ActingUse | undefined> => {
  const [row] = await read<Row[]>`select * from acting_uses where application_id = ${applicationId} and capacity = ${capacity} order by at desc limit 1`
  return row && toUse(row)
}

/** What others did in the name of a person, newest first. */
export const listUsesFor = async (read: Read, personId: string, limit: number): Promise<ActingUse[]> =>
  (await read<Row[]>`select * from acting_uses where person_id = ${personId} order by at desc limit ${limit}`).map(toUse)
