// Storing the inbox of officials: other modules tell them something in the transaction that causes it; they read and mark it.
import { column, only, type Read, type Tx } from '../../kernel/db.ts'
import type { StaffMessage } from './staff-message.ts'

type Row = { id: string; staff_id: string; kind: StaffMessage['kind']; case_id: string | null; card_id: string | null; detail: StaffMessage['detail']; at: Date; read_at: Date | null }

const toStaffMessage = (row: Row): StaffMessage => ({
  id: row.id, staffId: row.staff_id, kind: row.kind, caseId: row.case_id, cardId: row.card_id, detail: row.detail, at: row.at.toISOString(), readAt: row.read_at?.toISOString() ?? null,
})

export const insertStaffMessages = async (tx: Tx, messages: readonly StaffMessage[]): Promise<void> => {
  if (messages.length === 0) return
  await tx`
    insert into staff_messages (id, staff_id, kind, case_id, card_id, detail, at)
    select * from unnest(
      ${column(messages, 'id')}::uuid[], ${column(messages, 'staffId')}::uuid[], ${column(messages, 'kind')}::text[], ${column(messages, 'caseId')}::uuid[],
      ${column(messages, 'cardId')}::uuid[], ${column(messages, 'detail')}::jsonb[], ${column(messages, 'at')}::timestamptz[])`
}

/** Newest first; `before` is the id of the last message of the page before. */
export const listStaffMessages = async (read: Read, staffId: string, { before, limit }: { before?: string; limit: number }): Promise<StaffMessage[]> =>
  (await read<Row[]>`
    select * from staff_messages where staff_id = ${staffId}
      ${before ? read`and (at, id) < (select at, id from staff_messages where id = ${before} and staff_id = ${staffId})` : read``}
    order by at desc, id desc limit ${limit}`).map(toStaffMessage)

export const countUnreadOfStaff = async (read: Read, staffId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from staff_messages where staff_id = ${staffId} and read_at is null`).count

/** Marks one message, or with no id all of them, as read; returns how many changed. */
export const updateStaffMessagesRead = async (tx: Tx, staffId: string, id: string | undefined, at: Date): Promise<number> =>
  (await tx`update staff_messages set read_at = ${at} where staff_id = ${staffId} and read_at is null ${id ? tx`and id = ${id}` : tx``} returning 1`).length

export const hasStaffMessage = async (read: Read, staffId: string, id: string): Promise<boolean> =>
  (await read`select 1 from staff_messages where id = ${id} and staff_id = ${staffId}`).length > 0
