// Drift as it was measured of a span, kept to see the course of it.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Drift } from './drift.ts'

/** `from`, `before`: days in China, the last not counted. `region`: the one served. */
export type KeptDrift = { id: string; region: string; from: string; before: string; drift: Drift; madeAt: string }

type Row = { id: string; region: string; from_on: string; before_on: string; report: Drift; made_at: Date }

const toKeptDrift = (row: Row): KeptDrift => ({ id: row.id, region: row.region, from: row.from_on, before: row.before_on, drift: row.report, madeAt: row.made_at.toISOString() })

/** Measured again, the newer figures stand. @returns whether the span had not been measured before */
export const insertOrUpdateDrift = async (tx: Tx, { id, region, from, before, drift, madeAt }: KeptDrift): Promise<boolean> => {
  const [row] = await tx<{ id: string }[]>`
    insert into request_drifts (id, region, from_on, before_on, report, made_at) values (${id}, ${region}, ${from}, ${before}, ${json(drift)}, ${madeAt})
    on conflict (region, from_on, before_on) do update set report = excluded.report, made_at = excluded.made_at returning id`
  return row?.id === id
}

/** The newest spans first. */
export const listDrifts = async (read: Read, region: string, limit: number): Promise<KeptDrift[]> =>
  (await read<Row[]>`select * from request_drifts where region = ${region} order by before_on desc, from_on desc limit ${limit}`).map(toKeptDrift)
