// Pulls of many records and what they brought. A page and where to go on are stored together, so that a pull resumes without gaps or doubles.
import { column, json, only, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import type { ResourcePull } from './resource-pull.ts'

const sealing = { table: 'resource_pull_rows', class: 'history' } as const

type Row = {
  id: string; resource: string; consumer: string; purpose: string; legal_basis: string; granted_by: string; fields: string[]; filter: ResourcePull['filter']; state: ResourcePull['state']; next: unknown; records: number
  digest: string; problem: string | null; begun_at: Date; ended_at: Date | null
}

const toPull = (row: Row): ResourcePull => ({
  id: row.id, resource: row.resource, consumer: row.consumer, purpose: row.purpose, legalBasis: row.legal_basis, grant: row.granted_by, fields: row.fields, filter: row.filter, state: row.state, next: row.next,
  records: row.records, digest: row.digest, problem: row.problem, begunAt: row.begun_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertPull = async (tx: Tx, pull: ResourcePull): Promise<void> => {
  await tx`insert into resource_pulls (id, resource, consumer, purpose, legal_basis, granted_by, fields, filter, state, next, records, digest, begun_at)
    values (${pull.id}, ${pull.resource}, ${pull.consumer}, ${pull.purpose}, ${pull.legalBasis}, ${pull.grant}, ${pull.fields}, ${json(pull.filter)}, ${pull.state}, null, 0, ${pull.digest}, ${pull.begunAt})`
}

export const findPull = async (read: Read, id: string): Promise<ResourcePull | undefined> => {
  const [row] = await read<Row[]>`select * from resource_pulls where id = ${id}`
  return row && toPull(row)
}

/** How many pulls a grant has begun since. */
export const countPullsSince = async (read: Read, grant: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from resource_pulls where granted_by = ${grant} and begun_at >= ${since}`).count

/** A page, unless another process has stored it already: then nothing happens, and false is answered. */
export const insertPulledPage = async (tx: Tx, before: ResourcePull, after: Pick<ResourcePull, 'next' | 'records' | 'digest'>, records: readonly Record<string, unknown>[]): Promise<boolean> => {
  const updated = await tx`update resource_pulls set next = ${after.next === undefined ? null : json(after.next)}, records = ${after.records}, digest = ${after.digest}
    where id = ${before.id} and records = ${before.records} and digest = ${before.digest} and state = 'running'`
  if (updated.count === 0) return false
  const rows = records.map((record, index) => ({ position: before.records + index + 1, sealed: sealRow(sealing, `${before.id} ${before.records + index + 1}`, record) }))
  await tx`insert into resource_pull_rows (pull_id, position, sealed) select ${before.id}::uuid, * from unnest(${column(rows, 'position')}::int[], ${column(rows, 'sealed')}::text[])`
  return true
}

export const updatePullEnded = async (tx: Tx, { id }: Pick<ResourcePull, 'id'>, state: ResourcePull['state'], problem: string | null, at: Date): Promise<void> => {
  await tx`update resource_pulls set state = ${state}, problem = ${problem}, ended_at = ${at} where id = ${id} and state = 'running'`
}

/** Records in the order they came. */
export const listPulledRows = async (read: Read, pull: string, after: number, limit: number): Promise<{ position: number; record: Record<string, unknown> }[]> => {
  const rows = await read<{ position: number; sealed: string }[]>`select position, sealed from resource_pull_rows where pull_id = ${pull} and position > ${after} order by position limit ${limit}`
  return rows.map(({ position, sealed }) => ({ position, record: openRow<Record<string, unknown>>(sealing, `${pull} ${position}`, sealed) }))
}

/** Records of one pull that ended before; how many were deleted. The pull itself stays: it says what was taken. */
export const deletePulledRows = async (tx: Tx, endedBefore: Date, most: number): Promise<number> => {
  const [pull] = await tx<{ id: string; least: number }[]>`
    select p.id, r.least from resource_pulls p cross join lateral (select position as least from resource_pull_rows where pull_id = p.id order by position limit 1) r
    where p.ended_at < ${endedBefore} order by p.ended_at limit 1`
  if (!pull) return 0
  return (await tx`delete from resource_pull_rows where pull_id = ${pull.id} and position < ${pull.least + most}`).count
}
