// Storing what authorities miss until the list of all of them goes out. One row per case; what has gone out stays as it was.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { CorrectionItem } from './correction.ts'

export type Correction = {
  caseId: string; applicationId: string; personId: string; line: string; region: string; items: CorrectionItem[]; staffId: string; staffName: string; recordedAt: string
  /** the last day on which it may be told */
  lastOn: string
  sentAt: string | null
  outcome: 'sent' | 'dropped' | null
}

type Row = {
  case_id: string; application_id: string; person_id: string; line: string; region: string; items: CorrectionItem[]; staff_id: string; staff_name: string; recorded_at: Date; last_on: string
  sent_at: Date | null; outcome: Correction['outcome']
}

const toCorrection = (row: Row): Correction => ({
  caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, line: row.line, region: row.region, items: row.items, staffId: row.staff_id, staffName: row.staff_name,
  recordedAt: row.recorded_at.toISOString(), lastOn: row.last_on, sentAt: row.sent_at?.toISOString() ?? null, outcome: row.outcome,
})

/** What an authority misses, or misses after all: the later list replaces the one that waits. */
export const upsertCorrection = async (tx: Tx, one: Correction): Promise<void> => {
  await tx`
    insert into corrections (case_id, application_id, person_id, line, region, items, staff_id, staff_name, recorded_at, last_on)
    values (${one.caseId}, ${one.applicationId}, ${one.personId}, ${one.line}, ${one.region}, ${json(one.items)}, ${one.staffId}, ${one.staffName}, ${one.recordedAt}, ${one.lastOn})
    on conflict (case_id) do update set items = excluded.items, staff_id = excluded.staff_id, staff_name = excluded.staff_name, recorded_at = excluded.recorded_at where corrections.outcome is null`
}

export const findCorrection = async (read: Read, caseId: string): Promise<Correction | undefined> => {
  const [row] = await read<Row[]>`select * from corrections where case_id = ${caseId}`
  return row && toCorrection(row)
}

/** Those of an application that wait. The caller holds its cases. */
export const listCorrectionsWaiting = async (read: Read, applicationId: string): Promise<Correction[]> =>
  (await read<Row[]>`select * from corrections where application_id = ${applicationId} and outcome is null order by recorded_at, case_id`).map(toCorrection)

export const updateCorrectionOutcome = async (tx: Tx, caseId: string, outcome: 'sent' | 'dropped', at: Date): Promise<void> => {
  await tx`update corrections set outcome = ${outcome}, sent_at = ${outcome === 'sent' ? at : null} where case_id = ${caseId}`
}

/** Applications with a list whose last day has come. */
export const listApplicationsToTell = async (read: Read, today: string, limit: number): Promise<string[]> =>
  (await read<{ application_id: string }[]>`select distinct application_id from (select application_id from corrections where outcome is null and last_on <= ${today} order by last_on, case_id limit ${limit}) due`).map((row) => row.application_id)
