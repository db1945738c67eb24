// Storing deliveries and their history. Rows found for a change are held until the transaction ends, always in the same order.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Delivery, DeliveryLine, DeliveryState, Mishap, PhysicalWay, Place } from './delivery.ts'

type Row = {
  id: string; case_id: string; application_id: string; person_id: string; service: string; line: string; region: string; outlet: string; outlet_region: string; way: PhysicalWay; sealed: string | null
  state: DeliveryState; revision: number; mishap: Mishap | null; parcel_id: string | null; pickup_id: string | null; granted_on: string; due_on: string | null; created_at: Date; updated_at: Date; ended_at: Date | null
}

/** Nothing is sealed where nothing is sent. */
const sealReceiver = ({ id, receiver }: Pick<Delivery, 'id' | 'receiver'>): string | null => receiver && sealRow(sealedTables.deliveries, id, { receiver })
const receiverIn = ({ id, sealed }: Pick<Row, 'id' | 'sealed'>): Place | null => (sealed === null ? null : openRow<{ receiver: Place | null }>(sealedTables.deliveries, id, sealed).receiver)

const toDelivery = (row: Row): Delivery => ({
  id: row.id, caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, service: row.service, line: row.line, region: row.region, outlet: row.outlet, outletRegion: row.outlet_region,
  way: row.way, receiver: receiverIn(row), state: row.state, revision: row.revision, mishap: row.mishap, parcelId: row.parcel_id, pickupId: row.pickup_id, grantedOn: row.granted_on, deliverBy: row.due_on,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** A case has one delivery; one that is there stays as it is. */
export const insertDeliveries = async (tx: Tx, deliveries: readonly Delivery[]): Promise<Delivery[]> => {
  const rows = deliveries.map((one) => ({
    id: one.id, case_id: one.caseId, application_id: one.applicationId, person_id: one.personId, service: one.service, line: one.line, region: one.region, outlet: one.outlet, outlet_region: one.outletRegion,
    way: one.way, sealed: sealReceiver(one), state: one.state, revision: one.revision, mishap: one.mishap, parcel_id: one.parcelId, pickup_id: one.pickupId, granted_on: one.grantedOn, due_on: one.deliverBy,
    created_at: one.createdAt, updated_at: one.updatedAt, ended_at: one.endedAt,
  }))
  return (await tx<Row[]>`insert into deliveries select * from jsonb_populate_recordset(null::deliveries, ${json(rows)}) on conflict (case_id) do nothing returning *`).map(toDelivery)
}

/** The caller holds the row. */
export const updateDelivery = async (tx: Tx, one: Delivery): Promise<void> => {
  await tx`
    update deliveries set outlet = ${one.outlet}, outlet_region = ${one.outletRegion}, way = ${one.way}, sealed = ${sealReceiver(one)}, state = ${one.state}, revision = ${one.revision},
      mishap = ${one.mishap}, parcel_id = ${one.parcelId}, pickup_id = ${one.pickupId}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

export const listDeliveriesOf = async (read: Read, applicationId: string): Promise<Delivery[]> =>
  (await read<Row[]>`select * from deliveries where application_id = ${applicationId} order by created_at, id`).map(toDelivery)

export const findDeliveryOfCaseForUpdate = async (tx: Tx, caseId: string): Promise<Delivery | undefined> => {
  const [row] = await tx<Row[]>`select * from deliveries where case_id = ${caseId} for no key update`
  return row && toDelivery(row)
}

export const listDeliveriesForUpdate = async (tx: Tx, ids: readonly string[]): Promise<Delivery[]> =>
  (await tx<Row[]>`select * from deliveries where id = any(${[...ids]}::uuid[]) order by id for no key update`).map(toDelivery)

export const listDeliveriesInParcel = async (read: Read, parcelId: string): Promise<Delivery[]> =>
  (await read<Row[]>`select * from deliveries where parcel_id = ${parcelId} order by id`).map(toDelivery)

export const listDeliveriesInPickup = async (read: Read, pickupId: string): Promise<Delivery[]> =>
  (await read<Row[]>`select * from deliveries where pickup_id = ${pickupId} and ended_at is null order by id`).map(toDelivery)

/** What halls do with deliveries, list by list; `uncollected` is part of `waiting`. */
export const deliveryViews = ['toSend', 'toShelve', 'onTheWay', 'waiting', 'uncollected'] as const
export type DeliveryView = (typeof deliveryViews)[number]

export type DeliveryFilter = { jurisdiction: JurisdictionFilter; line: string; view: DeliveryView; outlet?: string; shelvedBefore: Date; after?: string; limit: number }

/** Of the halls of these places, for whoever works for this line. */
const withinHalls = (read: Read, jurisdiction: JurisdictionFilter, line: string) =>
  inJurisdiction(read, jurisdiction.filter((each) => each.line === null || each.line === line), 'outlet_region', null)

const inView = (read: Read, view: DeliveryView, shelvedBefore: Date) => {
  if (view === 'toSend') return read`state = 'ready' and way = 'post'`
  if (view === 'toShelve') return read`state = 'ready' and way = 'counter'`
  if (view === 'onTheWay') return read`state = 'sent'`
  return view === 'waiting' ? read`state = 'shelved'` : read`state = 'shelved' and exists (select from pickups p where p.id = pickup_id and p.ready_at < ${shelvedBefore})`
}

const dueOrLast = (read: Read) => read`coalesce(due_on, '9999-12-31'::date)`

/** Of the halls of a jurisdiction, what is due first at the top. */
export const listDeliveries = async (read: Read, { jurisdiction, line, view, outlet, shelvedBefore, after, limit }: DeliveryFilter): Promise<Delivery[]> =>
  (await read<Row[]>`
    select * from deliveries where ended_at is null and ${withinHalls(read, jurisdiction, line)} and ${inView(read, view, shelvedBefore)}
      ${outlet ? read`and outlet = ${outlet}` : read``} ${after ? read`and (${dueOrLast(read)}, id) > (select ${dueOrLast(read)}, id from deliveries where id = ${after})` : read``}
    order by ${dueOrLast(read)}, id limit ${limit}`).map(toDelivery)

export type DeliveryCounts = Record<DeliveryView, number>

export const countDeliveries = async (read: Read, { jurisdiction, line, outlet, shelvedBefore }: Pick<DeliveryFilter, 'jurisdiction' | 'line' | 'outlet' | 'shelvedBefore'>): Promise<DeliveryCounts> => {
  const counted = (view: DeliveryView) => read`count(*) filter (where ${inView(read, view, shelvedBefore)})::int`
  const [row] = await read<DeliveryCounts[]>`
    select ${counted('toSend')} as "toSend", ${counted('toShelve')} as "toShelve", ${counted('onTheWay')} as "onTheWay", ${counted('waiting')} as waiting, ${counted('uncollected')} as uncollected
    from deliveries where ended_at is null and ${withinHalls(read, jurisdiction, line)} ${outlet ? read`and outlet = ${outlet}` : read``}`
  return row ?? { toSend: 0, toShelve: 0, onTheWay: 0, waiting: 0, uncollected: 0 }
}

type LineRow = { delivery_id: string; action: DeliveryLine['action']; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown> }

/** Adds steps to the histories of their deliveries. The caller holds the deliveries. */
export const insertDeliveryLines = async (tx: Tx, lines: readonly DeliveryLine[]): Promise<void> => {
  for (const { deliveryId, action, actorKind, actorId, actorName, at, detail } of lines) {
    await tx`
      insert into delivery_actions (delivery_id, seq, action, actor_kind, actor_id, actor_name, at, detail)
      values (${deliveryId}, (select count(*) + 1 from delivery_actions where delivery_id = ${deliveryId}), ${action}, ${actorKind}, ${actorId}, ${actorName}, ${at}, ${json(detail)}::jsonb)`
  }
}

export const listDeliveryLines = async (read: Read, ids: readonly string[]): Promise<DeliveryLine[]> =>
  (await read<LineRow[]>`select * from delivery_actions where delivery_id = any(${[...ids]}::uuid[]) order by at, delivery_id, seq`).map((row) => ({
    deliveryId: row.delivery_id, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))
