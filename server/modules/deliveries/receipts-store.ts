// Storing when results were first opened; nothing of it is ever changed.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Receipt } from './receipt.ts'

/** Whether it is the first. */
export const insertReceipt = async (tx: Tx, { resultId, personId, openedAt, openedBy }: Receipt): Promise<boolean> =>
  (await tx`insert into result_receipts (result_id, person_id, opened_at, opened_by) values (${resultId}, ${personId}, ${openedAt}, ${openedBy}) on conflict (result_id) do nothing`).count > 0

export const listReceipts = async (read: Read, resultIds: readonly string[]): Promise<Receipt[]> =>
  (await read<{ result_id: string; person_id: string; opened_at: Date; opened_by: string | null }[]>`
    select result_id, person_id, opened_at, opened_by from result_receipts where result_id = any(${[...resultIds]}::uuid[])`).map((row) => ({
    resultId: row.result_id, personId: row.person_id, openedAt: row.opened_at.toISOString(), openedBy: row.opened_by,
  }))
