// Storing which units handle a request together with the one that leads, what they are asked and what they say.
import type { Read, Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { CitizenRequest, Unit } from './request-record.ts'

/** `asked`, `said`: words; `givenBy` null: not answered yet. */
export type CoUnit = Unit & { id: string; invitedBy: string; invitedAt: string; asked: string; said: string; givenBy: string | null; givenAt: string | null }

type Row = { id: string; line: string; unit_region: string; invited_by: string; invited_at: Date; sealed: string; given_by: string | null; given_at: Date | null }
type Words = Pick<CoUnit, 'asked' | 'said'>

const sealed = ({ id, asked, said }: CoUnit): string => sealRow(sealedTables.requestUnits, id, { asked, said } satisfies Words)

const toCoUnit = (row: Row): CoUnit => ({
  id: row.id, line: row.line, region: row.unit_region, invitedBy: row.invited_by, invitedAt: row.invited_at.toISOString(), ...openRow<Words>(sealedTables.requestUnits, row.id, row.sealed),
  givenBy: row.given_by, givenAt: row.given_at?.toISOString() ?? null,
})

/** False when that unit is invited already. */
export const insertCoUnit = async (tx: Tx, { id, region }: Pick<CitizenRequest, 'id' | 'region'>, unit: CoUnit): Promise<boolean> =>
  (await tx`
    insert into request_units (id, request_id, line, unit_region, region, invited_by, invited_at, sealed)
    values (${unit.id}, ${id}, ${unit.line}, ${unit.region}, ${region}, ${unit.invitedBy}, ${unit.invitedAt}, ${sealed(unit)})
    on conflict (request_id, line, unit_region) do nothing returning 1`).length > 0

export const updateCoUnit = async (tx: Tx, unit: CoUnit): Promise<void> => {
  await tx`update request_units set sealed = ${sealed(unit)}, given_by = ${unit.givenBy}, given_at = ${unit.givenAt} where id = ${unit.id}`
}

/** In the order they were invited. */
export const listCoUnits = async (read: Read, requestId: string): Promise<CoUnit[]> =>
  (await read<Row[]>`select * from request_units where request_id = ${requestId} order by invited_at, id`).map(toCoUnit)
