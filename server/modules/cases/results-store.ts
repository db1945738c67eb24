// Results of granted cases: numbered records that belong to the applicant.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, list, shared, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { CaseValue } from './case.ts'
import type { ResultState } from './course.ts'

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
  standing: ResultState
  /** 1 until it is corrected, changed or extended */
  edition: number
  /** last day on which it holds, 'YYYY-MM-DD'; null: for good */
  validUntil: string | null
  /** the edition before, which this one changed or extended */
  replaces: string | null
  /** the day to look at it again */
  lookOn: string | null
}

type ResultRow = {
  id: string; case_id: string; application_id: string; person_id: string; service: string; line: string; region: string; number: string
  sealed: string; issued_at: Date; standing: ResultState; edition: number; until_on: string | null; replaces: string | null; look_on: string | null
}

type Stated = { content: CaseValue[] }

const toResult = (row: ResultRow): Result => ({
  id: row.id, caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, service: row.service, line: row.line,
  region: row.region, number: row.number, ...openRow<Stated>(sealedTables.results, row.id, row.sealed), issuedAt: row.issued_at.toISOString(),
  standing: row.standing, edition: row.edition, validUntil: row.until_on, replaces: row.replaces, lookOn: row.look_on,
})

/** Results given together, all in one application. */
export const insertResults = async (tx: Tx, results: readonly Result[]): Promise<void> => {
  if (results.length === 0) return
  await tx`
    insert into results (application_id, person_id, issued_at, id, case_id, service, line, region, number, sealed, edition, until_on, replaces, look_on)
    select ${shared(results, 'applicationId')}::uuid, ${shared(results, 'personId')}::uuid, ${shared(results, 'issuedAt')}::timestamptz, given.*
    from unnest(
      ${column(results, 'id')}::uuid[], ${column(results, 'caseId')}::uuid[], ${column(results, 'service')}::text[], ${column(results, 'line')}::text[], ${column(results, 'region')}::text[],
      ${column(results, 'number')}::text[], ${list(results.map(({ id, content }) => sealRow(sealedTables.results, id, { content } satisfies Stated)))}::text[],
      ${column(results, 'edition')}::int[], ${column(results, 'validUntil')}::date[], ${column(results, 'replaces')}::uuid[], ${column(results, 'lookOn')}::date[]) as given`
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

export const listResultsWithIds = async (read: Read, ids: readonly string[]): Promise<Result[]> =>
  (await read<ResultRow[]>`select * from results where id = any(${[...ids]}::uuid[])`).map(toResult)

export const findResultOfCase = async (read: Read, caseId: string): Promise<Result | undefined> => {
  const [row] = await read<ResultRow[]>`select * from results where case_id = ${caseId}`
  return row && toResult(row)
}

export const listResultsOfApplications = async (read: Read, applicationIds: readonly string[]): Promise<Result[]> =>
  (await read<ResultRow[]>`
    select results.* from cases join results on results.case_id = cases.id where cases.application_id = any(${[...applicationIds]}::uuid[]) order by issued_at, results.number`).map(toResult)

/** The result with this number, in its last edition, or of the case with it. Editions in force and earlier ones have an index each. */
export const findResultByNumber = async (read: Read, number: string): Promise<Result | undefined> => {
  const [row] = await read<ResultRow[]>`
    select * from results where (number = ${number} and standing <> 'replaced') or (number = ${number} and standing = 'replaced') or case_id = (select id from cases where number = ${number}) order by standing = 'replaced', edition desc limit 1`
  return row && toResult(row)
}

/** What became of a result that no longer holds: nothing more is told of its end. The caller holds its case. */
export const updateResultStanding = async (tx: Tx, caseId: string, standing: ResultState): Promise<void> => {
  await tx`update results set standing = ${standing}, look_on = null where case_id = ${caseId}`
}

/** A new edition of a result; the one before is kept as it stood. The caller holds the case. */
export const updateResultContent = async (tx: Tx, before: Result, content: readonly CaseValue[], reasons: string, at: Date): Promise<void> => {
  await tx`
    insert into result_editions (result_id, edition, person_id, sealed, replaced_at, reasons)
    values (${before.id}, ${before.edition}, ${before.personId}, ${sealRow(sealedTables.resultEditions, `${before.id} ${before.edition}`, { content: before.content } satisfies Stated)}, ${at}, ${reasons})`
  await tx`update results set sealed = ${sealRow(sealedTables.results, before.id, { content: [...content] } satisfies Stated)}, edition = edition + 1, standing = 'corrected' where id = ${before.id}`
}

/** Some whose end is near or past, to be told of it; held until the transaction ends, those others hold are left to them. */
export const listResultsToLookAtForUpdate = async (tx: Tx, today: string, limit: number): Promise<Result[]> =>
  (await tx<ResultRow[]>`select * from results where look_on <= ${today} order by look_on, id limit ${limit} for no key update skip locked`).map(toResult)

export const updateResultLook = async (tx: Tx, id: string, lookOn: string | null): Promise<void> => {
  await tx`update results set look_on = ${lookOn} where id = ${id}`
}

/** Results of a jurisdiction whose days are over and that nobody has taken off the books, the longest over first. */
export const listResultsEnded = async (read: Read, jurisdiction: JurisdictionFilter, today: string, limit: number): Promise<Result[]> =>
  (await read<ResultRow[]>`
    select * from results where until_on is not null and until_on < ${today} and standing in ('valid', 'corrected') and ${inJurisdiction(read, jurisdiction)}
    order by until_on, id limit ${limit}`).map(toResult)

/** All results in the order of their ids, going on behind one of them. */
export const listResultsAfter = async (read: Read, after: string | null, limit: number): Promise<Result[]> =>
  (await read<ResultRow[]>`select * from results where id > ${after ?? '00000000-0000-0000-0000-000000000000'} order by id limit ${limit}`).map(toResult)
