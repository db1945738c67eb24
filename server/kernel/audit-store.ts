// Storing and verifying the audit trail. Entries commit with the change they record; a sealer then gives committed entries
// their place in the chain, so writers never wait for one another and every entry is written once.
import { chain, findBreak, genesis, storedDetail, type AuditEntry, type ChainedEntry } from './audit.ts'
import { column, json, list, type Database, type Read, type Tx } from './db.ts'

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

/** Writes entries in the caller's transaction. */
export const insertAudit = async (tx: Tx, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const details = list(entries.map((entry) => json(storedDetail(entry))))
  await tx`
    with written as (
      insert into audit_entries (at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail)
      select * from unnest(
        ${column(entries, 'at')}::timestamptz[], ${column(entries, 'actorKind')}::text[], ${column(entries, 'actorId')}::text[], ${column(entries, 'action')}::text[],
        ${column(entries, 'subjectType')}::text[], ${column(entries, 'subjectId')}::text[], ${column(entries, 'region')}::text[], ${column(entries, 'requestId')}::text[],
        ${details}::jsonb[])
      returning id
    )
    insert into audit_pending (first, entries) select min(id), array_agg(id order by id) from written`
}

/** Entries in one stretch of the chain, about: those written together stay together. */
const stretch = 2000
const sealLock = 7_206_002

/** Gives up to one stretch of committed entries their place in the chain; returns how many. Only one sealer works at a time. */
export const sealAudit = async (tx: Tx): Promise<number> => {
  const [lock] = await tx<{ got: boolean }[]>`select pg_try_advisory_xact_lock(${sealLock}) as got`
  if (!lock?.got) return 0
  const rows = await tx<(Row & { id: number })[]>`
    with waiting as (select first, sum(cardinality(entries)) over (order by first) as so_far from audit_pending order by first limit ${stretch}),
      taken as (delete from audit_pending where first in (select first from waiting where so_far <= greatest(${stretch}, (select min(so_far) from waiting))) returning entries)
    select audit_entries.* from taken cross join unnest(entries) as entry join audit_entries on audit_entries.id = entry order by audit_entries.id`
  if (rows.length === 0) return 0
  const [last] = await tx<{ position: number; hash: string }[]>`select position, encode(hashes[cardinality(hashes)], 'hex') as hash from audit_chain order by position desc limit 1`
  const end = last ?? { position: 0, hash: genesis }
  const hashes = chain(end, rows.map(toEntry)).map(({ hash }) => hash)
  await tx`
    insert into audit_chain (position, entries, hashes)
    select ${end.position + rows.length}, ${column(rows, 'id')}::bigint[], array_agg(decode(hash, 'hex') order by place) from unnest(${list(hashes)}::text[]) with ordinality as sealed(hash, place)`
  return rows.length
}

export const sealAllAudit = async (db: Database): Promise<void> => {
  while ((await db.transaction(sealAudit)) > 0);
}

/** The places of a stretch, one a row. */
const places = (read: Read) => read`lateral (
  select audit_chain.position - cardinality(entries) + nth as position, entry, hash from unnest(entries, hashes) with ordinality as one(entry, hash, nth)) place`

/** What is broken: `head`, the one kept elsewhere is not in the chain, which was cut off or made anew; `loose`, an entry was slipped in beside the chain. */
type Break = { position: number; what: 'missing' | 'altered' | 'head' | 'loose' }

export type AuditVerdict = { entries: number; pending: number; intact: boolean; broken?: Break; head: string }

/**
 * Walks the whole chain. `head` is the last hash: kept elsewhere, it also reveals a cut-off tail or a chain computed anew.
 * @param kept a head kept elsewhere: it must still be in the chain
 */
export const verifyAudit = async (read: Read, kept?: string): Promise<AuditVerdict> => {
  let end = { position: 0, hash: genesis }
  let isKept = kept === undefined || kept === genesis
  let broken: Break | undefined
  while (!broken) {
    const rows = await read<ChainRow[]>`
      select place.position, encode(place.hash, 'hex') as hash, audit_entries.*
      from audit_chain cross join ${places(read)} join audit_entries on audit_entries.id = place.entry
      where audit_chain.position > ${end.position} and audit_chain.position <= ${end.position + 2 * stretch} and place.position > ${end.position} order by place.position`
    if (rows.length === 0) break
    const entries = rows.map(toChained)
    broken = findBreak(end, entries)
    isKept ||= entries.some(({ hash }) => hash === kept)
    const last = entries.at(-1)
    if (last && !broken) end = { position: last.position, hash: last.hash }
  }
  // One statement sees one moment, so a sealer at work meanwhile makes no difference.
  const [beside] = await read<{ pending: number; missing: boolean; loose: boolean }[]>`
    select (select coalesce(sum(cardinality(entries)), 0)::int from audit_pending) as pending,
      coalesce((select position - cardinality(entries) > ${end.position} from audit_chain where position > ${end.position} order by position limit 1), false)
        or exists (select 1 from audit_chain cross join ${places(read)} where audit_chain.position > ${end.position} and place.position > ${end.position}
          and not exists (select 1 from audit_entries where id = entry)) as missing,
      (select count(*) from audit_entries) <> (select coalesce(sum(cardinality(entries)), 0) from audit_chain) + (select coalesce(sum(cardinality(entries)), 0) from audit_pending) as loose`
  const what = beside?.missing ? 'missing' : beside?.loose ? 'loose' : isKept ? undefined : 'head'
  broken ??= what && { position: end.position + 1, what }
  return { entries: end.position, pending: beside?.pending ?? 0, head: end.hash, intact: broken === undefined, ...(broken ? { broken } : {}) }
}

/** The trail of one thing, newest first, whether sealed yet or not. */
export const listAuditOf = async (read: Read, subjectType: string, subjectId: string): Promise<AuditEntry[]> => {
  const rows = await read<Row[]>`
    select * from audit_entries where subject_type = ${subjectType} and subject_id = ${subjectId} order by id desc limit 500`
  return rows.map(toEntry)
}

/** What entries are about, in the order of the chain: for whoever follows what happens without being told. */
export const listChained = async (read: Read, { after, limit }: { after: number; limit: number }): Promise<{ position: number; action: string; subjectType: string; subjectId: string }[]> =>
  read<{ position: number; action: string; subjectType: string; subjectId: string }[]>`
    select place.position, action, subject_type as "subjectType", subject_id as "subjectId"
    from (select * from audit_chain where position > ${after} order by position limit ${limit}) audit_chain cross join ${places(read)} join audit_entries on audit_entries.id = place.entry
    where place.position > ${after} order by place.position limit ${limit}`

/** Entries that are committed and not yet sealed. */
export const countPendingAudit = async (read: Read): Promise<number> => {
  const [row] = await read<{ pending: number }[]>`select coalesce(sum(cardinality(entries)), 0)::int as pending from audit_pending`
  return row?.pending ?? 0
}
