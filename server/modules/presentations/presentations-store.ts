// Shown codes in the database: made, used once, and those that are no longer worth anything; and the misses that slow guessing down.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import type { Presentation } from './presentation.ts'

type Row = { id: string; person_id: string; credential_id: string; claims: string[]; purpose: string; shown_by: string | null; made_at: Date; expires_at: Date; used_at: Date | null; used_by: string | null }

const toPresentation = (row: Row): Presentation => ({
  id: row.id, personId: row.person_id, credentialId: row.credential_id, claims: row.claims, purpose: row.purpose, shownBy: row.shown_by,
  madeAt: row.made_at.toISOString(), expiresAt: row.expires_at.toISOString(), usedAt: row.used_at?.toISOString() ?? null, usedBy: row.used_by,
})

/** Makes it, and forgets the person's codes that nobody looked at and that ended before `forgottenBefore`. */
export const insertPresentation = async (tx: Tx, digest: string, made: Presentation, forgottenBefore: Date): Promise<void> => {
  await tx`delete from presentations where person_id = ${made.personId} and used_at is null and expires_at < ${forgottenBefore}`
  await tx`
    insert into presentations (id, digest, person_id, credential_id, claims, purpose, shown_by, made_at, expires_at, used_at, used_by)
    values (${made.id}, ${digest}, ${made.personId}, ${made.credentialId}, ${made.claims}, ${made.purpose}, ${made.shownBy}, ${made.madeAt}, ${made.expiresAt}, ${made.usedAt}, ${made.usedBy})`
}

/** Codes that were shown before and not looked at are worth nothing from now on. */
export const updateUnusedEnded = async (tx: Tx, personId: string, credentialId: string, at: Date): Promise<void> => {
  await tx`update presentations set expires_at = ${at} where person_id = ${personId} and credential_id = ${credentialId} and used_at is null and expires_at > ${at}`
}

export const findPresentation = async (read: Read, id: string): Promise<Presentation | undefined> => {
  const [row] = await read<Row[]>`select * from presentations where id = ${id}`
  return row && toPresentation(row)
}

/** Looks a code up and uses it, if it still can be: `first` for the one who did. Of two at once one is first. */
export const takePresentation = async (tx: Tx, digest: string, usedBy: string | null, at: Date): Promise<{ presentation: Presentation; first: boolean } | undefined> => {
  const [used] = await tx<Row[]>`
    update presentations set used_at = ${at}, used_by = ${usedBy} where digest = ${digest} and used_at is null and expires_at > ${at} returning *`
  if (used) return { presentation: toPresentation(used), first: true }
  const [known] = await tx<Row[]>`select * from presentations where digest = ${digest}`
  return known && { presentation: toPresentation(known), first: false }
}

export const countMisses = async (read: Read, caller: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from verification_misses where caller = ${caller} and missed_at > ${since}`).count

/** Keeps a miss, and forgets those of this caller that no longer count. */
export const insertMiss = async (tx: Tx, id: string, caller: string, at: Date, since: Date): Promise<void> => {
  await tx`delete from verification_misses where caller = ${caller} and missed_at <= ${since}`
  await tx`insert into verification_misses (id, caller, missed_at) values (${id}, ${caller}, ${at})`
}

/** Notes that a code made without network was checked here; false when it was before. Those too old to be taken at all are forgotten. */
export const insertShownOffline = async (tx: Tx, digest: string, at: Date, forgottenBefore: Date): Promise<boolean> => {
  await tx`delete from shown_offline where seen_at < ${forgottenBefore}`
  const noted = await tx`insert into shown_offline (digest, seen_at) values (${digest}, ${at}) on conflict do nothing returning 1`
  return noted.length > 0
}
