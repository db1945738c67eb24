// What is read of a department's own database: one view, only the columns of the connector file. Names are quoted by the driver and were
// checked when the file was read; values are bound.
import type { Read } from '../../kernel/db.ts'

/** `view`: schema and name; `columns`: those that are read, and no others. */
export type ForeignView = { view: string; columns: readonly string[] }

type Row = { record: Record<string, unknown> }

/** Records of one number, at most `limit`. */
export const listForeignByKey = async (read: Read, { view, columns }: ForeignView, key: string, value: string, limit: number): Promise<Record<string, unknown>[]> => {
  const rows = await read<Row[]>`select to_jsonb(r) as record from (select ${read([...columns])} from ${read(view)} where ${read(key)} = ${value} limit ${limit}) r`
  return rows.map(({ record }) => record)
}

/** The next records in the order of a column, after a value of it. */
export const listForeignAfter = async (read: Read, { view, columns }: ForeignView, order: string, after: string | undefined, limit: number): Promise<{ record: Record<string, unknown>; at: string }[]> => {
  const beyond = after === undefined ? read`${read(order)} is not null` : read`${read(order)} > ${after}`
  return read<(Row & { at: string })[]>`
    select to_jsonb(r) - 'tongban order' as record, r."tongban order" as at
    from (select ${read([...columns])}, ${read(order)}::text as "tongban order" from ${read(view)} where ${beyond} order by ${read(order)} limit ${limit}) r`
}

/** What keeps a view from being read: that it is not there, or columns are not. */
export const listMissingColumns = async (read: Read, { view, columns }: ForeignView): Promise<{ isThere: boolean; missing: string[] }> => {
  const [row] = await read<{ present: string[] | null }[]>`
    select array_agg(a.attname::text) as present from pg_attribute a
    where a.attrelid = to_regclass(${view.split('.').map((part) => `"${part}"`).join('.')}) and a.attnum > 0 and not a.attisdropped`
  const present = row?.present ?? undefined
  return { isThere: present !== undefined, missing: columns.filter((column) => !(present ?? []).includes(column)) }
}

/** Whether the role could write there: it should not. Our sessions read only either way. */
export const hasWritingRole = async (read: Read, view: string): Promise<boolean> => {
  const [row] = await read<{ writes: boolean }[]>`select has_table_privilege(to_regclass(${view.split('.').map((part) => `"${part}"`).join('.')}), 'insert, update, delete') as writes`
  return row?.writes ?? false
}
