// Storing forecasts. One row for the same rules, snapshot, day and region, unless it failed; a result is written whole or not at all.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Failure, ForecastState, WrittenPolicy } from './forecast.ts'
import type { ForecastResult } from './outcome.ts'

/** `progress`: per cent. `result` and `failure` as the state says. */
export type Forecast = {
  id: string; region: string; benefit: string; policy: WrittenPolicy; on: string; rulesDigest: string; snapshotDigest: string
  state: ForecastState; progress: number; result: ForecastResult | null; failure: Failure | null; askedBy: string; askedAt: string; endedAt: string | null
}

type Row = {
  id: string; region: string; benefit: string; policy: WrittenPolicy; judged_on: string; rules_digest: string; snapshot_digest: string
  state: ForecastState; progress: number; result: ForecastResult | null; failure: Failure | null; asked_by: string; asked_at: Date; ended_at: Date | null
}

const toForecast = (row: Row): Forecast => ({
  id: row.id, region: row.region, benefit: row.benefit, policy: row.policy, on: row.judged_on, rulesDigest: row.rules_digest, snapshotDigest: row.snapshot_digest,
  state: row.state, progress: row.progress, result: row.result, failure: row.failure, askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** False: the same is kept already. */
export const insertForecast = async (tx: Tx, one: Forecast): Promise<boolean> =>
  (await tx`
    insert into forecasts (id, region, benefit, policy, judged_on, rules_digest, snapshot_digest, state, asked_by, asked_at)
    values (${one.id}, ${one.region}, ${one.benefit}, ${json(one.policy)}::text::jsonb, ${one.on}, ${one.rulesDigest}, ${one.snapshotDigest}, ${one.state}, ${one.askedBy}, ${one.askedAt})
    on conflict (rules_digest, snapshot_digest, judged_on, region) where state <> 'failed' do nothing`).count > 0

/** How many somebody has asked for since, those that failed left out. Held until the transaction ends, so that nobody asks for more at once. */
export const countForecastsSince = async (tx: Tx, staffId: string, since: string): Promise<number> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`forecasts ${staffId}`}, 0))`
  const [row] = await tx<{ count: number }[]>`select count(*)::integer as count from forecasts where asked_by = ${staffId} and asked_at >= ${since} and state <> 'failed'`
  return row?.count ?? 0
}

/** The one of the same rules, snapshot, day and region that has not failed. */
export const findSameForecast = async (read: Read, { rulesDigest, snapshotDigest, on, region }: Pick<Forecast, 'rulesDigest' | 'snapshotDigest' | 'on' | 'region'>): Promise<Forecast | undefined> => {
  const [row] = await read<Row[]>`select * from forecasts where rules_digest = ${rulesDigest} and snapshot_digest = ${snapshotDigest} and judged_on = ${on} and region = ${region} and state <> 'failed'`
  return row && toForecast(row)
}

export const findForecast = async (read: Read, id: string): Promise<Forecast | undefined> => {
  const [row] = await read<Row[]>`select * from forecasts where id = ${id}`
  return row && toForecast(row)
}

/** Held until the transaction ends. */
export const findForecastForUpdate = async (tx: Tx, id: string): Promise<Forecast | undefined> => {
  const [row] = await tx<Row[]>`select * from forecasts where id = ${id} for no key update`
  return row && toForecast(row)
}

/** The caller holds the row. */
export const updateForecast = async (tx: Tx, { id, state, progress, result, failure, endedAt }: Forecast): Promise<void> => {
  await tx`
    update forecasts set state = ${state}, progress = ${progress}, result = ${result === null ? null : json(result)}::text::jsonb, failure = ${failure === null ? null : json(failure)}::text::jsonb, ended_at = ${endedAt}
    where id = ${id}`
}

/** @param progress per cent; nothing happens once it has ended */
export const updateForecastProgress = async (tx: Tx, id: string, progress: number): Promise<void> => {
  await tx`update forecasts set progress = ${progress} where id = ${id} and ended_at is null and progress < ${progress}`
}

/** Newest first, of every line of the places. */
export const listForecasts = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<Forecast[]> =>
  (await read<Row[]>`select * from forecasts where ${inJurisdiction(read, jurisdiction, 'region', null)} order by asked_at desc limit ${limit}`).map(toForecast)

/** How many are due a policy in force by its newest forecast for a region, by policy. */
export const listBaselines = async (read: Read, region: string): Promise<{ benefit: string; people: number; on: string }[]> =>
  read<{ benefit: string; people: number; on: string }[]>`
    select distinct on (benefit) benefit, (result #>> '{before,people}')::bigint as people, judged_on as "on" from forecasts
    where region ~>=~ ${region} and region ~<=~ ${region} and state = 'finished' and result #>> '{before,people}' is not null
    order by benefit, asked_at desc`
