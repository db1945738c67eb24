// The register of agencies and their staff in the database.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { regionPrefix } from '../../kernel/regions.ts'
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
  await tx`delete from agency_staff where uscc = ${uscc} and id_number <> all(${staff.map(({ idNumber }) => idNumber)})`
  await tx`
    insert into agency_staff (uscc, id_number, name, since_at)
    select ${uscc}, "idNumber", name, ${at}::timestamptz from jsonb_to_recordset(${json(staff)}) as each("idNumber" text, name text)
    on conflict (uscc, id_number) do update set name = excluded.name`
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
  (await read<Row[]>`select agencies.* from agency_staff join agencies using (uscc) where id_number = ${idNumber} order by name limit 20`).map(toAgency)

export const listAgencyStaff = async (read: Read, usccs: readonly string[]): Promise<(AgencyStaff & { uscc: string })[]> =>
  read<(AgencyStaff & { uscc: string })[]>`select uscc, id_number as "idNumber", name from agency_staff where uscc = any(${[...usccs]}) order by uscc, name, id_number`
