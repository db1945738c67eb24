// Who wants no text messages: numbers whose holder answered T, and residents who chose so; and how many were sent today.
import type { Read, Tx } from '../../kernel/db.ts'

/** False when the number had been stopped before. */
export const insertStop = async (tx: Tx, phoneDigest: string, at: Date): Promise<boolean> =>
  (await tx`insert into text_message_stops (phone_digest, stopped_at) values (${phoneDigest}, ${at}) on conflict do nothing returning 1`).length > 0

/** False when it was not stopped. */
export const deleteStop = async (tx: Tx, phoneDigest: string): Promise<boolean> => (await tx`delete from text_message_stops where phone_digest = ${phoneDigest}`).count > 0

export const hasStop = async (read: Read, phoneDigest: string): Promise<boolean> => (await read`select 1 from text_message_stops where phone_digest = ${phoneDigest}`).length > 0

export const insertUnwanted = async (tx: Tx, personId: string, at: Date): Promise<void> => {
  await tx`insert into text_message_choices (person_id, chosen_at) values (${personId}, ${at}) on conflict do nothing`
}

/** How many choices there were: one or none. */
export const deleteUnwanted = async (tx: Tx, personId: string): Promise<number> => (await tx`delete from text_message_choices where person_id = ${personId}`).count

export const hasUnwanted = async (read: Read, personId: string): Promise<boolean> => (await read`select 1 from text_message_choices where person_id = ${personId}`).length > 0

/** Counts one for a day, unless there were as many as `most`: then false, and nothing is counted. @param scope empty: in all; else the digest of a number */
export const takeOne = async (tx: Tx, day: string, scope: string, most: number): Promise<boolean> =>
  (await tx`
    insert into text_message_counts as counted (counted_on, scope, taken) select ${day}::date, ${scope}, 1 where ${most}::int > 0
    on conflict (counted_on, scope) do update set taken = counted.taken + 1 where counted.taken < ${most} returning 1`).length > 0

/** Gives back what `takeOne` counted. */
export const deleteTaken = async (tx: Tx, day: string, scope: string): Promise<void> => {
  await tx`delete from text_message_counts where counted_on = ${day} and scope = ${scope} and taken = 1`
  await tx`update text_message_counts set taken = taken - 1 where counted_on = ${day} and scope = ${scope} and taken > 1`
}

export const deleteCountsBefore = async (tx: Tx, day: string): Promise<void> => {
  await tx`delete from text_message_counts where counted_on < ${day}`
}
