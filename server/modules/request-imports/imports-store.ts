// Files of requests and their rows in the database; rows are written in one statement and encrypted.
import { column, json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { noRows, type Counts, type ImportRow, type ImportRowState, type RequestImport } from './request-import.ts'

type Row = { id: string; region: string; staff_id: string | null; file_name: string; digest: string; state: RequestImport['state']; created_at: Date; updated_at: Date }
const toImport = (row: Row): RequestImport => ({ id: row.id, region: row.region, staffId: row.staff_id, fileName: row.file_name, digest: row.digest, state: row.state, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() })

type RowRow = { import_id: string; row_number: number; region: string; state: ImportRowState; problems: ImportRow['problems']; request_id: string | null; number: string | null; sealed: string }
type Told = Pick<ImportRow, 'given' | 'shown'>
const nameOf = (importId: string, row: number): string => `${importId} ${row}`
const toRow = (row: RowRow): ImportRow => ({
  importId: row.import_id, row: row.row_number, region: row.region, state: row.state, problems: row.problems, requestId: row.request_id, number: row.number, ...openRow<Told>(sealedTables.requestImportRows, nameOf(row.import_id, row.row_number), row.sealed),
})

/** False when this file is here already. */
export const insertImport = async (tx: Tx, one: RequestImport): Promise<boolean> =>
  (await tx`
    insert into request_imports (id, region, staff_id, file_name, digest, state, created_at, updated_at)
    values (${one.id}, ${one.region}, ${one.staffId}, ${one.fileName}, ${one.digest}, ${one.state}, ${one.createdAt}, ${one.updatedAt}) on conflict do nothing returning 1`).length > 0

export const findImport = async (read: Read, id: string): Promise<RequestImport | undefined> => {
  const [row] = await read<Row[]>`select * from request_imports where id = ${id}`
  return row && toImport(row)
}

export const findImportOfFile = async (read: Read, region: string, digest: string): Promise<RequestImport | undefined> => {
  const [row] = await read<Row[]>`select * from request_imports where region = ${region} and digest = ${digest}`
  return row && toImport(row)
}

/** Of a region and below, newest first; a few hundred files at most. */
export const listImports = async (read: Read, staffId: string, limit: number): Promise<RequestImport[]> =>
  (await read<Row[]>`select * from request_imports where staff_id = ${staffId} order by created_at desc limit ${limit}`).map(toImport)

export const updateImportDone = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update request_imports set state = 'done', updated_at = ${at} where id = ${id}`
}

export const insertImportRows = async (tx: Tx, rows: readonly ImportRow[]): Promise<void> => {
  await tx`
    insert into request_import_rows (import_id, row_number, region, state, problems, sealed)
    select * from unnest(${column(rows, 'importId')}::uuid[], ${column(rows, 'row')}::int[], ${column(rows, 'region')}::text[], ${column(rows, 'state')}::text[], ${rows.map(({ problems }) => json(problems))}::jsonb[],
      ${rows.map(({ importId, row, given, shown }) => sealRow(sealedTables.requestImportRows, nameOf(importId, row), { given, shown } satisfies Told))}::text[])`
}

export const updateImportRow = async (tx: Tx, { importId, row, state, problems, requestId, number }: ImportRow): Promise<void> => {
  await tx`update request_import_rows set state = ${state}, problems = ${json(problems)}, request_id = ${requestId}, number = ${number} where import_id = ${importId} and row_number = ${row}`
}

/** Rows in these states, in the order of the file. */
export const listImportRows = async (read: Read, importId: string, states: readonly ImportRowState[], limit: number): Promise<ImportRow[]> =>
  (await read<RowRow[]>`select * from request_import_rows where import_id = ${importId} and state = any(${[...states]}::text[]) order by row_number limit ${limit}`).map(toRow)

export const countImportRows = async (read: Read, importId: string): Promise<Counts> => {
  const rows = await read<{ state: ImportRowState; count: number }[]>`select state, count(*)::int as count from request_import_rows where import_id = ${importId} group by state`
  return { ...noRows, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
