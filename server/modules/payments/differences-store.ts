// Storing which days were compared with the platform's statement, and where both books disagreed.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Difference, DifferenceKind, Settlement } from './statement.ts'

export type StatementDay = { day: string; readAt: string; lines: number; paidFen: number; refundedFen: number; differences: number; open: number }

export const upsertStatementDay = async (tx: Tx, { day, readAt, lines, paidFen, refundedFen, differences }: Omit<StatementDay, 'open'>): Promise<void> => {
  await tx`
    insert into statement_days (statement_on, read_at, lines, paid_fen, refunded_fen, differences) values (${day}, ${readAt}, ${lines}, ${paidFen}, ${refundedFen}, ${differences})
    on conflict (statement_on) do update set read_at = excluded.read_at, lines = excluded.lines, paid_fen = excluded.paid_fen, refunded_fen = excluded.refunded_fen, differences = excluded.differences`
}

type DayRow = { statement_on: string; read_at: Date; lines: number; paid_fen: number; refunded_fen: number; differences: number; open: number }

/** The newest first. */
export const listStatementDays = async (read: Read, limit: number): Promise<StatementDay[]> =>
  (await read<DayRow[]>`
    select d.*, (select count(*)::int from payment_differences p where p.statement_on = d.statement_on and p.settled_at is null) as open from statement_days d order by d.statement_on desc limit ${limit}`)
    .map((row) => ({ day: row.statement_on, readAt: row.read_at.toISOString(), lines: row.lines, paidFen: row.paid_fen, refundedFen: row.refunded_fen, differences: row.differences, open: row.open }))

type Row = {
  id: string; statement_on: string; kind: DifferenceKind; what: Difference['what']; reference: string; order_number: string; region: string; here_fen: number | null; there_fen: number | null
  found_at: Date; settled_at: Date | null; settled: Settlement | null
}

const toDifference = (row: Row): Difference => ({
  id: row.id, day: row.statement_on, kind: row.kind, what: row.what, reference: row.reference, orderNumber: row.order_number, region: row.region, hereFen: row.here_fen, thereFen: row.there_fen,
  foundAt: row.found_at.toISOString(), settledAt: row.settled_at?.toISOString() ?? null, settled: row.settled,
})

/** Each once, however often the day is compared. @returns how many were new */
export const insertDifferences = async (tx: Tx, differences: readonly Difference[]): Promise<number> => {
  const rows = differences.map((each) => ({
    id: each.id, statement_on: each.day, kind: each.kind, what: each.what, reference: each.reference, order_number: each.orderNumber, region: each.region, here_fen: each.hereFen, there_fen: each.thereFen, found_at: each.foundAt,
  }))
  return (await tx`
    insert into payment_differences select * from jsonb_populate_recordset(null::payment_differences, ${json(rows)}) on conflict (statement_on, what, reference, kind) do nothing returning id`).length
}

/** Of a day, or the open ones of all days; the newest day first. */
export const listDifferences = async (read: Read, { day, limit }: { day?: string; limit: number }): Promise<Difference[]> =>
  (await read<Row[]>`select * from payment_differences where ${day === undefined ? read`settled_at is null` : read`statement_on = ${day}`} order by statement_on desc, id limit ${limit}`).map(toDifference)

export const findDifference = async (read: Read, id: string): Promise<Difference | undefined> => {
  const [row] = await read<Row[]>`select * from payment_differences where id = ${id}`
  return row && toDifference(row)
}

export const findDifferenceForUpdate = async (tx: Tx, id: string): Promise<Difference | undefined> => {
  const [row] = await tx<Row[]>`select * from payment_differences where id = ${id} for no key update`
  return row && toDifference(row)
}

export const updateDifferenceSettled = async (tx: Tx, id: string, settled: Settlement, at: Date): Promise<void> => {
  await tx`update payment_differences set settled = ${json(settled)}, settled_at = ${at} where id = ${id}`
}
