// Corrections: where somebody named another class than the machine.
import type { Read, Tx } from '../../kernel/db.ts'

/** `readAs` null when the machine had abstained; the same as `category` when somebody came back to what it had read. `confidence` from 0 to 1. */
export type Correction = { id: string; requestId: string; region: string; readAs: string | null; category: string; confidence: number | null; byName: string; correctedAt: string }

type Row = { id: string; request_id: string; region: string; read_as: string | null; category: string; confidence: number | null; by_name: string; corrected_at: Date }

const toCorrection = (row: Row): Correction => ({
  id: row.id, requestId: row.request_id, region: row.region, readAs: row.read_as, category: row.category, confidence: row.confidence === null ? null : row.confidence / 100, byName: row.by_name, correctedAt: row.corrected_at.toISOString(),
})

export const insertCorrection = async (tx: Tx, { id, requestId, region, readAs, category, confidence, byName, correctedAt }: Correction): Promise<void> => {
  await tx`
    insert into request_corrections (id, request_id, region, read_as, category, confidence, by_name, corrected_at)
    values (${id}, ${requestId}, ${region}, ${readAs}, ${category}, ${confidence === null ? null : Math.round(confidence * 100)}, ${byName}, ${correctedAt})`
}

/** The newest of each request, newest first. @param since ISO instant */
export const listCorrections = async (read: Read, since: string, limit: number): Promise<Correction[]> => {
  const rows = await read<Row[]>`select * from request_corrections where corrected_at >= ${since} order by corrected_at desc limit ${limit}`
  const met = new Set<string>()
  return rows.map(toCorrection).filter(({ requestId }) => !met.has(requestId) && met.add(requestId))
}

/** The newest of each of these requests. */
export const listCorrectionsOf = async (read: Read, requestIds: readonly string[]): Promise<Correction[]> =>
  (await read<Row[]>`select distinct on (request_id) * from request_corrections where request_id = any(${[...requestIds]}::uuid[]) order by request_id, corrected_at desc`).map(toCorrection)
