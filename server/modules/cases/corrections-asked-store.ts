// Storing which corrections applicants owe, to be found by the day on which there is something to do. What was asked is with the case.
import type { Read, Tx } from '../../kernel/db.ts'

/** `days`: working days the applicant has. `reminded`: reminders sent. `lookOn` null: nothing to do by itself, or the day is not known. */
export type CorrectionAsked = { caseId: string; personId: string; days: number; reminded: number; lookOn: string | null }

type Row = { case_id: string; person_id: string; days: number; reminded: number; look_on: string | null }

const toAsked = (row: Row): CorrectionAsked => ({ caseId: row.case_id, personId: row.person_id, days: row.days, reminded: row.reminded, lookOn: row.look_on })

export const insertCorrectionAsked = async (tx: Tx, { caseId, personId, days, reminded, lookOn }: CorrectionAsked): Promise<void> => {
  await tx`insert into corrections_asked (case_id, person_id, days, reminded, look_on) values (${caseId}, ${personId}, ${days}, ${reminded}, ${lookOn})`
}

/** Held until the transaction ends; undefined also for one asked before a last day was stated. */
export const findCorrectionAskedForUpdate = async (tx: Tx, caseId: string): Promise<CorrectionAsked | undefined> => {
  const [row] = await tx<Row[]>`select case_id, person_id, days, reminded, look_on from corrections_asked where case_id = ${caseId} for no key update`
  return row && toAsked(row)
}

export const updateCorrectionAsked = async (tx: Tx, { caseId, reminded, lookOn }: Pick<CorrectionAsked, 'caseId' | 'reminded' | 'lookOn'>): Promise<void> => {
  await tx`update corrections_asked set reminded = ${reminded}, look_on = ${lookOn} where case_id = ${caseId}`
}

/** Cases at whose correction it is time to look, the longest waiting first. @param today 'YYYY-MM-DD' */
export const listCorrectionsToLookAt = async (read: Read, today: string, limit: number): Promise<string[]> =>
  (await read<{ case_id: string }[]>`select case_id from corrections_asked where look_on <= ${today} order by look_on, case_id limit ${limit}`).map((row) => row.case_id)
