// Storing the half days on which an authority cannot go out, and when an applicant wishes to be visited. The primary key of a half day
// is what keeps two visits from taking it at once.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Wish } from './slots.ts'
import type { Half, Slot } from './visit.ts'

export type Place = { region: string; line: string }

/** A half day an authority does not have; `visitId` null: its officials said so. */
export type Taken = Place & Slot & { visitId: string | null; reason: string; byName: string }

type Row = { region: string; line: string; held_on: string; half: Half; visit_id: string | null; reason: string; by_name: string }

const toTaken = (row: Row): Taken => ({ region: row.region, line: row.line, day: row.held_on, half: row.half, visitId: row.visit_id, reason: row.reason, byName: row.by_name })

/** False when it is taken. */
export const insertTaken = async (tx: Tx, one: Taken): Promise<boolean> =>
  (await tx`
    insert into site_visit_slots (region, line, held_on, half, visit_id, reason, by_name) values (${one.region}, ${one.line}, ${one.day}, ${one.half}, ${one.visitId}, ${one.reason}, ${one.byName})
    on conflict do nothing returning 1`).length > 0

/** What was taken for a visit is free again. @param place only that of one authority */
export const deleteTakenBy = async (tx: Tx, visitId: string, place?: Place): Promise<void> => {
  await tx`delete from site_visit_slots where visit_id = ${visitId} ${place ? tx`and region = ${place.region} and line = ${place.line}` : tx``}`
}

/** False when officials had not said so, or a visit has it. */
export const deleteBlocked = async (tx: Tx, place: Place, { day, half }: Slot): Promise<boolean> =>
  (await tx`delete from site_visit_slots where region = ${place.region} and line = ${place.line} and held_on = ${day} and half = ${half} and visit_id is null returning 1`).length > 0

/** What one authority does not have in a period, in order. */
export const listTaken = async (read: Read, { region, line }: Place, from: string, until: string): Promise<Taken[]> =>
  (await read<Row[]>`select * from site_visit_slots where region = ${region} and line = ${line} and held_on between ${from} and ${until} order by held_on, half desc`).map(toTaken)

type WishRow = { half: Half | null; not_on: string[]; contact: string }

export const findWish = async (read: Read, applicationId: string): Promise<Wish | undefined> => {
  const [row] = await read<WishRow[]>`select half, not_on, contact from site_visit_wishes where application_id = ${applicationId}`
  return row && { half: row.half, notOn: row.not_on, contact: row.contact }
}

export const upsertWish = async (tx: Tx, applicationId: string, personId: string, { half, notOn, contact }: Wish, at: Date): Promise<void> => {
  await tx`
    insert into site_visit_wishes (application_id, person_id, half, not_on, contact, updated_at) values (${applicationId}, ${personId}, ${half}, ${[...notOn]}::date[], ${contact}, ${at})
    on conflict (application_id) do update set half = excluded.half, not_on = excluded.not_on, contact = excluded.contact, updated_at = excluded.updated_at`
}
