// Files of registers and their records: written in pieces beside the version in force, which is exchanged in one transaction at the end.
import { column, json, type Read, type Tx } from '../../kernel/db.ts'
import { keyedDigest, openRow, sealRow } from '../../kernel/field-encryption.ts'
import type { Load, LoadProblem } from './load.ts'

const sealing = { table: 'connector_rows', class: 'history' } as const

type Row = { id: string; registry: string; file: string; bytes: number; changed_at: Date; state: Load['state']; records: number; digest: string | null; problems: LoadProblem[]; started_at: Date; ended_at: Date | null }

const toLoad = (row: Row): Load => ({
  id: row.id, registry: row.registry, file: row.file, bytes: row.bytes, changedAt: row.changed_at.toISOString(), state: row.state, records: row.records, digest: row.digest, problems: row.problems,
  startedAt: row.started_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

const digestOf = (registry: string, name: string, value: string): string => keyedDigest(`connector ${registry} ${name}`, value.toUpperCase())

export const insertLoad = async (tx: Tx, load: Load): Promise<void> => {
  await tx`insert into connector_loads (id, registry, file, bytes, changed_at, state, records, problems, started_at)
    values (${load.id}, ${load.registry}, ${load.file}, ${load.bytes}, ${load.changedAt}, ${load.state}, ${load.records}, ${json(load.problems)}, ${load.startedAt})`
}

/** `keys`: all numbers a record is found by. */
export type LoadedRow = { position: number; keys: Readonly<Record<string, string>>; document: { record: Record<string, unknown>; keys: Readonly<Record<string, string>>; asOf: string | undefined } }

export const insertLoadedRows = async (tx: Tx, { id, registry }: Pick<Load, 'id' | 'registry'>, rows: readonly LoadedRow[]): Promise<void> => {
  const sealed = rows.map(({ position, document }) => ({ position, sealed: sealRow(sealing, `${id} ${position}`, document) }))
  await tx`insert into connector_rows (load_id, position, sealed) select ${id}::uuid, * from unnest(${column(sealed, 'position')}::int[], ${column(sealed, 'sealed')}::text[])`
  const keys = rows.flatMap(({ position, keys: own }) => Object.entries(own).map(([name, value]) => ({ position, digest: digestOf(registry, name, value) })))
  await tx`insert into connector_keys (load_id, digest, position) select ${id}::uuid, * from unnest(${column(keys, 'digest')}::text[], ${column(keys, 'position')}::int[])`
}

/** From now on this version answers. */
export const updateLoadInForce = async (tx: Tx, load: Load): Promise<void> => {
  await tx`update connector_loads set state = 'replaced' where registry = ${load.registry} and state = 'inForce'`
  await tx`update connector_loads set state = 'inForce', records = ${load.records}, digest = ${load.digest}, ended_at = ${load.endedAt} where id = ${load.id}`
}

export const updateLoadRejected = async (tx: Tx, load: Load): Promise<void> => {
  await tx`update connector_loads set state = 'rejected', records = ${load.records}, problems = ${json(load.problems)}, digest = ${load.digest}, ended_at = ${load.endedAt} where id = ${load.id}`
}

/** Some of the records of versions that are not in force; the number deleted, 0 when none are left. */
export const deleteOldRows = async (tx: Tx, registry: string, most: number): Promise<number> => {
  const [row] = await tx<{ id: string }[]>`
    select l.id from connector_loads l where l.registry = ${registry} and l.state in ('rejected', 'replaced', 'loading') and exists (select from connector_rows r where r.load_id = l.id) order by l.started_at desc limit 1`
  if (!row) return 0
  const [{ least = 0 } = {}] = await tx<{ least: number }[]>`select min(position) as least from connector_rows where load_id = ${row.id}`
  await tx`delete from connector_keys where load_id = ${row.id} and position < ${least + most}`
  return (await tx`delete from connector_rows where load_id = ${row.id} and position < ${least + most}`).count
}

/** Reading that was broken off; its records are gone already. */
export const deleteUnfinishedLoads = async (tx: Tx, registry: string): Promise<void> => {
  await tx`delete from connector_loads where registry = ${registry} and state = 'loading'`
}

/** The newest first. */
export const listLoads = async (read: Read, registry: string, limit: number): Promise<Load[]> =>
  (await read<Row[]>`select * from connector_loads where registry = ${registry} order by started_at desc limit ${limit}`).map(toLoad)

export const findLoadInForce = async (read: Read, registry: string): Promise<Load | undefined> => {
  const [row] = await read<Row[]>`select * from connector_loads where registry = ${registry} and state = 'inForce'`
  return row && toLoad(row)
}

export const listLoadedByKey = async (read: Read, { id, registry }: Pick<Load, 'id' | 'registry'>, name: string, value: string): Promise<LoadedRow['document'][]> => {
  const rows = await read<{ position: number; sealed: string }[]>`
    select r.position, r.sealed from connector_keys k join connector_rows r on r.load_id = k.load_id and r.position = k.position
    where k.load_id = ${id} and k.digest = ${digestOf(registry, name, value)} order by r.position limit 200`
  return rows.map(({ position, sealed }) => openRow<LoadedRow['document']>(sealing, `${id} ${position}`, sealed))
}

export const listLoadedAfter = async (read: Read, id: string, after: number, limit: number): Promise<LoadedRow[]> => {
  const rows = await read<{ position: number; sealed: string }[]>`select position, sealed from connector_rows where load_id = ${id} and position > ${after} order by position limit ${limit}`
  return rows.map(({ position, sealed }) => {
    const document = openRow<LoadedRow['document']>(sealing, `${id} ${position}`, sealed)
    return { position, keys: document.keys, document }
  })
}
