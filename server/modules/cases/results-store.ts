// Results of granted cases: numbered records that belong to the applicant.
import { column, type Read, type Tx } from '../../kernel/db.ts'
import type { CaseValue } from './case.ts'

/** A result as stored; `content` is what its document states. */
export type Result = {
  id: string
  caseId: string
  applicationId: string
  personId: string
  service: string
  line: string
  region: string
  number: string
  content: CaseValue[]
  issuedAt: string
}

type ResultRow = {
  id: string; case_id: string; application_id: string; person_id: string; service: string; line: string; region: string; number: string
  content: CaseValue[]; issued_at: Date
}

const toResult = (row: ResultRow): Result => ({
  id: row.id, caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, service: row.service, line: row.line,
  region: row.region, number: row.number, content: row.content, issuedAt: row.issued_at.toISOString(),
})

export const insertResults = async (tx: Tx, results: readonly Result[]): Promise<void> => {
  if (results.length === 0) return
  await tx`
    insert into results (id, case_id, application_id, person_id, service, line, region, number, content, issued_at)
    select * from unnest(
      ${column(results, 'id')}::uuid[], ${column(results, 'caseId')}::uuid[], ${column(results, 'applicationId')}::uuid[], ${column(results, 'personId')}::uuid[],
      ${column(results, 'service')}::text[], ${column(results, 'line')}::text[], ${column(results, 'region')}::text[], ${column(results, 'number')}::text[],
      ${column(results, 'content')}::jsonb[], ${column(results, 'issuedAt')}::timestamptz[])`
}

export const listResultsOf = async (read: Read, applicationId: string): Promise<Result[]> =>
  (await read<ResultRow[]>`
    select * from results where case_id in (select id from cases where application_id = ${applicationId}) order by issued_at, number`).map(toResult)

export const listResultsOfPerson = async (read: Read, personId: string, limit: number): Promise<Result[]> =>
  (await read<ResultRow[]>`select * from results where person_id = ${personId} order by issued_at desc limit ${limit}`).map(toResult)

export const findResult = async (read: Read, id: string): Promise<Result | undefined> => {
  const [row] = await read<ResultRow[]>`select * from results where id = ${id}`
  return row && toResult(row)
}

export const findResultOfCase = async (read: Read, caseId: string): Promise<Result | undefined> => {
  const [row] = await read<ResultRow[]>`select * from results where case_id = ${caseId}`
  return row && toResult(row)
}
