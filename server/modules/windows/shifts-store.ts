// Shifts at windows and the lists signed at their end, in the database.
// A list once signed is never changed; the table refuses it.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { HandOverList, Seat, Shift } from './window.ts'

type ShiftRow = { id: string; staff_id: string; region: string; outlet: string; counter: string; opened_at: Date; closed_at: Date | null }

const toShift = (row: ShiftRow): Shift => ({
  id: row.id, staffId: row.staff_id, region: row.region, outlet: row.outlet, counter: row.counter, openedAt: row.opened_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null,
})

/** False when somebody sits at this window, or the official at another one. */
export const insertShift = async (tx: Tx, shift: Shift): Promise<boolean> =>
  (await tx`
    insert into window_shifts (id, staff_id, region, outlet, counter, opened_at)
    values (${shift.id}, ${shift.staffId}, ${shift.region}, ${shift.outlet}, ${shift.counter}, ${shift.openedAt}) on conflict do nothing returning 1`).length > 0

export const findOpenShift = async (read: Read, staffId: string): Promise<Shift | undefined> => {
  const [row] = await read<ShiftRow[]>`select * from window_shifts where staff_id = ${staffId} and closed_at is null`
  return row && toShift(row)
}

/** Held until the transaction ends. */
export const findOpenShiftForUpdate = async (tx: Tx, staffId: string): Promise<Shift | undefined> => {
  const [row] = await tx<ShiftRow[]>`select * from window_shifts where staff_id = ${staffId} and closed_at is null for no key update`
  return row && toShift(row)
}

export const findShift = async (read: Read, id: string): Promise<Shift | undefined> => {
  const [row] = await read<ShiftRow[]>`select * from window_shifts where id = ${id}`
  return row && toShift(row)
}

/** Who sits at the windows of a hall now. */
export const listTakenSeats = async (read: Read, outlets: readonly string[]): Promise<(Seat & { staffId: string })[]> =>
  (await read<ShiftRow[]>`select * from window_shifts where outlet = any(${[...outlets]}) and closed_at is null`).map(toShift)

export const updateShiftClosed = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update window_shifts set closed_at = ${at} where id = ${id}`
}

export type HandOver = { shiftId: string; step: 'given' | 'taken'; staffId: string; list: HandOverList; digest: string; remark: string; signedAt: string }

type HandOverRow = { shift_id: string; step: 'given' | 'taken'; staff_id: string; list: HandOverList; list_digest: string; remark: string; signed_at: Date }

const toHandOver = (row: HandOverRow): HandOver => ({
  shiftId: row.shift_id, step: row.step, staffId: row.staff_id, list: row.list, digest: row.list_digest, remark: row.remark, signedAt: row.signed_at.toISOString(),
})

/** False when this step was signed before. */
export const insertHandOver = async (tx: Tx, { shiftId, step, staffId, list, digest, remark, signedAt }: HandOver): Promise<boolean> =>
  (await tx`
    insert into window_hand_overs (shift_id, step, staff_id, list, list_digest, remark, signed_at)
    values (${shiftId}, ${step}, ${staffId}, ${json(list)}, ${digest}, ${remark}, ${signedAt}) on conflict do nothing returning 1`).length > 0

/** The list given last at a window that nobody has taken yet. */
export const findUntaken = async (read: Read, { outlet, counter }: Seat): Promise<HandOver | undefined> => {
  const [row] = await read<HandOverRow[]>`
    select given.* from window_hand_overs given
    where given.step = 'given'
      and given.shift_id = (select id from window_shifts where outlet = ${outlet} and counter = ${counter} and closed_at is not null order by closed_at desc limit 1)
      and not exists (select from window_hand_overs taken where taken.shift_id = given.shift_id and taken.step = 'taken')`
  return row && toHandOver(row)
}
