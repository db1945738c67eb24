// Storing which later checks authorities owe of what a table granted at once. One row for each case granted tentatively.
import { column, type Read, type Tx } from '../../kernel/db.ts'

/** `dueOn`: 'YYYY-MM-DD', by when an official confirms it or takes it back; null while the calendar of that year is not published. */
export type CheckOwed = { caseId: string; personId: string; line: string; region: string; dueOn: string | null }

type Row = { case_id: string; person_id: string; line: string; region: string; due_on: string | null }

export const insertChecksOwed = async (tx: Tx, checks: readonly CheckOwed[]): Promise<void> => {
  if (checks.length === 0) return
  await tx`
    insert into checks_owed (case_id, person_id, line, region, due_on)
    select * from unnest(
      ${column(checks, 'caseId')}::uuid[], ${column(checks, 'personId')}::uuid[], ${column(checks, 'line')}::text[], ${column(checks, 'region')}::text[], ${column(checks, 'dueOn')}::date[])
    on conflict (case_id) do nothing`
}

/** Its calendar is published by now. */
export const updateCheckOwedDay = async (tx: Tx, caseId: string, dueOn: string): Promise<void> => {
  await tx`update checks_owed set due_on = ${dueOn} where case_id = ${caseId} and due_on is null`
}

/** It was checked, or its result does not hold any more. */
export const updateCheckOwedEnded = async (tx: Tx, caseId: string, at: Date): Promise<void> => {
  await tx`update checks_owed set ended_at = ${at} where case_id = ${caseId} and ended_at is null`
}

/** Checks owed that are due from `from` (all earlier ones when absent) to `until`, in that order; those after `after`. */
export const listChecksOwed = async (read: Read, { from, until, after, limit }: { from?: string; until: string; after?: { dueOn: string; caseId: string }; limit: number }): Promise<(CheckOwed & { dueOn: string })[]> => {
  const rows = await read<(Row & { due_on: string })[]>`
    select case_id, person_id, line, region, due_on from checks_owed
    where ended_at is null and due_on <= ${until} ${from ? read`and due_on >= ${from}` : read``} ${after ? read`and (due_on, case_id) > (${after.dueOn}::date, ${after.caseId}::uuid)` : read``}
    order by due_on, case_id limit ${limit}`
  return rows.map((row) => ({ caseId: row.case_id, personId: row.person_id, line: row.line, region: row.region, dueOn: row.due_on }))
}
