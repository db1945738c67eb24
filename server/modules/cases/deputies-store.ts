// Storing who decides in whose name, and from when until when.
import type { Read, Tx } from '../../kernel/db.ts'

/** Days are 'YYYY-MM-DD', both included; `endedAt` not null: ended before its time. */
export type Deputy = { id: string; staffId: string; deputyId: string; from: string; until: string; reason: string; madeAt: string; endedAt: string | null }

type Row = { id: string; staff_id: string; deputy_id: string; from_on: string; until_on: string; reason: string; made_at: Date; ended_at: Date | null }

const toDeputy = (row: Row): Deputy => ({
  id: row.id, staffId: row.staff_id, deputyId: row.deputy_id, from: row.from_on, until: row.until_on, reason: row.reason, madeAt: row.made_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertDeputy = async (tx: Tx, { id, staffId, deputyId, from, until, reason, madeAt }: Deputy): Promise<void> => {
  await tx`
    insert into deputies (id, staff_id, deputy_id, from_on, until_on, reason, made_at) values (${id}, ${staffId}, ${deputyId}, ${from}, ${until}, ${reason}, ${madeAt})`
}

export const updateDeputyEnded = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update deputies set ended_at = ${at} where id = ${id} and ended_at is null`
}

export const findDeputy = async (read: Read, id: string): Promise<Deputy | undefined> => {
  const [row] = await read<Row[]>`select * from deputies where id = ${id}`
  return row && toDeputy(row)
}

/** The officials somebody stands in for on a day. */
export const listStoodInFor = async (read: Read, deputyId: string, today: string): Promise<string[]> =>
  (await read<{ staff_id: string }[]>`
    select distinct staff_id from deputies where deputy_id = ${deputyId} and ended_at is null and from_on <= ${today} and until_on >= ${today} limit 20`).map((row) => row.staff_id)

/** Those an official has named and those they stand in for, the latest first, without what is long over. */
export const listDeputies = async (read: Read, staffId: string, since: string): Promise<Deputy[]> =>
  (await read<Row[]>`
    select * from deputies where (staff_id = ${staffId} or deputy_id = ${staffId}) and until_on >= ${since} order by from_on desc, id limit 100`).map(toDeputy)
