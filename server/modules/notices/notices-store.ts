// Storing notices. The next number is taken with the row of its series locked, so that none is missing and none is given twice.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Notice, NoticeKind, NoticeWords } from './notice.ts'

type Row = {
  id: string; case_id: string; application_id: string; person_id: string; region: string; line: string; kind: NoticeKind; words: NoticeWords
  code: string; issued_at: Date; number: string | null; digest: string | null; delivered_at: Date | null; opened_at: Date | null
}

const toNotice = (row: Row): Notice => ({
  id: row.id, caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, region: row.region, line: row.line, kind: row.kind,
  words: row.words, code: row.code, issuedAt: row.issued_at.toISOString(), number: row.number, digest: row.digest,
  deliveredAt: row.delivered_at?.toISOString() ?? null, openedAt: row.opened_at?.toISOString() ?? null,
})

/** False when the case has had its one decision already. */
export const insertNotice = async (tx: Tx, notice: Notice): Promise<boolean> =>
  (await tx`
    insert into notices (id, case_id, application_id, person_id, region, line, kind, words, code, issued_at)
    values (${notice.id}, ${notice.caseId}, ${notice.applicationId}, ${notice.personId}, ${notice.region}, ${notice.line}, ${notice.kind}, ${json(notice.words)}, ${notice.code}, ${notice.issuedAt})
    on conflict (case_id) where kind = 'decision' do nothing returning 1`).length > 0

export const findNotice = async (read: Read, id: string): Promise<Notice | undefined> => {
  const [row] = await read<Row[]>`select * from notices where id = ${id}`
  return row && toNotice(row)
}

export const findNoticeByCode = async (read: Read, code: string): Promise<Notice | undefined> => {
  const [row] = await read<Row[]>`select * from notices where code = ${code}`
  return row && toNotice(row)
}

/** Held until the transaction ends. */
export const findNoticeForUpdate = async (tx: Tx, id: string): Promise<Notice | undefined> => {
  const [row] = await tx<Row[]>`select * from notices where id = ${id} for no key update`
  return row && toNotice(row)
}

export const findDecision = async (read: Read, caseId: string): Promise<Notice | undefined> => {
  const [row] = await read<Row[]>`select * from notices where case_id = ${caseId} and kind = 'decision'`
  return row && toNotice(row)
}

/** In the order they were issued. */
export const listNoticesOfCase = async (read: Read, caseId: string): Promise<Notice[]> =>
  (await read<Row[]>`select * from notices where case_id = ${caseId} order by issued_at, id`).map(toNotice)

/** In the order they were issued. */
export const listNoticesOfApplication = async (read: Read, applicationId: string): Promise<Notice[]> =>
  (await read<Row[]>`select * from notices where application_id = ${applicationId} order by issued_at, id`).map(toNotice)

/** The next of a series, from 1 in each region, year and kind; given back when the transaction is rolled back. */
export const takeNoticeNumber = async (tx: Tx, { region, year, kind }: { region: string; year: number; kind: NoticeKind }): Promise<number> => {
  const [row] = await tx<{ last: number }[]>`
    insert into notice_numbers (region, year, kind, last) values (${region}, ${year}, ${kind}, 1)
    on conflict (region, year, kind) do update set last = notice_numbers.last + 1 returning last`
  if (!row) throw new Error('the series gave no number')
  return row.last
}

export const updateNoticeNumber = async (tx: Tx, id: string, number: string): Promise<void> => {
  await tx`update notices set number = ${number} where id = ${id}`
}

/** The document is there: from now on it can be opened. */
export const updateNoticeDelivered = async (tx: Tx, id: string, digest: string, at: Date): Promise<void> => {
  await tx`update notices set digest = ${digest}, delivered_at = ${at} where id = ${id} and digest is null`
}

/** Whether this was the first time; opening it again changes nothing. */
export const updateNoticeOpened = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx`update notices set opened_at = ${at} where id = ${id} and opened_at is null returning 1`).length > 0
