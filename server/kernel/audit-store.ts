// Storing and verifying the audit trail. Entries commit with the change they record into `audit_pending`;
// a sealer moves committed entries into the chain, so writers never wait for one another.
import { chain, findBreak, genesis, type AuditEntry, type ChainedEntry } from './audit.ts'
import { json, type Database, type Read, type Tx } from './db.ts'

type Row = {
  at: Date; actor_kind: AuditEntry['actorKind']; actor_id: string; action: string; subject_type: string; subject_id: string
  region: string | null; request_id: string | null; detail: unknown
}
type ChainRow = Row & { position: number; hash: string }

const toEntry = (row: Row): AuditEntry => ({
  at: row.at.toISOString(), actorKind: row.actor_kind, actorId: row.actor_id, action: row.action, subjectType: row.subject_type,
  subjectId: row.subject_id, region: row.region, requestId: row.request_id, detail: row.detail,
})
const toChained = (row: ChainRow): ChainedEntry => ({ ...toEntry(row), position: row.position, hash: row.hash })

const toRow = (entry: AuditEntry) => ({
  at: entry.at, actor_kind: entry.actorKind, actor_id: entry.actorId, action: entry.action, subject_type: entry.subjectType,
  subject_id: entry.subjectId, region: entry.region, request_id: entry.requestId, detail: entry.detail ?? {},
})

/** Writes entries in the caller's transaction. */
export const insertAudit = async (tx: Tx, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  await tx`
    insert into audit_pending (at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail)
    select at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail
    from jsonb_to_recordset(${json(entries.map(toRow))}::jsonb) as entry(
      at timestamptz, actor_kind text, actor_id text, action text, subject_type text, subject_id text, region text, request_id text, detail jsonb)`
}

const batch = 2000
const sealLock = 7_206_002

/** Moves up to one batch of committed entries into the chain; returns how many. Only one sealer works at a time. */
export const sealAudit = async (tx: Tx): Promise<number> => {
  const [lock] = await tx<{ got: boolean }[]>`select pg_try_advisory_xact_lock(${sealLock}) as got`
  if (!lock?.got) return 0
  const rows = await tx<(Row & { id: number })[]>`
    delete from audit_pending where id in (select id from audit_pending order by id limit ${batch}) returning *`
  if (rows.length === 0) return 0
  const [last] = await tx<{ position: number; hash: string }[]>`select position, hash from audit_entries order by position desc limit 1`
  const sealed = chain(last ?? { position: 0, hash: genesis }, [...rows].sort((a, b) => a.id - b.id).map(toEntry))
  await tx`
    insert into audit_entries (position, at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail, hash)
    select position, at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail, hash
    from jsonb_to_recordset(${json(sealed.map((entry) => ({ ...toRow(entry), position: entry.position, hash: entry.hash })))}::jsonb) as entry(
      position bigint, at timestamptz, actor_kind text, actor_id text, action text, subject_type text, subject_id text, region text,
      request_id text, detail jsonb, hash text)`
  return rows.length
}

export const sealAllAudit = async (db: Database): Promise<void> => {
  while ((await db.transaction(sealAudit)) > 0);
}

/** `head` as what is broken: the one kept elsewhere is not in the chain, which was cut off or made anew. */
export type AuditVerdict = { entries: number; pending: number; intact: boolean; broken?: { position: number; what: 'missing' | 'altered' | 'head' }; head: string }

/**
 * Walks the whole chain. `head` is the last hash: kept elsewhere, it also reveals a cut-off tail or a chain computed anew.
 * @param kept a head kept elsewhere: it must still be in the chain
 */
export const verifyAudit = async (read: Read, kept?: string): Promise<AuditVerdict> => {
  const [count] = await read<{ pending: number }[]>`select count(*)::int as pending from audit_pending`
  const pending = count?.pending ?? 0
  let end = { position: 0, hash: genesis }
  let isKept = kept === undefined || kept === genesis
  for (;;) {
    const rows = await read<ChainRow[]>`select * from audit_entries where position > ${end.position} order by position limit ${batch}`
    if (rows.length === 0) break
    const entries = rows.map(toChained)
    const broken = findBreak(end, entries)
    if (broken) return { entries: end.position, pending, intact: false, broken, head: end.hash }
    isKept ||= entries.some(({ hash }) => hash === kept)
    const last = entries.at(-1)
    if (last) end = { position: last.position, hash: last.hash }
  }
  const verdict = { entries: end.position, pending, head: end.hash }
  return isKept ? { ...verdict, intact: true } : { ...verdict, intact: false, broken: { position: end.position + 1, what: 'head' } }
}

/** The trail of one thing, newest first, sealed and pending together. */
export const listAuditOf = async (read: Read, subjectType: string, subjectId: string): Promise<AuditEntry[]> => {
  const rows = await read<Row[]>`
    select at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail
    from (select at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail
            from audit_entries where subject_type = ${subjectType} and subject_id = ${subjectId}
          union all
          select at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail
            from audit_pending where subject_type = ${subjectType} and subject_id = ${subjectId}) entry
    order by at desc limit 500`
  return rows.map(toEntry)
}
