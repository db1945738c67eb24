// Going through the rows of sealed tables in steps, in the order of their keys: to seal what is not, and to seal anew under another key.
// Nothing is locked meanwhile: a row is written only if it still holds what was read.
import type { Read, Tx } from './db.ts'
import type { SealedTable } from './field-encryption.ts'
import { personDigest } from './person-digest.ts'

/** `key`: of the row, as texts. `parts`: what stands in the columns of earlier versions. */
export type StoredRow = { key: string[]; sealed: string | null; parts: Record<string, unknown> }

type Row = Record<string, unknown> & { sealed: string | null }

/** Rows behind `after`, at most `limit`. */
export const listRows = async (read: Read, { table, key, parts }: SealedTable, after: readonly string[] | undefined, limit: number): Promise<StoredRow[]> => {
  const [first, second] = key
  const order = second === undefined ? read`${read(first)}` : read`${read(first)}, ${read(second)}`
  const behind = after === undefined ? read`` : second === undefined ? read`where ${read(first)} > ${after[0] ?? ''}` : read`where (${read(first)}, ${read(second)}) > (${after[0] ?? ''}, ${after[1] ?? ''})`
  const rows = await read<Row[]>`select ${read([...key, 'sealed', ...Object.values(parts)])} from ${read(table)} ${behind} order by ${order} limit ${limit}`
  return rows.map((row) => ({
    key: key.map((name) => String(row[name])), sealed: row.sealed, parts: Object.fromEntries(Object.entries(parts).map(([part, name]) => [part, row[name]])),
  }))
}

/** Of one number, or of each of several. */
const digestOf = (part: unknown): string | string[] | null => (typeof part === 'string' ? personDigest(part) : Array.isArray(part) ? part.map((each) => personDigest(String(each))) : null)

/** Whether it was written: not when somebody changed the row meanwhile. What was in the columns of earlier versions is gone then. */
export const updateSealed = async (tx: Tx, { table, key, parts, digests = {} }: SealedTable, before: StoredRow, sealed: string): Promise<boolean> => {
  const [first, second] = key
  const found = Object.entries(digests).map(([name, part]) => tx`${tx(name)} = ${digestOf(before.parts[part])}`)
  const converted = [...Object.values(parts).map((name) => tx`${tx(name)} = default`), ...found].reduce((all, each) => tx`${all}, ${each}`, tx``)
  return (await tx`
    update ${tx(table)} set sealed = ${sealed} ${before.sealed === null ? converted : tx``}
    where ${tx(first)} = ${before.key[0] ?? ''} ${second === undefined ? tx`` : tx`and ${tx(second)} = ${before.key[1] ?? ''}`}
      and ${before.sealed === null ? tx`sealed is null` : tx`sealed = ${before.sealed}`}`).count > 0
}

/** How many rows each key seals. A look at the whole table, for those who operate it. */
export const countRowsByKey = async (read: Read, { table }: Pick<SealedTable, 'table'>): Promise<{ key: string | null; rows: number }[]> =>
  read<{ key: string | null; rows: number }[]>`select split_part(sealed, '.', 2) as key, count(*)::int as rows from ${read(table)} group by 1`

/** For the owner only: rows that are never changed are brought into another form, in this transaction. */
export const updateRefusals = async (tx: Tx, table: string, allowed: boolean): Promise<void> => {
  await tx`lock table ${tx(table)} in share row exclusive mode`
  if (allowed) await tx`alter table ${tx(table)} disable trigger user`
  else await tx`alter table ${tx(table)} enable trigger user`
}

export const hasConversion = async (read: Read, name: string): Promise<boolean> => (await read`select 1 from conversions where name = ${name}`).length > 0

export const insertConversion = async (tx: Tx, name: string, at: Date): Promise<void> => {
  await tx`insert into conversions (name, done_at) values (${name}, ${at}) on conflict do nothing`
}
