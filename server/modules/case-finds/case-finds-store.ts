// Storing the words cases are found by, and how far the audit chain has been followed.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { CaseFind } from './case-find.ts'

export const upsertCaseFinds = async (tx: Tx, finds: readonly CaseFind[]): Promise<void> => {
  if (finds.length === 0) return
  const rows = finds.map(({ caseId, personId, ...find }) => ({ ...find, case_id: caseId, person_id: personId }))
  await tx`
    insert into case_finds (case_id, person_id, region, line, terms)
    select case_id, person_id, region, line, terms from jsonb_populate_recordset(null::case_finds, ${json(rows)})
    on conflict (case_id) do update set region = excluded.region, line = excluded.line, terms = excluded.terms where case_finds.terms <> excluded.terms`
}

/** As many as are looked through for one question; the newest of them are shown. */
const mostLookedAt = 5000

/**
 * Cases that have all words of one of the sets and one of the places, newest first. The index answers with sets of cases, so a rare word
 * costs little however common the others are.
 */
export const listFoundIds = async (read: Read, { sets, places, limit }: { sets: readonly (readonly string[])[]; places: readonly string[]; limit: number }): Promise<string[]> => {
  const questions = sets.flatMap((words) => places.map((place) => [...words, place]))
  if (questions.length === 0) return []
  const any = questions.map((terms) => read`terms @> ${terms}::text[]`).reduce((before, next) => read`${before} or ${next}`)
  const rows = await read<{ case_id: string }[]>`
    with found as materialized (select case_id from case_finds where ${any} limit ${mostLookedAt})
    select case_id from found order by case_id desc limit ${limit}`
  return rows.map((row) => row.case_id)
}

const followLock = 7_206_021
const mark = 'audit-chain'

/** How far the chain was followed; undefined while another process follows it. Held until the transaction ends. */
export const findMarkForUpdate = async (tx: Tx): Promise<number | undefined> => {
  const [lock] = await tx<{ got: boolean }[]>`select pg_try_advisory_xact_lock(${followLock}) as got`
  if (!lock?.got) return undefined
  const [row] = await tx<{ position: number }[]>`select position from case_find_marks where name = ${mark} for update`
  return row?.position ?? 0
}

export const upsertMark = async (tx: Tx, position: number): Promise<void> => {
  await tx`insert into case_find_marks (name, position) values (${mark}, ${position}) on conflict (name) do update set position = excluded.position`
}
