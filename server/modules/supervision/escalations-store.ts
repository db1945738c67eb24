// Storing steps of the ladder. A step is taken once per case and promised day: whoever writes it first takes it, everybody else gets nothing.
import { column, type Read, type Tx } from '../../kernel/db.ts'

export type Escalation = { caseId: string; promisedOn: string; step: number; personId: string; region: string; line: string; told: 'unit' | 'bureau' | 'supervision'; at: string }

type Row = { case_id: string; promised_on: string; step: number; person_id: string; region: string; line: string; told: Escalation['told']; at: Date }

const toEscalation = (row: Row): Escalation => ({
  caseId: row.case_id, promisedOn: row.promised_on, step: row.step, personId: row.person_id, region: row.region, line: row.line, told: row.told, at: row.at.toISOString(),
})

/** Takes these steps and returns those that had not been taken before. */
export const insertEscalations = async (tx: Tx, escalations: readonly Escalation[]): Promise<Escalation[]> => {
  if (escalations.length === 0) return []
  // In one order, so that two workers at the same cases wait for each other instead of deadlocking.
  const ordered = escalations.toSorted((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.step - b.step))
  const rows = await tx<Row[]>`
    insert into escalations (case_id, promised_on, step, person_id, region, line, told, at)
    select * from unnest(
      ${column(ordered, 'caseId')}::uuid[], ${column(ordered, 'promisedOn')}::date[], ${column(ordered, 'step')}::int[], ${column(ordered, 'personId')}::uuid[],
      ${column(ordered, 'region')}::text[], ${column(ordered, 'line')}::text[], ${column(ordered, 'told')}::text[], ${column(ordered, 'at')}::timestamptz[])
    on conflict (case_id, promised_on, step) do nothing returning *`
  return rows.map(toEscalation)
}

/** Of these cases, in the order they were taken. */
export const listEscalationsOf = async (read: Read, caseIds: readonly string[]): Promise<Escalation[]> =>
  caseIds.length === 0 ? [] : (await read<Row[]>`select * from escalations where case_id = any(${[...caseIds]}::uuid[]) order by promised_on, step`).map(toEscalation)

/** Whether what is looked at once a day has been looked at on this day; false also when it was on a later one, because clocks are set back. */
export const hasSwept = async (read: Read, task: string, today: string): Promise<boolean> =>
  (await read`select 1 from supervision_sweeps where task = ${task} and swept_on = ${today}`).length > 0

export const upsertSweep = async (tx: Tx, task: string, today: string): Promise<void> => {
  await tx`insert into supervision_sweeps (task, swept_on) values (${task}, ${today}) on conflict (task) do update set swept_on = excluded.swept_on`
}
