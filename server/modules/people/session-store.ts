// Sessions in the database: found by the digest of the cookie with one query that also brings the name and the present postings.
import type { Posting } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Session, SessionOwner } from './session.ts'

type Row = {
  token_digest: string; created_at: Date; expires_at: Date; person_id: string | null; staff_id: string | null; name: string; postings: Posting[] | null
}

const toSession = (row: Row): Session => ({
  digest: row.token_digest,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  principal: row.person_id !== null
    ? { kind: 'person', id: row.person_id, name: row.name }
    : { kind: 'staff', id: row.staff_id ?? '', name: row.name, postings: row.postings ?? [] },
})

/** The session that is alive at `now`. */
export const findSession = async (read: Read, digest: string, now: Date): Promise<Session | undefined> => {
  const [row] = await read<Row[]>`
    select s.token_digest, s.created_at, s.expires_at, s.person_id, s.staff_id, coalesce(p.name, f.name) as name,
      (select json_agg(json_build_object('role', role, 'region', region, 'line', nullif(line, '*')) order by role, region, line)
         from staff_postings where staff_id = s.staff_id) as postings
    from sessions s left join people p on p.id = s.person_id left join staff f on f.id = s.staff_id
    where s.token_digest = ${digest} and s.expires_at > ${now}`
  return row && toSession(row)
}

export const insertSession = async (tx: Tx, digest: string, owner: SessionOwner, createdAt: Date, expiresAt: Date): Promise<void> => {
  const [personId, staffId] = 'personId' in owner ? [owner.personId, null] : [null, owner.staffId]
  await tx`insert into sessions (token_digest, person_id, staff_id, created_at, expires_at) values (${digest}, ${personId}, ${staffId}, ${createdAt}, ${expiresAt})`
}

export const updateSessionExpiry = async (tx: Tx, digest: string, expiresAt: Date): Promise<void> => {
  await tx`update sessions set expires_at = ${expiresAt} where token_digest = ${digest}`
}

export const deleteSession = async (tx: Tx, digest: string): Promise<void> => {
  await tx`delete from sessions where token_digest = ${digest}`
}

/** Ends every session of these officials; returns how many there were. */
export const deleteSessionsOfStaff = async (tx: Tx, staffIds: readonly string[]): Promise<number> =>
  (await tx`delete from sessions where staff_id = any(${[...staffIds]}::uuid[])`).count

/** Clears away some that ended before `now`; called at every login, so the table stays as large as the living sessions. */
export const deleteEndedSessions = async (tx: Tx, now: Date): Promise<void> => {
  await tx`delete from sessions where token_digest in (
    select token_digest from sessions where expires_at <= ${now} order by expires_at limit 100 for update skip locked)`
}
