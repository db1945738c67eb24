// Storing questions nobody could answer: one row for the same words of a place, counted up.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { beginning, recurring, type Unfound, type UnfoundSource, type UnfoundState } from './unfound.ts'

type Row = {
  id: string; region: string; words: string; source: UnfoundSource; state: UnfoundState; revision: number; times: number; first_at: Date; last_at: Date
  remedy: Unfound['remedy']; note: string; decided_by: string | null; decided_at: Date | null
}

const toUnfound = (row: Row): Unfound => ({
  id: row.id, region: row.region, words: row.words, source: row.source, state: row.state, revision: row.revision, times: row.times, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString(),
  remedy: row.remedy, note: row.note, decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null,
})

export type UnfoundCount = { id: string; region: string; words: string; source: UnfoundSource; times: number }

/** Counts further times; what was answered and is again asked in vain comes back. */
export const upsertUnfound = async (tx: Tx, counts: readonly UnfoundCount[], at: Date): Promise<void> => {
  const rows = [...counts].sort((a, b) => (`${a.region} ${a.words}` < `${b.region} ${b.words}` ? -1 : 1))
  await tx`
    insert into unfound_searches (id, region, words, source, state, revision, times, first_at, last_at)
    select id, region, words, source, ${beginning}, 1, times, ${at}, ${at}
    from unnest(${column(rows, 'id')}::uuid[], ${column(rows, 'region')}::text[], ${column(rows, 'words')}::text[], ${column(rows, 'source')}::text[], ${column(rows, 'times')}::int[]) as given (id, region, words, source, times)
    on conflict (region, words) do update set
      times = unfound_searches.times + excluded.times, last_at = excluded.last_at,
      revision = unfound_searches.revision + (unfound_searches.state = any(${[...recurring]}))::int,
      remedy = case when unfound_searches.state = any(${[...recurring]}) then null else unfound_searches.remedy end,
      state = case when unfound_searches.state = any(${[...recurring]}) then ${beginning} else unfound_searches.state end`
}

/** Those that are not listed yet, or asked more often than noted; decisions stay as they are. */
export const upsertHardlyChosen = async (tx: Tx, counts: readonly UnfoundCount[], at: Date): Promise<void> => {
  await tx`
    insert into unfound_searches (id, region, words, source, state, revision, times, first_at, last_at)
    select id, region, words, source, ${beginning}, 1, times, ${at}, ${at}
    from unnest(${column(counts, 'id')}::uuid[], ${column(counts, 'region')}::text[], ${column(counts, 'words')}::text[], ${column(counts, 'source')}::text[], ${column(counts, 'times')}::int[]) as given (id, region, words, source, times)
    on conflict (region, words) do update set times = greatest(unfound_searches.times, excluded.times), last_at = excluded.last_at`
}

/** Of these places, most asked first; lines of the postings do not matter here. */
export const listUnfound = async (read: Read, places: JurisdictionFilter, { state, source, limit }: { state: UnfoundState; source?: UnfoundSource | undefined; limit: number }): Promise<Unfound[]> =>
  (await read<Row[]>`
    select * from unfound_searches where ${inJurisdiction(read, places, 'region', null)} and state = ${state} ${source === undefined ? read`` : read`and source = ${source}`}
    order by times desc, id limit ${limit}`).map(toUnfound)

/** How many there are in each state. */
export const countUnfound = async (read: Read, places: JurisdictionFilter): Promise<Map<UnfoundState, number>> => {
  const rows = await read<{ state: UnfoundState; count: number }[]>`select state, count(*)::int as count from unfound_searches where ${inJurisdiction(read, places, 'region', null)} group by state`
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getUnfoundForUpdate = async (tx: Tx, id: string): Promise<Unfound> => {
  const [row] = await tx<Row[]>`select * from unfound_searches where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toUnfound(row)
}

export const updateUnfound = async (tx: Tx, one: Unfound): Promise<void> => {
  await tx`
    update unfound_searches set state = ${one.state}, revision = ${one.revision}, remedy = ${one.remedy}, note = ${one.note}, decided_by = ${one.decidedBy}, decided_at = ${one.decidedAt}
    where id = ${one.id}`
}

/** Open or decided, not asked since: a bounded step. Returns how many. */
export const deleteUnfoundBefore = async (tx: Tx, before: Date, limit: number): Promise<number> =>
  (await tx`delete from unfound_searches where id = any(array(select id from unfound_searches where last_at < ${before} limit ${limit}))`).count

export const countUnfoundBefore = async (read: Read, before: Date, limit: number): Promise<number> => {
  const [row] = await read<{ count: number }[]>`select count(*) from (select 1 from unfound_searches where last_at < ${before} limit ${limit}) old`
  return row?.count ?? 0
}
