// Storing fees and what happened to them. A fee that is going to change is held for the transaction, those of one application in one order.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, json, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { FeeLine } from '../planning/index.ts'
import type { Fee, FeeLineOfHistory, FeeState, PayMethod } from './fee.ts'

type Row = {
  id: string; case_id: string; case_number: string; application_id: string; person_id: string; applicant: string; matter: string; service: string; line: string; region: string; catalogue_digest: string | null
  due: Fee['due']; lines: FeeLine[]; fen: number | null; state: FeeState; revision: number; order_id: string | null; method: PayMethod | null; slip: string | null; notice_id: string | null
  created_at: Date; updated_at: Date; paid_at: Date | null
}

const toFee = (row: Row): Fee => ({
  id: row.id, caseId: row.case_id, caseNumber: row.case_number, applicationId: row.application_id, personId: row.person_id, applicant: row.applicant, matter: row.matter, service: row.service, line: row.line,
  region: row.region, catalogueDigest: row.catalogue_digest, due: row.due, lines: row.lines, fen: row.fen, state: row.state, revision: row.revision, orderId: row.order_id, method: row.method,
  slip: row.slip, noticeId: row.notice_id, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), paidAt: row.paid_at?.toISOString() ?? null,
})

/** One fee for a case, however often it is charged. @returns those that were new */
export const insertFees = async (tx: Tx, fees: readonly Fee[]): Promise<Fee[]> => {
  const rows = fees.map((fee) => ({
    id: fee.id, case_id: fee.caseId, case_number: fee.caseNumber, application_id: fee.applicationId, person_id: fee.personId, applicant: fee.applicant, matter: fee.matter, service: fee.service, line: fee.line,
    region: fee.region, catalogue_digest: fee.catalogueDigest, due: fee.due, lines: fee.lines, fen: fee.fen, state: fee.state, revision: fee.revision, created_at: fee.createdAt, updated_at: fee.updatedAt,
  }))
  return (await tx<Row[]>`insert into fees select * from jsonb_populate_recordset(null::fees, ${json(rows)}) on conflict (case_id) do nothing returning *`).map(toFee)
}

/** Stores what changes in the life of a fee. The caller holds the row. */
export const updateFee = async (tx: Tx, fee: Fee): Promise<void> => {
  await tx`
    update fees set fen = ${fee.fen}, state = ${fee.state}, revision = ${fee.revision}, order_id = ${fee.orderId}, method = ${fee.method}, slip = ${fee.slip}, notice_id = ${fee.noticeId},
      updated_at = ${fee.updatedAt}, paid_at = ${fee.paidAt}
    where id = ${fee.id}`
}

export const findFee = async (read: Read, id: string): Promise<Fee | undefined> => {
  const [row] = await read<Row[]>`select * from fees where id = ${id}`
  return row && toFee(row)
}

export const findFeeForUpdate = async (tx: Tx, id: string): Promise<Fee | undefined> => {
  const [row] = await tx<Row[]>`select * from fees where id = ${id} for no key update`
  return row && toFee(row)
}

export const findFeeOfCase = async (read: Read, caseId: string): Promise<Fee | undefined> => {
  const [row] = await read<Row[]>`select * from fees where case_id = ${caseId}`
  return row && toFee(row)
}

export const findFeeOfCaseForUpdate = async (tx: Tx, caseId: string): Promise<Fee | undefined> => {
  const [row] = await tx<Row[]>`select * from fees where case_id = ${caseId} for no key update`
  return row && toFee(row)
}

export const listFeesOf = async (read: Read, applicationId: string): Promise<Fee[]> =>
  (await read<Row[]>`select * from fees where application_id = ${applicationId} order by created_at, case_number`).map(toFee)

export const listFeesForUpdate = async (tx: Tx, applicationId: string): Promise<Fee[]> =>
  (await tx<Row[]>`select * from fees where application_id = ${applicationId} order by id for no key update`).map(toFee)

/** The newest first. */
export const listFeesOfPerson = async (read: Read, personId: string, limit: number): Promise<Fee[]> =>
  (await read<Row[]>`select * from fees where person_id = ${personId} order by created_at desc, id limit ${limit}`).map(toFee)

/** Of a jurisdiction, the newest first; those in any of the states. */
export const listFees = async (read: Read, { jurisdiction, states, limit }: { jurisdiction: JurisdictionFilter; states: readonly FeeState[]; limit: number }): Promise<Fee[]> =>
  (await read<Row[]>`
    select * from fees where ${inJurisdiction(read, jurisdiction)}
      and state = any(${[...states]}::text[])
    order by created_at desc, id limit ${limit}`).map(toFee)

/** Appends to histories. The caller holds the fees. */
export const insertFeeLines = async (tx: Tx, lines: readonly FeeLineOfHistory[]): Promise<void> => {
  if (lines.length === 0) return
  await tx`
    insert into fee_actions (fee_id, action, actor_kind, actor_id, actor_name, at, detail)
    select * from unnest(
      ${column(lines, 'feeId')}::uuid[], ${column(lines, 'action')}::text[], ${column(lines, 'actorKind')}::text[], ${column(lines, 'actorId')}::text[], ${column(lines, 'actorName')}::text[],
      ${column(lines, 'at')}::timestamptz[], ${column(lines, 'detail')}::jsonb[])`
}

type LineRow = { fee_id: string; action: FeeLineOfHistory['action']; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown> }

/** In the order it happened. */
export const listFeeLines = async (read: Read, feeIds: readonly string[]): Promise<FeeLineOfHistory[]> =>
  feeIds.length === 0 ? [] : (await read<LineRow[]>`select fee_id, action, actor_kind, actor_id, actor_name, at, detail from fee_actions where fee_id = any(${[...feeIds]}::uuid[]) order by seq`).map((row) => ({
    feeId: row.fee_id, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))
