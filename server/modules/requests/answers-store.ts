// Storing what units answer: drafts, what was sent back, what was released. The words are sealed.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Finding } from './answer-check.ts'
import type { Outcome } from './request.ts'
import type { CitizenRequest, Unit } from './request-record.ts'

/** `sentBack`: why, in the words of whoever leads the unit. */
export type RequestAnswer = {
  id: string
  round: number
  unit: Unit | null
  outcome: Outcome
  promisedOn: string | null
  text: string
  findings: Finding[]
  writtenBy: string
  /** null: put together by the machine from the answers to its parts */
  writerId: string | null
  writtenAt: string
  releasedBy: string | null
  releasedAt: string | null
  sentBack: string | null
  sentBackAt: string | null
}

type Row = {
  id: string; round: number; line: string | null; unit_region: string | null; outcome: Outcome; promised_on: string | null; sealed: string; findings: Finding[]
  written_by: string; writer_id: string | null; written_at: Date; released_by: string | null; released_at: Date | null; sent_back_at: Date | null
}
type Words = Pick<RequestAnswer, 'text' | 'sentBack'>

const sealed = ({ id, text, sentBack }: RequestAnswer): string => sealRow(sealedTables.requestAnswers, id, { text, sentBack } satisfies Words)

const toAnswer = (row: Row): RequestAnswer => ({
  id: row.id, round: row.round, unit: row.line !== null && row.unit_region !== null ? { line: row.line, region: row.unit_region } : null, outcome: row.outcome, promisedOn: row.promised_on,
  ...openRow<Words>(sealedTables.requestAnswers, row.id, row.sealed), findings: row.findings, writtenBy: row.written_by, writerId: row.writer_id, writtenAt: row.written_at.toISOString(),
  releasedBy: row.released_by, releasedAt: row.released_at?.toISOString() ?? null, sentBackAt: row.sent_back_at?.toISOString() ?? null,
})

export const insertAnswer = async (tx: Tx, { id, region }: Pick<CitizenRequest, 'id' | 'region'>, answer: RequestAnswer): Promise<void> => {
  await tx`
    insert into request_answers (id, request_id, region, round, line, unit_region, outcome, promised_on, sealed, findings, written_by, writer_id, written_at, released_by, released_at)
    values (${answer.id}, ${id}, ${region}, ${answer.round}, ${answer.unit?.line ?? null}, ${answer.unit?.region ?? null}, ${answer.outcome}, ${answer.promisedOn}, ${sealed(answer)}, ${json(answer.findings)},
      ${answer.writtenBy}, ${answer.writerId}, ${answer.writtenAt}, ${answer.releasedBy}, ${answer.releasedAt})`
}

export const updateAnswer = async (tx: Tx, answer: RequestAnswer): Promise<void> => {
  await tx`
    update request_answers set outcome = ${answer.outcome}, promised_on = ${answer.promisedOn}, sealed = ${sealed(answer)}, findings = ${json(answer.findings)}, released_by = ${answer.releasedBy},
      released_at = ${answer.releasedAt}, sent_back_at = ${answer.sentBackAt}
    where id = ${answer.id}`
}

/** Newest first. */
export const listAnswersOf = async (read: Read, requestId: string): Promise<RequestAnswer[]> =>
  (await read<Row[]>`select * from request_answers where request_id = ${requestId} order by round desc, written_at desc, id desc`).map(toAnswer)

export const listAnswersOfMany = async (read: Read, requestIds: readonly string[]): Promise<(RequestAnswer & { requestId: string })[]> =>
  (await read<(Row & { request_id: string })[]>`select * from request_answers where request_id = any(${[...requestIds]}::uuid[]) and released_at is not null order by request_id, round, written_at`)
    .map((row) => ({ ...toAnswer(row), requestId: row.request_id }))
