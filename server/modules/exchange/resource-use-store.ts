// How a resource was used lately, from the log of calls: how often it was asked, found something, was down or was stopped, and how fast.
import { only, type Read } from '../../kernel/db.ts'

/** Of the calls looked at: `calls` of them, each of them one of the outcomes; `median` in milliseconds of those that were sent on; `lastFoundAt` an ISO instant. */
export type ResourceUse = { calls: number; answers: number; noRecord: number; unavailable: number; stopped: number; overfull: number; median: number | null; lastFoundAt: string | null }

type Row = { calls: number; answers: number; no_record: number; unavailable: number; stopped: number; overfull: number; median: number | null; last_found_at: Date | null }

/** Of the newest `most` calls since then. */
export const getResourceUse = async (read: Read, resource: string, since: Date, most: number): Promise<ResourceUse> => {
  const row = only(await read<Row[]>`
    select count(*)::int as calls, (count(*) filter (where outcome = 'answers'))::int as answers, (count(*) filter (where outcome = 'noRecord'))::int as no_record,
      (count(*) filter (where outcome = 'unavailable'))::int as unavailable, (count(*) filter (where outcome in ('refused', 'withheld')))::int as stopped,
      (count(*) filter (where cardinality(dropped) > 0))::int as overfull,
      (percentile_disc(0.5) within group (order by milliseconds) filter (where not cached and outcome in ('answers', 'noRecord')))::int as median, max(at) filter (where outcome = 'answers') as last_found_at
    from (select outcome, dropped, cached, milliseconds, at from exchange_calls where resource = ${resource} and at >= ${since} order by at desc limit ${most}) as recent`)
  const { calls, answers, no_record: noRecord, unavailable, stopped, overfull, median, last_found_at: lastFoundAt } = row
  return { calls, answers, noRecord, unavailable, stopped, overfull, median, lastFoundAt: lastFoundAt?.toISOString() ?? null }
}
