// The newest comparison of each table written in a design.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Comparison } from './comparison.ts'

/** `version`: revision of the design that was looked at. */
export type StoredComparison = { designId: string; service: string; region: string; version: string; report: Comparison; madeAt: string }

type Row = { design_id: string; service: string; region: string; version: string; report: Comparison; made_at: Date }

const toComparison = (row: Row): StoredComparison => ({ designId: row.design_id, service: row.service, region: row.region, version: row.version, report: row.report, madeAt: row.made_at.toISOString() })

export const upsertComparison = async (tx: Tx, { designId, service, region, version, report, madeAt }: StoredComparison): Promise<void> => {
  await tx`
    insert into decision_comparisons (design_id, service, region, version, report, made_at)
    values (${designId}, ${service}, ${region}, ${version}, ${json(report)}::text::jsonb, ${madeAt})
    on conflict (design_id, service) do update set version = excluded.version, report = excluded.report, made_at = excluded.made_at`
}

export const listComparisons = async (read: Read, designId: string): Promise<StoredComparison[]> =>
  (await read<Row[]>`select * from decision_comparisons where design_id = ${designId} order by service`).map(toComparison)
