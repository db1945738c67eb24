// Storing what was searched and chosen, by day and without whom; and what is learnt from it at night.
import { column, type Read, type Tx } from '../../kernel/db.ts'
import type { Chosen, Learnt } from './learning.ts'

export type SearchCount = { region: string; words: string; times: number; nothingTimes: number }
export type Click = { region: string; words: string; document: string; mark: string; telling: boolean }

/** Always in the same order, so that processes writing at once wait for each other instead of blocking each other. */
const inOrder = <T extends { region: string; words: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (`${a.region} ${a.words}` < `${b.region} ${b.words}` ? -1 : 1))

export const upsertSearches = async (tx: Tx, day: string, counts: readonly SearchCount[]): Promise<void> => {
  const rows = inOrder(counts)
  await tx`
    insert into searches (region, words, searched_on, times, nothing_times)
    select region, words, ${day}::date, times, nothing_times
    from unnest(${column(rows, 'region')}::text[], ${column(rows, 'words')}::text[], ${column(rows, 'times')}::int[], ${column(rows, 'nothingTimes')}::int[]) as given (region, words, times, nothing_times)
    on conflict (region, words, searched_on) do update set times = searches.times + excluded.times, nothing_times = searches.nothing_times + excluded.nothing_times`
}

/** Counts each visitor once a day for the same result of the same words. */
export const insertClicks = async (tx: Tx, day: string, clicks: readonly Click[]): Promise<void> => {
  const rows = inOrder(clicks)
  const fresh = await tx<{ mark: string }[]>`
    insert into search_click_marks (clicked_on, mark) select ${day}::date, mark from unnest(${column(rows, 'mark')}::text[]) as given (mark) order by mark
    on conflict do nothing returning mark`
  const counted = new Set(fresh.map(({ mark }) => mark))
  const first = rows.filter(({ mark }) => counted.has(mark))
  await tx`
    insert into search_clicks (region, words, document, clicked_on, visitors, telling)
    select region, words, document, ${day}::date, count(*), count(*) filter (where telling)
    from unnest(${column(first, 'region')}::text[], ${column(first, 'words')}::text[], ${column(first, 'document')}::text[], ${column(first, 'telling')}::boolean[]) as given (region, words, document, telling) group by 1, 2, 3 order by 1, 2, 3
    on conflict (region, words, document, clicked_on) do update set visitors = search_clicks.visitors + excluded.visitors, telling = search_clicks.telling + excluded.telling`
}

/** What says who clicked, of days that are over. */
export const deleteMarks = async (tx: Tx, today: string): Promise<void> => {
  await tx`delete from search_click_marks where clicked_on < ${today}`
}

/** Searches and clicks of days before; returns how many rows. A bounded step: `limit` of each. */
export const deleteSearchesBefore = async (tx: Tx, day: string, limit: number): Promise<number> => {
  const searched = await tx`delete from searches where ctid = any(array(select ctid from searches where searched_on < ${day} limit ${limit}))`
  const clicked = await tx`delete from search_clicks where ctid = any(array(select ctid from search_clicks where clicked_on < ${day} limit ${limit}))`
  return searched.count + clicked.count
}

/** How many rows such a step would delete. */
export const countSearchesBefore = async (read: Read, day: string, limit: number): Promise<number> => {
  const [row] = await read<{ count: number }[]>`
    select (select count(*) from (select 1 from searches where searched_on < ${day} limit ${limit}) s) + (select count(*) from (select 1 from search_clicks where clicked_on < ${day} limit ${limit}) c) as count`
  return row?.count ?? 0
}

/** What was chosen since a day, most chosen first. */
export const listChosen = async (read: Read, from: string, limit: number): Promise<Chosen[]> =>
  read<Chosen[]>`
    with days as (
      select words, document, clicked_on, sum(visitors) as visitors from search_clicks where clicked_on >= ${from} group by 1, 2, 3
    ), chosen as (
      select words, document, sum(visitors)::int as visitors, max(visitors)::int as "bestDay" from days group by 1, 2
    )
    select words, document, visitors, "bestDay", (sum(visitors) over (partition by words))::int as "ofWords" from chosen order by visitors desc, words, document limit ${limit}`

export type PopularSearch = { region: string; words: string; visitors: number; bestDay: number }

/** Words after which what has them was chosen since a day, by visitors who had searched them, the most of each place first. */
export const listChosenWords = async (read: Read, from: string, limit: number): Promise<PopularSearch[]> =>
  read<PopularSearch[]>`
    select region, words, sum(telling)::int as visitors, max(telling)::int as "bestDay" from search_clicks where clicked_on >= ${from} and telling > 0 group by 1, 2 order by 3 desc, 1, 2 limit ${limit}`

/** Much searched and found since a day, but hardly ever chosen: at most one choice in `every` searches. */
export const listHardlyChosen = async (read: Read, from: string, { least, every, limit }: { least: number; every: number; limit: number }): Promise<{ region: string; words: string; times: number }[]> =>
  read<{ region: string; words: string; times: number }[]>`
    with searched as (
      select region, words, sum(times - nothing_times)::int as times from searches where searched_on >= ${from} group by 1, 2 having sum(times - nothing_times) >= ${least}
    )
    select region, words, times from searched s
    where ${every} * (select coalesce(sum(visitors), 0) from search_clicks c where c.region = s.region and c.words = s.words and c.clicked_on >= ${from}) <= times
    order by times desc, words limit ${limit}`

/** Replaces what was learnt before. */
export const updateLearnt = async (tx: Tx, learnt: readonly Learnt[], popular: readonly Pick<PopularSearch, 'region' | 'words' | 'visitors'>[], at: Date): Promise<void> => {
  await tx`
    insert into learnt_clicks (words, document, weight, learnt_at)
    select words, document, weight, ${at} from unnest(${column(learnt, 'words')}::text[], ${column(learnt, 'document')}::text[], ${column(learnt, 'weight')}::int[]) as given (words, document, weight)
    on conflict (words, document) do update set weight = excluded.weight, learnt_at = excluded.learnt_at`
  await tx`delete from learnt_clicks where learnt_at < ${at}`
  await tx`
    insert into popular_searches (region, words, visitors, learnt_at)
    select region, words, visitors, ${at} from unnest(${column(popular, 'region')}::text[], ${column(popular, 'words')}::text[], ${column(popular, 'visitors')}::int[]) as given (region, words, visitors)
    on conflict (region, words) do update set visitors = excluded.visitors, learnt_at = excluded.learnt_at`
  await tx`delete from popular_searches where learnt_at < ${at}`
}

/** When something was last learnt; undefined: never, or nothing was. */
export const findLearntAt = async (read: Read): Promise<Date | undefined> => {
  const [row] = await read<{ learnt_at: Date }[]>`select learnt_at from learnt_clicks order by learnt_at desc limit 1`
  return row?.learnt_at
}

export const listLearnt = (read: Read): Promise<Learnt[]> => read<Learnt[]>`select words, document, weight from learnt_clicks`
