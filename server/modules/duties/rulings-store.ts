// Storing rulings that wait to become part of the duty list. Designers work them off, so lists are small.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Ruling } from './ruling.ts'

type Row = {
  id: string; region: string; category: string; areas: string[]; line: string; unit_region: string; request_id: string; request_number: string; reason: string
  ruled_by: string; ruled_at: Date; stage: Ruling['stage']; decided_by: string | null; decided_at: Date | null; note: string; design_id: string | null
}

const toRuling = (row: Row): Ruling => ({
  id: row.id, region: row.region, category: row.category, areas: row.areas, line: row.line, unitRegion: row.unit_region, requestId: row.request_id, requestNumber: row.request_number, reason: row.reason,
  ruledBy: row.ruled_by, ruledAt: row.ruled_at.toISOString(), stage: row.stage, decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null, note: row.note, designId: row.design_id,
})

/** Kept once for each request: a later ruling on the same one replaces what nobody has decided yet. */
export const upsertRuling = async (tx: Tx, one: Ruling): Promise<void> => {
  await tx`
    insert into duty_rulings (id, region, category, areas, line, unit_region, request_id, request_number, reason, ruled_by, ruled_at, stage)
    values (${one.id}, ${one.region}, ${one.category}, ${[...one.areas]}, ${one.line}, ${one.unitRegion}, ${one.requestId}, ${one.requestNumber}, ${one.reason}, ${one.ruledBy}, ${one.ruledAt}, ${one.stage})
    on conflict (request_id) do update set region = excluded.region, category = excluded.category, areas = excluded.areas, line = excluded.line, unit_region = excluded.unit_region,
      reason = excluded.reason, ruled_by = excluded.ruled_by, ruled_at = excluded.ruled_at
    where duty_rulings.stage = excluded.stage`
}

export const updateRuling = async (tx: Tx, one: Ruling): Promise<void> => {
  await tx`update duty_rulings set stage = ${one.stage}, decided_by = ${one.decidedBy}, decided_at = ${one.decidedAt}, note = ${one.note}, design_id = ${one.designId} where id = ${one.id}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getRulingForUpdate = async (tx: Tx, id: string): Promise<Ruling> => {
  const [row] = await tx<Row[]>`select * from duty_rulings where id = ${id} for update`
  if (!row) throw new Refusal('not_found')
  return toRuling(row)
}

/** Those of these places, newest first. */
export const listRulings = async (read: Read, places: JurisdictionFilter, limit = 200): Promise<Ruling[]> =>
  (await read<Row[]>`select * from duty_rulings where ${inJurisdiction(read, places, 'region', null)} order by ruled_at desc, id desc limit ${limit}`).map(toRuling)
