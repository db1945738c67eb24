// Storing what waits at counters. A code is found by its keyed digest only.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Fetcher, Pickup } from './pickup.ts'

type Row = {
  id: string; application_id: string; person_id: string; region: string; outlet: string; edition: number; digest: string; expires_on: string; fetcher: Fetcher | null; reminded: number; look_on: string | null
  ready_at: Date; closed_at: Date | null
}

const toPickup = (row: Row): Pickup => ({
  id: row.id, applicationId: row.application_id, personId: row.person_id, region: row.region, outlet: row.outlet, edition: row.edition, digest: row.digest, expiresOn: row.expires_on, fetcher: row.fetcher,
  reminded: row.reminded, lookOn: row.look_on, readyAt: row.ready_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null,
})

/** Whether another pick-up that waits has this code. */
export const hasDigest = async (read: Read, digest: string): Promise<boolean> => (await read`select from pickups where digest = ${digest} and closed_at is null`).length > 0

export const insertPickup = async (tx: Tx, one: Pickup): Promise<void> => {
  await tx`
    insert into pickups (id, application_id, person_id, region, outlet, edition, digest, expires_on, fetcher, reminded, look_on, ready_at)
    values (${one.id}, ${one.applicationId}, ${one.personId}, ${one.region}, ${one.outlet}, ${one.edition}, ${one.digest}, ${one.expiresOn}, ${one.fetcher && json(one.fetcher)}::jsonb, ${one.reminded}, ${one.lookOn}, ${one.readyAt})`
}

/** The caller holds the row. */
export const updatePickup = async (tx: Tx, one: Pickup): Promise<void> => {
  await tx`
    update pickups set edition = ${one.edition}, digest = ${one.digest}, expires_on = ${one.expiresOn}, fetcher = ${one.fetcher && json(one.fetcher)}::jsonb, reminded = ${one.reminded}, look_on = ${one.lookOn}, closed_at = ${one.closedAt}
    where id = ${one.id}`
}

export const findPickup = async (read: Read, id: string): Promise<Pickup | undefined> => {
  const [row] = await read<Row[]>`select * from pickups where id = ${id}`
  return row && toPickup(row)
}

export const findPickupForUpdate = async (tx: Tx, id: string): Promise<Pickup | undefined> => {
  const [row] = await tx<Row[]>`select * from pickups where id = ${id} for no key update`
  return row && toPickup(row)
}

/** What already waits for the same application at the same hall; more is added to it. */
export const findOpenPickupForUpdate = async (tx: Tx, applicationId: string, outlet: string): Promise<Pickup | undefined> => {
  const [row] = await tx<Row[]>`select * from pickups where application_id = ${applicationId} and outlet = ${outlet} and closed_at is null for no key update`
  return row && toPickup(row)
}

export const findPickupByDigest = async (read: Read, digest: string): Promise<Pickup | undefined> => {
  const [row] = await read<Row[]>`select * from pickups where digest = ${digest} and closed_at is null`
  return row && toPickup(row)
}

export const listPickups = async (read: Read, ids: readonly string[]): Promise<Pickup[]> => (await read<Row[]>`select * from pickups where id = any(${[...ids]}::uuid[])`).map(toPickup)

/** What somebody was named for, to fetch it for its owner. */
export const listPickupsToFetch = async (read: Read, fetcherDigest: string): Promise<Pickup[]> =>
  (await read<Row[]>`select * from pickups where closed_at is null and fetcher is not null and fetcher ->> 'digest' = ${fetcherDigest} order by ready_at, id limit 50`).map(toPickup)

/** Those whose day of reminding has come; what another worker holds is left to it. */
export const listPickupsToRemindForUpdate = async (tx: Tx, today: string, limit: number): Promise<Pickup[]> =>
  (await tx<Row[]>`select * from pickups where closed_at is null and look_on is not null and look_on <= ${today} order by look_on, id limit ${limit} for no key update skip locked`).map(toPickup)
