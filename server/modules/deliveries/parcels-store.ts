// Storing parcels and what the courier reported of them. A report is kept once, whatever it arrived as and how often.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Parcel, ParcelEvent, ParcelState, Purpose } from './parcel.ts'

type Row = {
  id: string; purpose: Purpose; reference: string; person_id: string | null; region: string; sealed: string; contents: string; pays: Parcel['pays']; state: ParcelState
  carrier_number: string | null; sorting: string | null; failure: string | null; heard_at: Date | null; created_at: Date; ended_at: Date | null
}

type Ends = Pick<Parcel, 'sender' | 'receiver'>

const toParcel = (row: Row): Parcel => ({
  id: row.id, purpose: row.purpose, reference: row.reference, personId: row.person_id, region: row.region, ...openRow<Ends>(sealedTables.parcels, row.id, row.sealed), contents: row.contents, pays: row.pays, state: row.state,
  carrierNumber: row.carrier_number, sorting: row.sorting, failure: row.failure, heardAt: row.heard_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertParcel = async (tx: Tx, one: Parcel): Promise<void> => {
  await tx`
    insert into parcels (id, purpose, reference, person_id, region, sealed, contents, pays, state, created_at)
    values (${one.id}, ${one.purpose}, ${one.reference}, ${one.personId}, ${one.region}, ${sealRow(sealedTables.parcels, one.id, { sender: one.sender, receiver: one.receiver } satisfies Ends)}, ${one.contents}, ${one.pays}, ${one.state}, ${one.createdAt})`
}

export const findParcel = async (read: Read, id: string): Promise<Parcel | undefined> => {
  const [row] = await read<Row[]>`select * from parcels where id = ${id}`
  return row && toParcel(row)
}

/** @throws Refusal not_found */
export const getParcelForUpdate = async (tx: Tx, id: string): Promise<Parcel> => {
  const [row] = await tx<Row[]>`select * from parcels where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toParcel(row)
}

export const findParcelByNumberForUpdate = async (tx: Tx, carrierNumber: string): Promise<Parcel | undefined> => {
  const [row] = await tx<Row[]>`select * from parcels where carrier_number = ${carrierNumber} for no key update`
  return row && toParcel(row)
}

/** In the order they were booked. */
export const listParcels = async (read: Read, ids: readonly string[]): Promise<Parcel[]> =>
  (await read<Row[]>`select * from parcels where id = any(${[...ids]}::uuid[]) order by created_at, id`).map(toParcel)

/** The newest first. */
export const listParcelsAbout = async (read: Read, reference: string): Promise<Parcel[]> =>
  (await read<Row[]>`select * from parcels where reference = ${reference} order by created_at desc, id desc`).map(toParcel)

/** Those on the way the courier was not heard of since then, longest first. */
export const listSilentParcels = async (read: Read, before: Date, limit: number): Promise<Parcel[]> =>
  (await read<Row[]>`select * from parcels where ended_at is null and carrier_number is not null and heard_at < ${before} order by heard_at, id limit ${limit}`).map(toParcel)

/** The caller holds the row. */
export const updateParcel = async (tx: Tx, one: Parcel): Promise<void> => {
  await tx`
    update parcels set state = ${one.state}, carrier_number = ${one.carrierNumber}, sorting = ${one.sorting}, failure = ${one.failure}, heard_at = ${one.heardAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

export type Via = 'booked' | 'pushed' | 'polled'

/** Keeps the reports that are new; returns how many those were. */
export const insertParcelEvents = async (tx: Tx, parcelId: string, events: readonly ParcelEvent[], heardAt: Date, via: Via): Promise<number> => {
  if (events.length === 0) return 0
  const rows = events.map((each) => ({ parcel_id: parcelId, ...each, heard_at: heardAt.toISOString(), via }))
  return (await tx`insert into parcel_events select * from jsonb_populate_recordset(null::parcel_events, ${json(rows)}) on conflict do nothing returning 1`).length
}

type EventRow = { parcel_id: string; seq: number; kind: ParcelEvent['kind']; at: Date; place: string; note: string }

/** In the courier's own order. */
export const listParcelEvents = async (read: Read, parcelIds: readonly string[]): Promise<(ParcelEvent & { parcelId: string })[]> =>
  (await read<EventRow[]>`select parcel_id, seq, kind, at, place, note from parcel_events where parcel_id = any(${[...parcelIds]}::uuid[]) order by parcel_id, seq`).map((row) => ({
    parcelId: row.parcel_id, seq: row.seq, kind: row.kind, at: row.at.toISOString(), place: row.place, note: row.note,
  }))
