// Storing hand-overs and what happened to them. Rows found for work are held until the transaction ends.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Transfer, TransferEvent } from './transfer.ts'

type Row = {
  id: string; number: string; application_id: string; person_id: string; applicant: string; application_number: string; matter_name: Transfer['matterName']; outlet: string; counter: string; hall: Transfer['hall']
  from_region: string; to_region: string; to_line: string; cases: Transfer['cases']; state: Transfer['state']; revision: number; collected_at: Date; hand_over_due_on: string | null; receipt_due_on: string | null
  signed: Transfer['signed']; parcel: Transfer['parcel']; reminded: number; updated_at: Date; ended_at: Date | null
}

const toTransfer = (row: Row): Transfer => ({
  id: row.id, number: row.number, applicationId: row.application_id, personId: row.person_id, applicant: row.applicant, applicationNumber: row.application_number, matterName: row.matter_name,
  outlet: row.outlet, counter: row.counter, hall: row.hall, fromRegion: row.from_region, toRegion: row.to_region, toLine: row.to_line, cases: row.cases, state: row.state, revision: row.revision,
  collectedAt: row.collected_at.toISOString(), handOverBy: row.hand_over_due_on, receiptBy: row.receipt_due_on, signed: row.signed, parcel: row.parcel, reminded: row.reminded, updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

const orNull = (value: unknown): string | null => (value === null ? null : json(value))

export const insertTransfer = async (tx: Tx, one: Transfer): Promise<void> => {
  await tx`
    insert into transfers (id, number, application_id, person_id, applicant, application_number, matter_name, outlet, counter, hall, from_region, to_region, to_line, cases, state, revision,
      collected_at, hand_over_due_on, receipt_due_on, signed, parcel, updated_at, ended_at)
    values (${one.id}, ${one.number}, ${one.applicationId}, ${one.personId}, ${one.applicant}, ${one.applicationNumber}, ${json(one.matterName)}, ${one.outlet}, ${one.counter}, ${json(one.hall)}, ${one.fromRegion},
      ${one.toRegion}, ${one.toLine}, ${json(one.cases)}, ${one.state}, ${one.revision}, ${one.collectedAt}, ${one.handOverBy}, ${one.receiptBy}, ${orNull(one.signed)}, ${orNull(one.parcel)}, ${one.updatedAt}, ${one.endedAt})`
}

/** Stores what changes on the way. The caller holds the row. */
export const updateTransfer = async (tx: Tx, one: Transfer): Promise<void> => {
  await tx`
    update transfers set state = ${one.state}, revision = ${one.revision}, hand_over_due_on = ${one.handOverBy}, receipt_due_on = ${one.receiptBy}, signed = ${orNull(one.signed)}, parcel = ${orNull(one.parcel)},
      reminded = ${one.reminded}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

/** Its calendar is published by now, and the hall still has to act. */
export const updateHandOverDay = async (tx: Tx, id: string, day: string): Promise<void> => {
  await tx`update transfers set hand_over_due_on = ${day} where id = ${id} and hand_over_due_on is null and ended_at is null`
}

/** As above, for the authority that has to receipt it. */
export const updateReceiptDay = async (tx: Tx, id: string, day: string): Promise<void> => {
  await tx`update transfers set receipt_due_on = ${day} where id = ${id} and receipt_due_on is null and signed is not null and ended_at is null`
}

export const findTransfer = async (read: Read, id: string): Promise<Transfer | undefined> => {
  const [row] = await read<Row[]>`select * from transfers where id = ${id}`
  return row && toTransfer(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getTransferForUpdate = async (tx: Tx, id: string): Promise<Transfer> => {
  const [row] = await tx<Row[]>`select * from transfers where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toTransfer(row)
}

export const listTransfersOf = async (read: Read, applicationId: string): Promise<Transfer[]> =>
  (await read<Row[]>`select * from transfers where application_id = ${applicationId} order by number`).map(toTransfer)

/** Those of one application nobody has finished, always locked in the same order. */
export const listOpenTransfersForUpdate = async (tx: Tx, applicationId: string): Promise<Transfer[]> =>
  (await tx<Row[]>`select * from transfers where application_id = ${applicationId} and ended_at is null order by id for no key update`).map(toTransfer)

/** Open ones whose day for acting has passed, the longest late first. @param today YYYY-MM-DD */
export const listLateTransfers = async (read: Read, today: string, { after, limit }: { after?: string | undefined; limit: number }): Promise<Transfer[]> => {
  const actsBy = read`(case when state = 'underway' then receipt_due_on else hand_over_due_on end)`
  return (await read<Row[]>`
    select * from transfers where ended_at is null and ${actsBy} < ${today} ${after ? read`and (${actsBy}, id) > (select ${actsBy}, id from transfers where id = ${after})` : read``} order by ${actsBy}, id limit ${limit}`).map(toTransfer)
}

/** `giving`: regions whose halls took it in; `receiving`: authorities it is for. */
export type TransferFilter = { giving: JurisdictionFilter; receiving: JurisdictionFilter; open: boolean; after?: string; limit: number }

/** The newest first. */
export const listTransfers = async (read: Read, filter: TransferFilter): Promise<Transfer[]> =>
  (await read<Row[]>`
    select * from transfers where (${inJurisdiction(read, filter.giving, 'from_region', null)} or ${inJurisdiction(read, filter.receiving, 'to_region', 'to_line')}) ${filter.open ? read`and ended_at is null` : read``} ${filter.after ? read`and id < ${filter.after}` : read``}
    order by id desc limit ${filter.limit}`).map(toTransfer)

type EventRow = { transfer_id: string; action: TransferEvent['action']; staff_id: string | null; actor_name: string; at: Date; detail: TransferEvent['detail'] }

export const insertTransferEvent = async (tx: Tx, transferId: string, event: TransferEvent): Promise<void> => {
  await tx`
    insert into transfer_actions (transfer_id, action, staff_id, actor_name, at, detail)
    values (${transferId}, ${event.action}, ${event.staffId}, ${event.actorName}, ${event.at}, ${json(event.detail)})`
}

/** What happened to these, oldest first, by transfer. */
export const listTransferEvents = async (read: Read, ids: readonly string[]): Promise<ReadonlyMap<string, TransferEvent[]>> => {
  const rows = ids.length === 0 ? [] : await read<EventRow[]>`select * from transfer_actions where transfer_id = any(${[...ids]}::uuid[]) order by transfer_id, seq`
  const byTransfer = Map.groupBy(rows, (row) => row.transfer_id)
  return new Map([...byTransfer].map(([id, own]) => [id, own.map((row) => ({ action: row.action, staffId: row.staff_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail }))]))
}
