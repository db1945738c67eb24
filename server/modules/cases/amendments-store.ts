// Storing which cases change or extend which results. At most one of a result is under way: the database says so too.
import type { Read, Tx } from '../../kernel/db.ts'

/** `deemedOn`: last day of the result, where its extension was asked for in time (Administrative Licensing Law Art. 50). */
export type Amendment = { caseId: string; resultId: string; personId: string; line: string; region: string; way: 'change' | 'extend'; deemedOn: string | null }

type Row = { case_id: string; result_id: string; person_id: string; line: string; region: string; way: Amendment['way']; deemed_on: string | null }

const toAmendment = (row: Row): Amendment => ({ caseId: row.case_id, resultId: row.result_id, personId: row.person_id, line: row.line, region: row.region, way: row.way, deemedOn: row.deemed_on })

/** Whether it was inserted: not while another one of the same result is under way. */
export const insertAmendment = async (tx: Tx, { caseId, resultId, personId, line, region, way, deemedOn }: Amendment): Promise<boolean> =>
  (await tx`
    insert into amendments (case_id, result_id, person_id, line, region, way, deemed_on)
    values (${caseId}, ${resultId}, ${personId}, ${line}, ${region}, ${way}, ${deemedOn}) on conflict (result_id) where ended_at is null do nothing`).count > 0

export const findAmendmentOf = async (read: Read, caseId: string): Promise<Amendment | undefined> => {
  const [row] = await read<Row[]>`select * from amendments where case_id = ${caseId}`
  return row && toAmendment(row)
}

/** Those under way for any of these results. */
export const listAmendmentsOpen = async (read: Read, resultIds: readonly string[]): Promise<Amendment[]> =>
  resultIds.length === 0 ? [] : (await read<Row[]>`select * from amendments where result_id = any(${[...resultIds]}::uuid[]) and ended_at is null`).map(toAmendment)

export const updateAmendmentEnded = async (tx: Tx, caseId: string, at: Date): Promise<void> => {
  await tx`update amendments set ended_at = ${at} where case_id = ${caseId} and ended_at is null`
}

/** Some asked for in time, not decided although the result has ended before `today`; case ids after `after`. */
export const listAmendmentsUndecided = async (read: Read, today: string, after: { deemedOn: string; caseId: string }, limit: number): Promise<Amendment[]> =>
  (await read<Row[]>`
    select * from amendments where ended_at is null and deemed_on is not null and deemed_on < ${today} and (deemed_on, case_id) > (${after.deemedOn}::date, ${after.caseId}::uuid)
    order by deemed_on, case_id limit ${limit}`).map(toAmendment)

/** It cannot count as extended any more: the holder was awaited when the result ended, or there is nothing to extend. */
export const updateAmendmentUndeemed = async (tx: Tx, caseId: string): Promise<void> => {
  await tx`update amendments set deemed_on = null where case_id = ${caseId}`
}
