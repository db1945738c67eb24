// Storing the inbox: other modules insert messages in the transaction that causes them, residents read and mark them.
// Text is never stored; message.ts makes it from kind and detail.
import { column, only, type Read, type Tx } from '../../kernel/db.ts'
import { oldestIdAt } from '../../kernel/ids.ts'
import { choiceOf } from './message-choice.ts'
import type { Message } from './message.ts'

type Row = { id: string; person_id: string; application_id: string | null; case_id: string | null; kind: Message['kind']; detail: Message['detail']; at: Date; read_at: Date | null }

const toMessage = (row: Row): Message => ({
  id: row.id, personId: row.person_id, applicationId: row.application_id, caseId: row.case_id, kind: row.kind, detail: row.detail,
  at: row.at.toISOString(), readAt: row.read_at?.toISOString() ?? null,
})

export const insertMessages = async (tx: Tx, messages: readonly Message[]): Promise<void> => {
  if (messages.length === 0) return
  await tx`
    insert into messages (id, person_id, application_id, case_id, kind, detail, at, read_at)
    select id, person_id, application_id, case_id, kind, detail, at, read_at from unnest(
      ${column(messages, 'id')}::uuid[], ${column(messages, 'personId')}::uuid[], ${column(messages, 'applicationId')}::uuid[], ${column(messages, 'caseId')}::uuid[],
      ${column(messages, 'kind')}::text[], ${column(messages, 'detail')}::jsonb[], ${column(messages, 'at')}::timestamptz[], ${column(messages, 'readAt')}::timestamptz[],
      ${column(messages.map(({ kind }) => ({ choice: choiceOf(kind) })), 'choice')}::text[]) as told(id, person_id, application_id, case_id, kind, detail, at, read_at, choice)
    where not exists (select 1 from message_choices m where m.person_id = told.person_id and m.kind = told.choice)`
}

/** Newest first; `before` is the id of the last message of the page before. */
export const listMessages = async (read: Read, personId: string, { before, limit }: { before?: string; limit: number }): Promise<Message[]> =>
  (await read<Row[]>`
    select * from messages where person_id = ${personId}
      ${before ? read`and (at, id) < (select at, id from messages where id = ${before} and person_id = ${personId})` : read``}
    order by at desc, id desc limit ${limit}`).map(toMessage)

export const countUnread = async (read: Read, personId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from messages where person_id = ${personId} and read_at is null`).count

/** Marks one message, or with no id all of them, as read; returns how many changed. */
export const updateMessagesRead = async (tx: Tx, personId: string, id: string | undefined, at: Date): Promise<number> => {
  const rows = await tx`
    update messages set read_at = ${at} where person_id = ${personId} and read_at is null ${id ? tx`and id = ${id}` : tx``} returning 1`
  return rows.length
}

/** How many there are that are not younger than `before`, at most `limit`. Ids rise with time (UUID version 7), so the oldest come first. @param spared ids of people */
export const listOldMessages = async (read: Read, before: Date, spared: readonly string[], limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from messages where id < ${oldestIdAt(before)} and person_id <> all(${[...spared]}::uuid[]) order by id limit ${limit}`).map(({ id }) => id)

export const deleteMessages = async (tx: Tx, ids: readonly string[]): Promise<number> => (await tx`delete from messages where id = any(${[...ids]}::uuid[])`).count

export const hasMessage = async (read: Read, personId: string, id: string): Promise<boolean> =>
  (await read`select 1 from messages where id = ${id} and person_id = ${personId}`).length > 0
