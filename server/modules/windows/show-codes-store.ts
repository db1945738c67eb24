// Show-codes in the database: one for each person, found by its keyed digest, used once; and the misses that slow guessing down.
import { only, type Read, type Tx } from '../../kernel/db.ts'

export type ShowCode = { personId: string; expiresAt: string; usedAt: string | null; sessionId: string | null }

type Row = { person_id: string; expires_at: Date; used_at: Date | null; session_id: string | null }

const toShowCode = (row: Row): ShowCode => ({ personId: row.person_id, expiresAt: row.expires_at.toISOString(), usedAt: row.used_at?.toISOString() ?? null, sessionId: row.session_id })

/** Replaces the person's code. False when the digest is somebody else's: then another code has to be drawn. */
export const upsertShowCode = async (tx: Tx, personId: string, digest: string, at: Date, expiresAt: Date): Promise<boolean> => {
  await tx`delete from show_codes where digest = ${digest} and expires_at < ${at} and person_id <> ${personId}`
  const taken = await tx`select from show_codes where digest = ${digest} and person_id <> ${personId}`
  if (taken.length > 0) return false
  await tx`
    insert into show_codes (person_id, digest, made_at, expires_at) values (${personId}, ${digest}, ${at}, ${expiresAt})
    on conflict (person_id) do update set digest = excluded.digest, made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null, session_id = null`
  return true
}

export const findShowCode = async (read: Read, personId: string): Promise<ShowCode | undefined> => {
  const [row] = await read<Row[]>`select * from show_codes where person_id = ${personId}`
  return row && toShowCode(row)
}

/** Uses a living code up; answers whose it was. Of two readers one gets it. */
export const updateCodeUsed = async (tx: Tx, digest: string, at: Date): Promise<string | undefined> => {
  const [row] = await tx<{ person_id: string }[]>`
    update show_codes set used_at = ${at} where digest = ${digest} and used_at is null and expires_at > ${at} returning person_id`
  return row?.person_id
}

export const updateCodeSession = async (tx: Tx, personId: string, sessionId: string): Promise<void> => {
  await tx`update show_codes set session_id = ${sessionId} where person_id = ${personId}`
}

/** Guesses of one official are counted one after the other. */
export const lockMisses = async (tx: Tx, staffId: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`window codes ${staffId}`}, 0))`
}

export const countMisses = async (read: Read, staffId: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from window_code_misses where staff_id = ${staffId} and missed_at > ${since}`).count

/** Keeps a miss, and forgets those of this official that no longer count. */
export const insertMiss = async (tx: Tx, id: string, staffId: string, at: Date, since: Date): Promise<void> => {
  await tx`delete from window_code_misses where staff_id = ${staffId} and missed_at <= ${since}`
  await tx`insert into window_code_misses (id, staff_id, missed_at) values (${id}, ${staffId}, ${at})`
}
