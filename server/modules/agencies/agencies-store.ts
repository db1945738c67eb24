// The register of agencies and their staff in the database.
import { randomUUID } from 'node:crypto'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { regionPrefix } from '../../kernel/regions.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Agency, AgencyStaff } from './agency.ts'

type Row = {
  uscc: string; name: string; region: string; matters: string[] | null; licence: string; phone: string; starts_on: string; ends_on: string
  state: Agency['state']; reason: string; created_at: Date; updated_at: Date
}

const toAgency = ({ starts_on: startsOn, ends_on: endsOn, created_at: createdAt, updated_at: updatedAt, ...row }: Row): Agency => ({
  ...row, startsOn, endsOn, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(),
})

/** False when it is on the register already. */
export const insertAgency = async (tx: Tx, one: Agency): Promise<boolean> =>
  (await tx`
    insert into agencies (uscc, name, region, matters, licence, phone, starts_on, ends_on, state, reason, created_at, updated_at)
    values (${one.uscc}, ${one.name}, ${one.region}, ${one.matters}, ${one.licence}, ${one.phone}, ${one.startsOn}, ${one.endsOn}, ${one.state}, ${one.reason}, ${one.createdAt}, ${one.updatedAt})
    on conflict (uscc) do nothing`).count > 0

export const updateAgency = async (tx: Tx, one: Agency): Promise<void> => {
  await tx`
    update agencies set name = ${one.name}, region = ${one.region}, matters = ${one.matters}, licence = ${one.licence}, phone = ${one.phone}, starts_on = ${one.startsOn}, ends_on = ${one.endsOn},
      state = ${one.state}, reason = ${one.reason}, updated_at = ${one.updatedAt}
    where uscc = ${one.uscc}`
}

/** Who acts for the agency from now on; whoever stays keeps the day they began. */
export const updateAgencyStaff = async (tx: Tx, uscc: string, staff: readonly AgencyStaff[], at: Date): Promise<void> => {
  const rows = staff.map(({ idNumber, name }) => {
    const id = randomUUID()
    return { id, id_digest: personDigest(idNumber), sealed: sealRow(sealedTables.agencyStaff, id, { idNumber }), name }
  })
  await tx`delete from agency_staff where uscc = ${uscc} and id_digest <> all(${rows.map((row) => row.id_digest)})`
  await tx`
    insert into agency_staff (id, uscc, id_digest, sealed, name, since_at)
    select id, ${uscc}, id_digest, sealed, name, ${at}::timestamptz from jsonb_to_recordset(${json(rows)}) as each(id uuid, id_digest text, sealed text, name text)
    on conflict (uscc, id_digest) do update set name = excluded.name`
}

export const findAgency = async (read: Read, uscc: string): Promise<Agency | undefined> => {
  const [row] = await read<Row[]>`select * from agencies where uscc = ${uscc}`
  return row && toAgency(row)
}

export const findAgencyForUpdate = async (tx: Tx, uscc: string): Promise<Agency | undefined> => {
  const [row] = await tx<Row[]>`select * from agencies where uscc = ${uscc} for no key update`
  return row && toAgency(row)
}

/** Held as it is until the transaction ends: it is not struck off in the middle of a step. */
export const findAgencyHeld = async (tx: Tx, uscc: string): Promise<Agency | undefined> => {
  const [row] = await tx<Row[]>`select * from agencies where uscc = ${uscc} for share`
  return row && toAgency(row)
}

/** By name; those of these regions and what lies within. */
export const listAgencies = async (read: Read, regions: readonly string[], limit: number): Promise<Agency[]> =>
  (await read<Row[]>`
    select distinct agencies.* from unnest(${regions.map(regionPrefix)}::text[]) prefix join agencies on agencies.region >= prefix and agencies.region < prefix || 'z'
    order by name, uscc limit ${limit}`).map(toAgency)

/** Agencies somebody works for. */
export const listAgenciesOf = async (read: Read, idNumber: string): Promise<Agency[]> =>
  (await read<Row[]>`select agencies.* from agency_staff join agencies using (uscc) where id_digest = ${personDigest(idNumber)} order by name limit 20`).map(toAgency)

export const listAgencyStaff = async (read: Read, usccs: readonly string[]): Promise<(AgencyStaff & { uscc: string })[]> =>
  (await read<{ id: string; uscc: string; name: string; sealed: string }[]>`select id, uscc, name, sealed from agency_staff where uscc = any(${[...usccs]}) order by uscc, name, id`)
    .map(({ id, uscc, name, sealed }) => ({ uscc, name, ...openRow<Pick<AgencyStaff, 'idNumber'>>(sealedTables.agencyStaff, id, sealed) }))
