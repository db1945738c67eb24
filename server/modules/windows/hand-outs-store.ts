// Results handed out at windows, once each; the table refuses a second time and every change.
import type { Read, Tx } from '../../kernel/db.ts'

/** `receivedId` is who took it: the person it belongs to, or who came for them. */
export type HandOut = { resultId: string; personId: string; receivedId: string; sessionId: string; staffId: string; handedAt: string }

type Row = { result_id: string; person_id: string; received_id: string; session_id: string; staff_id: string; handed_at: Date }

const toHandOut = (row: Row): HandOut => ({
  resultId: row.result_id, personId: row.person_id, receivedId: row.received_id, sessionId: row.session_id, staffId: row.staff_id, handedAt: row.handed_at.toISOString(),
})

/** False when it was handed out before. */
export const insertHandOut = async (tx: Tx, { resultId, personId, receivedId, sessionId, staffId, handedAt }: HandOut): Promise<boolean> =>
  (await tx`
    insert into window_hand_outs (result_id, person_id, received_id, session_id, staff_id, handed_at)
    values (${resultId}, ${personId}, ${receivedId}, ${sessionId}, ${staffId}, ${handedAt}) on conflict do nothing returning 1`).length > 0

export const listHandOuts = async (read: Read, resultIds: readonly string[]): Promise<HandOut[]> =>
  (await read<Row[]>`select * from window_hand_outs where result_id = any(${[...resultIds]}::uuid[])`).map(toHandOut)

/** Handed out in a shift, last first. */
export const listHandOutsOfShift = async (read: Read, shiftId: string): Promise<HandOut[]> =>
  (await read<Row[]>`
    select h.* from window_sessions s join window_hand_outs h on h.session_id = s.id where s.shift_id = ${shiftId} order by h.handed_at desc, h.result_id limit 500`).map(toHandOut)
