// Storing screening runs: how far each came, so that one that was killed goes on where it stopped.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'

/** A register it was to take facts from and could not; `why` a code of the error catalogue, or words of the connector. */
export type Lacking = { resource: string; why: string }

/** `policies`: digest of what it judges by; `after`: the last subject done. */
export type Run = { id: string; region: string; on: string; state: 'running' | 'finished' | 'stopped'; policies: string; after: string | null; seen: number; found: number; lapsed: number; open: number; lacking: Lacking[]; begunBy: string; begunAt: string; endedAt: string | null }

type Row = { id: string; region: string; judged_on: string; state: Run['state']; policies: string; after_subject: string | null; seen: number; found: number; lapsed: number; open: number; lacking: Lacking[]; begun_by: string; begun_at: Date; ended_at: Date | null }

const toRun = (row: Row): Run => ({
  id: row.id, region: row.region, on: row.judged_on, state: row.state, policies: row.policies, after: row.after_subject, seen: row.seen, found: row.found, lapsed: row.lapsed, open: row.open, lacking: row.lacking, begunBy: row.begun_by,
  begunAt: row.begun_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** @throws Refusal conflict while another run of the region goes on */
export const insertRun = async (tx: Tx, run: Run): Promise<void> => {
  const rows = await tx`
    insert into benefit_runs (id, region, judged_on, state, policies, begun_by, begun_at) values (${run.id}, ${run.region}, ${run.on}, ${run.state}, ${run.policies}, ${run.begunBy}, ${run.begunAt})
    on conflict (region) where state = 'running' do nothing returning id`
  if (rows.length === 0) throw new Refusal('conflict')
}

/** Held until the transaction ends; undefined while another worker has it. */
export const findRunForUpdate = async (tx: Tx, id: string): Promise<Run | undefined> => {
  const [row] = await tx<Row[]>`select * from benefit_runs where id = ${id} for no key update skip locked`
  return row && toRun(row)
}

export const updateRun = async (tx: Tx, run: Run): Promise<void> => {
  await tx`
    update benefit_runs set state = ${run.state}, after_subject = ${run.after}, seen = ${run.seen}, found = ${run.found}, lapsed = ${run.lapsed}, open = ${run.open}, ended_at = ${run.endedAt} where id = ${run.id}`
}

/** Said once, however often. */
export const updateRunLacking = async (tx: Tx, id: string, lacking: Lacking): Promise<void> => {
  await tx`update benefit_runs set lacking = lacking || ${json([lacking])} where id = ${id} and not lacking @> ${json([lacking])}`
}

export const findRun = async (read: Read, id: string): Promise<Run | undefined> => {
  const [row] = await read<Row[]>`select * from benefit_runs where id = ${id}`
  return row && toRun(row)
}

export const listRuns = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<Run[]> =>
  (await read<Row[]>`select * from benefit_runs where ${inJurisdiction(read, jurisdiction, 'region', null)} order by begun_at desc limit ${limit}`).map(toRun)
