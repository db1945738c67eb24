// Counting refused logins: a row for each hour and reason, so that whoever knocks a million times leaves a handful of rows.
import type { Tx } from '../../kernel/db.ts'

export type RefusedLogins = { hourAt: string; problem: string; refused: number }

type Row = { hour_at: Date; problem: string; refused: number }

/** Counts one more in this hour; returns how many there are now. */
export const upsertRefusal = async (tx: Tx, hourAt: Date, problem: string): Promise<number> => {
  const [row] = await tx<{ refused: number }[]>`
    insert into login_refusals (hour_at, problem, refused) values (${hourAt}, ${problem}, 1)
    on conflict (hour_at, problem) do update set refused = login_refusals.refused + 1 returning refused`
  return row?.refused ?? 1
}

/** Removes the counts of hours that are over, and returns them. */
export const deleteRefusalsBefore = async (tx: Tx, hourAt: Date): Promise<RefusedLogins[]> =>
  (await tx<Row[]>`delete from login_refusals where hour_at < ${hourAt} returning hour_at, problem, refused`).map((row) => ({
    hourAt: row.hour_at.toISOString(), problem: row.problem, refused: row.refused,
  }))
