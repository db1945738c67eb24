// Storing which opinions other authorities owe: found by those authorities, and by the day they are due. What was said is with the case.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'

/** An opinion asked and not answered. Days are 'YYYY-MM-DD'; `dueOn` null: the calendar of that year is not published. */
export type OpinionRequest = { caseId: string; opinion: number; personId: string; line: string; region: string; askedAt: string; dueOn: string | null }

type Row = { case_id: string; opinion: number; person_id: string; line: string; region: string; asked_at: Date; due_on: string | null }

const toRequest = (row: Row): OpinionRequest => ({ caseId: row.case_id, opinion: row.opinion, personId: row.person_id, line: row.line, region: row.region, askedAt: row.asked_at.toISOString(), dueOn: row.due_on })

export const insertOpinionRequest = async (tx: Tx, { caseId, opinion, personId, line, region, askedAt, dueOn }: OpinionRequest): Promise<void> => {
  await tx`
    insert into opinion_requests (case_id, opinion, person_id, line, region, asked_at, due_on)
    values (${caseId}, ${opinion}, ${personId}, ${line}, ${region}, ${askedAt}, ${dueOn})`
}

export const updateOpinionAnswered = async (tx: Tx, caseId: string, opinion: number, at: Date): Promise<void> => {
  await tx`update opinion_requests set answered_at = ${at} where case_id = ${caseId} and opinion = ${opinion} and answered_at is null`
}

/** Its calendar is published by now. */
export const updateOpinionDay = async (tx: Tx, caseId: string, opinion: number, dueOn: string): Promise<void> => {
  await tx`update opinion_requests set due_on = ${dueOn} where case_id = ${caseId} and opinion = ${opinion}`
}

/** Nobody owes an opinion on a case that has ended. */
export const updateOpinionsClosed = async (tx: Tx, caseId: string, at: Date): Promise<void> => {
  await tx`update opinion_requests set answered_at = ${at} where case_id = ${caseId} and answered_at is null`
}

/** What the authorities of a jurisdiction owe, the most urgent first. */
export const listOpinionsOwed = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<OpinionRequest[]> =>
  (await read<Row[]>`
    select case_id, opinion, person_id, line, region, asked_at, due_on from opinion_requests
    where answered_at is null and ${inJurisdiction(read, jurisdiction)} order by due_on, case_id limit ${limit}`).map(toRequest)

/** Some that were due before `today` and are still awaited. */
export const listOpinionsSilent = async (read: Read, today: string, limit: number): Promise<OpinionRequest[]> =>
  (await read<Row[]>`
    select case_id, opinion, person_id, line, region, asked_at, due_on from opinion_requests
    where answered_at is null and due_on < ${today} order by due_on, case_id limit ${limit}`).map(toRequest)

/** What the authorities of a jurisdiction have given, or let pass, the latest first. */
export const listOpinionsGiven = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<OpinionRequest[]> =>
  (await read<Row[]>`
    select case_id, opinion, person_id, line, region, asked_at, due_on from opinion_requests
    where answered_at is not null and ${inJurisdiction(read, jurisdiction)} order by answered_at desc, case_id limit ${limit}`).map(toRequest)
