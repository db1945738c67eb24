// Storing which officials opened which cases: one row for each official, case and day, however often.
import type { Read, Tx } from '../../kernel/db.ts'
import type { CaseRead, StoredRead } from './case-read.ts'

export const upsertCaseRead = async (tx: Tx, { caseId, staffId, readOn, personId, subjects, at }: CaseRead): Promise<void> => {
  await tx`
    insert into case_reads (case_id, staff_id, read_on, person_id, subjects, first_at, last_at, times)
    values (${caseId}, ${staffId}, ${readOn}, ${personId}, ${subjects}, ${at}, ${at}, 1)
    on conflict (case_id, staff_id, read_on) do update set subjects = excluded.subjects, last_at = excluded.last_at, times = case_reads.times + 1`
}

type ReadRow = { case_id: string; staff_id: string; read_on: string; last_at: Date; times: number }

/** Reads of cases a person applied for or is named in, the latest first. @param digest `personDigest` of their ID number */
export const listReadsAbout = async (read: Read, personId: string, digest: string, limit: number): Promise<StoredRead[]> =>
  (await read<ReadRow[]>`
    select case_id, staff_id, read_on, last_at, times from (
      (select * from case_reads where person_id = ${personId} order by last_at desc limit ${limit})
      union
      (select * from case_reads where subjects @> array[${digest}]::text[] order by last_at desc limit ${limit})
    ) about order by last_at desc, case_id, staff_id limit ${limit}`).map((row) => ({
    caseId: row.case_id, staffId: row.staff_id, readOn: row.read_on, lastAt: row.last_at.toISOString(), times: row.times,
  }))

/** When one official last opened each of these cases; those never opened are absent. */
export const listLastReads = async (read: Read, staffId: string, caseIds: readonly string[]): Promise<Map<string, string>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await read<{ case_id: string; last_at: Date }[]>`
    select case_id, max(last_at) as last_at from case_reads where case_id = any(${[...caseIds]}::uuid[]) and staff_id = ${staffId} group by case_id`
  return new Map(rows.map((row) => [row.case_id, row.last_at.toISOString()]))
}
