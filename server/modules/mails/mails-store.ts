// Letters in the database: their words encrypted, found by a keyed digest of the Message-ID.
import type { Read, Tx } from '../../kernel/db.ts'
import { keyedDigest, openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Mail, MailWords } from './mail.ts'

type Row = { id: string; region: string; direction: Mail['direction']; outcome: Mail['outcome']; request_id: string | null; because: string | null; sealed: string; at: Date; sent_at: Date | null }
const toMail = (row: Row): Mail => ({
  id: row.id, region: row.region, direction: row.direction, outcome: row.outcome, requestId: row.request_id, because: row.because, words: openRow<MailWords>(sealedTables.mails, row.id, row.sealed),
  at: row.at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null,
})

const digestOf = (messageId: string): string => keyedDigest('mail', messageId)

/** False when this letter is here already. */
export const insertMail = async (tx: Tx, mail: Mail): Promise<boolean> =>
  (await tx`
    insert into mails (id, region, direction, outcome, message_digest, request_id, because, sealed, at, sent_at)
    values (${mail.id}, ${mail.region}, ${mail.direction}, ${mail.outcome}, ${digestOf(mail.words.messageId)}, ${mail.requestId}, ${mail.because}, ${sealRow(sealedTables.mails, mail.id, mail.words)}, ${mail.at}, ${mail.sentAt})
    on conflict (message_digest) do nothing returning 1`).length > 0

export const findMail = async (read: Read, id: string): Promise<Mail | undefined> => {
  const [row] = await read<Row[]>`select * from mails where id = ${id}`
  return row && toMail(row)
}

export const hasMail = async (read: Read, messageId: string): Promise<boolean> => (await read`select 1 from mails where message_digest = ${digestOf(messageId)}`).length > 0

/** The request one of these letters belongs to; the last named first. */
export const findRequestOfMails = async (read: Read, messageIds: readonly string[]): Promise<string | undefined> => {
  const [row] = await read<{ request_id: string }[]>`select request_id from mails where message_digest = any(${messageIds.map(digestOf)}::text[]) and request_id is not null order by at desc limit 1`
  return row?.request_id
}

/** Letters about a request, the oldest first. */
export const listMailsOf = async (read: Read, requestId: string): Promise<Mail[]> => (await read<Row[]>`select * from mails where request_id = ${requestId} order by at, id`).map(toMail)

export const updateMailSent = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update mails set outcome = 'sent', sent_at = ${at} where id = ${id}`
}
