// Storing which officials opened which cases: one row for each official, case and day, however often.
import type { Read, Tx } from '../../kernel/db.ts'
import type { CaseRead, StoredRead } from './case-read.ts'

export const upsertCaseRead = async (tx: Tx, { caseId, staffId, readOn, personId, subjects, at }: CaseRead): Promise<void> => {
  await tx`
    insert into case_reads (case_id, staff_id, read_on, person_id, subjects, first_at, last_at, times)
    values (${caseId}, ${staffId}, ${readOn}, ${personId}, ${subjects}, ${at}, ${at}, 1)
    on conflict (case_id, staff_id, read_on) do update set subjects = excluded.subjects, last_at = excluded.last_at, times = case_reads.times + 1`
}

type ReadRow = { case_id: string; staff_id: string; read_on: string; last_at: Date; times: number; key: string }

/** Part of a list, the latest first: after the entry `before` (its instant and `key`), from one instant up to another. */
export type ReadSpan = { before?: { at: string; key: string }; from?: string; until?: string }

/** Tells rows apart and says nothing of the case or the official. */
const keyOf = (read: Read) => read`encode(sha256(convert_to('read ' || case_id || ' ' || staff_id || ' ' || read_on, 'UTF8')), 'hex')`

/** By the instant alone first, which the index knows. */
const inSpan = (read: Read, { before, from, until }: ReadSpan) => read`
  ${before ? read`and last_at <= ${before.at} and (last_at, ${keyOf(read)}) < (${before.at}::timestamptz, ${before.key})` : read``} ${from ? read`and last_at >= ${from}` : read``} ${until ? read`and last_at < ${until}` : read``}`

/** Reads of cases a person applied for or is named in, the latest first. @param digest `personDigest` of their ID number */
export const listReadsAbout = async (read: Read, personId: string, digest: string, limit: number, span: ReadSpan = {}): Promise<StoredRead[]> =>
  (await read<ReadRow[]>`
    select case_id, staff_id, read_on, last_at, times, key from (
      (select *, ${keyOf(read)} as key from case_reads where person_id = ${personId} ${inSpan(read, span)} order by last_at desc, key desc limit ${limit})
      union
      (select *, ${keyOf(read)} as key from case_reads where subjects @> array[${digest}]::text[] ${inSpan(read, span)} order by last_at desc, key desc limit ${limit})
    ) about order by last_at desc, key desc limit ${limit}`).map((row) => ({
    caseId: row.case_id, staffId: row.staff_id, readOn: row.read_on, lastAt: row.last_at.toISOString(), times: row.times, key: row.key,
  }))

/** When one official last opened each of these cases; those never opened are absent. */
export const listLastReads = async (read: Read, staffId: string, caseIds: readonly string[]): Promise<Map<string, string>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await read<{ case_id: string; last_at: Date }[]>`
    select case_id, max(last_at) as last_at from case_reads where case_id = any(${[...caseIds]}::uuid[]) and staff_id = ${staffId} group by case_id`
  return new Map(rows.map((row) => [row.case_id, row.last_at.toISOString()]))
}
