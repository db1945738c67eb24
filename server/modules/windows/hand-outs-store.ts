// Results handed out at windows, once each; the table refuses a second time and every change.
import { json, type Read, type Tx } from '../../kernel/db.ts'

/**
 * `receivedId` is who took it: the person it belongs to, or who came for them; null when it was fetched with a code. Then `shiftId` says
 * where, and `receivedName` and `signature` who signed.
 */
export type HandOut = {
  resultId: string; personId: string; receivedId: string | null; sessionId: string | null; staffId: string; handedAt: string
  shiftId: string | null; pickupId: string | null; receivedName: string | null; signature: number[][] | null
}

type Row = {
  result_id: string; person_id: string; received_id: string | null; session_id: string | null; staff_id: string; handed_at: Date
  shift_id: string | null; pickup_id: string | null; received_name: string | null; signature: number[][] | null
}

const toHandOut = (row: Row): HandOut => ({
  resultId: row.result_id, personId: row.person_id, receivedId: row.received_id, sessionId: row.session_id, staffId: row.staff_id, handedAt: row.handed_at.toISOString(),
  shiftId: row.shift_id, pickupId: row.pickup_id, receivedName: row.received_name, signature: row.signature,
})

/** False when it was handed out before. */
export const insertHandOut = async (tx: Tx, { resultId, personId, receivedId, sessionId, staffId, handedAt, shiftId, pickupId, receivedName, signature }: HandOut): Promise<boolean> =>
  (await tx`
    insert into window_hand_outs (result_id, person_id, received_id, session_id, staff_id, handed_at, shift_id, pickup_id, received_name, signature)
    values (${resultId}, ${personId}, ${receivedId}, ${sessionId}, ${staffId}, ${handedAt}, ${shiftId}, ${pickupId}, ${receivedName}, ${signature && json(signature)}::jsonb) on conflict do nothing returning 1`).length > 0

export const listHandOuts = async (read: Read, resultIds: readonly string[]): Promise<HandOut[]> =>
  (await read<Row[]>`select * from window_hand_outs where result_id = any(${[...resultIds]}::uuid[])`).map(toHandOut)

/** Of one pick-up, in the order they were handed out. */
export const listHandOutsOfPickup = async (read: Read, pickupId: string): Promise<HandOut[]> =>
  (await read<Row[]>`select * from window_hand_outs where pickup_id = ${pickupId} order by handed_at, result_id`).map(toHandOut)

/** Handed out in a shift, to whoever was identified or with a code; last first. */
export const listHandOutsOfShift = async (read: Read, shiftId: string): Promise<HandOut[]> =>
  (await read<Row[]>`
    select * from (
      select h.* from window_sessions s join window_hand_outs h on h.session_id = s.id where s.shift_id = ${shiftId}
      union all select * from window_hand_outs where shift_id = ${shiftId} and session_id is null) as all_of_them
    order by handed_at desc, result_id limit 500`).map(toHandOut)
