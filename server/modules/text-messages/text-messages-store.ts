// Text messages in the database: number, what fills the words and where the address leads are sealed; the number is known by a keyed digest.
// Whoever changes one holds its row.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { keyedDigest, openRow, sealRow } from '../../kernel/field-encryption.ts'
import { oldestIdAt } from '../../kernel/ids.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { TextKind } from './text-kinds.ts'
import type { TextMessage, TextState, TextWords } from './text-message.ts'

type Row = {
  id: string; key: string; kind: TextKind; region: string; line: string; subject: string; person_id: string | null; phone_digest: string; urgent: boolean; state: TextState; tries: number
  due_at: Date | null; expires_at: Date; tried_at: Date | null; gateway_number: string | null; because: string | null; sealed: string; made_at: Date; sent_at: Date | null; ended_at: Date | null
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

const toTextMessage = (row: Row): TextMessage => ({
  id: row.id, key: row.key, kind: row.kind, region: row.region, line: row.line, subject: row.subject, personId: row.person_id, phoneDigest: row.phone_digest, urgent: row.urgent, state: row.state, tries: row.tries,
  dueAt: instant(row.due_at), expiresAt: row.expires_at.toISOString(), triedAt: instant(row.tried_at), gatewayNumber: row.gateway_number, because: row.because, words: openRow<TextWords>(sealedTables.textMessages, row.id, row.sealed),
  madeAt: row.made_at.toISOString(), sentAt: instant(row.sent_at), endedAt: instant(row.ended_at),
})

const linkDigest = (code: string): string => keyedDigest('text message link', code)

/** False when there is one with this key. @param code of its address, if it has one */
export const insertTextMessage = async (tx: Tx, one: TextMessage, code: string | null): Promise<boolean> =>
  (await tx`
    insert into text_messages (id, key, kind, region, line, subject, person_id, phone_digest, link_digest, urgent, state, tries, due_at, expires_at, sealed, made_at)
    values (${one.id}, ${one.key}, ${one.kind}, ${one.region}, ${one.line}, ${one.subject}, ${one.personId}, ${one.phoneDigest}, ${code === null ? null : linkDigest(code)}, ${one.urgent}, ${one.state}, ${one.tries},
      ${one.dueAt}, ${one.expiresAt}, ${sealRow(sealedTables.textMessages, one.id, one.words)}, ${one.madeAt})
    on conflict (key) do nothing returning 1`).length > 0

export const findTextMessage = async (read: Read, id: string): Promise<TextMessage | undefined> => {
  const [row] = await read<Row[]>`select * from text_messages where id = ${id}`
  return row && toTextMessage(row)
}

/** Held until the transaction ends. */
export const findTextMessageForUpdate = async (tx: Tx, id: string): Promise<TextMessage | undefined> => {
  const [row] = await tx<Row[]>`select * from text_messages where id = ${id} for no key update`
  return row && toTextMessage(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getTextMessageForUpdate = async (tx: Tx, id: string): Promise<TextMessage> => {
  const [row] = await tx<Row[]>`select * from text_messages where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toTextMessage(row)
}

export const updateTextMessage = async (tx: Tx, one: TextMessage): Promise<void> => {
  await tx`
    update text_messages set state = ${one.state}, tries = ${one.tries}, due_at = ${one.dueAt}, expires_at = ${one.expiresAt}, tried_at = ${one.triedAt}, gateway_number = ${one.gatewayNumber}, because = ${one.because},
      sent_at = ${one.sentAt}, ended_at = ${one.endedAt} where id = ${one.id}`
}

/** Held until the transaction ends. */
export const findByKeyForUpdate = async (tx: Tx, key: string): Promise<TextMessage | undefined> => {
  const [row] = await tx<Row[]>`select * from text_messages where key = ${key} for no key update`
  return row && toTextMessage(row)
}

/** The message whose address has this code. */
export const findByCode = async (read: Read, code: string): Promise<TextMessage | undefined> => {
  const [row] = await read<Row[]>`select * from text_messages where link_digest = ${linkDigest(code)}`
  return row && toTextMessage(row)
}

/** Those to be looked at now, the longest due first. */
export const listDue = async (read: Read, now: Date, limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from text_messages where due_at <= ${now} order by due_at limit ${limit}`).map(({ id }) => id)

/** Of a jurisdiction, the newest first; `before` is the id of the last of the page before. Failed ones by when they failed. */
export const listTextMessages = async (read: Read, { jurisdiction, failed, before, limit }: { jurisdiction: JurisdictionFilter; failed: boolean; before?: string | undefined; limit: number }): Promise<TextMessage[]> =>
  (failed
    ? await read<Row[]>`
        select * from text_messages where ${inJurisdiction(read, jurisdiction)} and state = 'failed'
          ${before ? read`and (ended_at, id) < (select ended_at, id from text_messages where id = ${before})` : read``} order by ended_at desc, id desc limit ${limit}`
    : await read<Row[]>`
        select * from text_messages where ${inJurisdiction(read, jurisdiction)}
          ${before ? read`and (made_at, id) < (select made_at, id from text_messages where id = ${before})` : read``} order by made_at desc, id desc limit ${limit}`).map(toTextMessage)

/** How many failed for good in a place since then. */
export const countFailed = async (read: Read, region: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from text_messages where region = ${region} and state = 'failed' and ended_at >= ${since}`).count

/** Keeps the first report of a try. False: it was reported already. */
export const insertReport = async (tx: Tx, report: { id: string; messageId: string; tries: number; delivered: boolean; code: string; reportedAt: Date; heardAt: Date; via: 'pushed' | 'asked' }): Promise<boolean> =>
  (await tx`
    insert into text_message_reports (id, message_id, try, delivered, code, reported_at, heard_at, via)
    values (${report.id}, ${report.messageId}, ${report.tries}, ${report.delivered}, ${report.code}, ${report.reportedAt}, ${report.heardAt}, ${report.via}) on conflict (message_id, try) do nothing returning 1`).length > 0

/** Ids of at most `limit` made before then. Ids rise with time (UUID version 7). @param spared ids of people */
export const listOldTextMessages = async (read: Read, before: Date, spared: readonly string[], limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from text_messages where id < ${oldestIdAt(before)} and (person_id is null or person_id <> all(${[...spared]}::uuid[])) order by id limit ${limit}`).map(({ id }) => id)

/** With their reports. How many there were. */
export const deleteTextMessages = async (tx: Tx, ids: readonly string[]): Promise<number> => (await tx`delete from text_messages where id = any(${[...ids]}::uuid[])`).count
