// Which numbers somebody has only typed within the hour, as hashes of person and number.
// What is asked for once counts once, from however many devices.
import type { Read, Tx } from '../../kernel/db.ts'

/** Whether a number may be looked up by in the hour that began with the person's first: one tried already, or one of the few left. `isNew`: it counts from now on. */
export const takeTypedLookUp = async (tx: Tx, personId: string, number: string, most: number, at: Date, hourAgo: Date): Promise<{ may: boolean; isNew: boolean }> => {
  await tx`insert into typed_look_ups (person_id, since_at) values (${personId}, ${at}) on conflict (person_id) do update set numbers = '{}', since_at = excluded.since_at where typed_look_ups.since_at <= ${hourAgo}`
  const [row] = await tx<{ numbers: string[] }[]>`select numbers from typed_look_ups where person_id = ${personId} for update`
  const numbers = row?.numbers ?? []
  if (numbers.includes(number)) return { may: true, isNew: false }
  if (numbers.length >= most) return { may: false, isNew: false }
  await tx`update typed_look_ups set numbers = numbers || ${number}::text where person_id = ${personId}`
  return { may: true, isNew: true }
}

/** Forgets that a number of the present hour was tried. */
export const updateTypedGivenBack = async (tx: Tx, personId: string, number: string, hourAgo: Date): Promise<void> => {
  await tx`update typed_look_ups set numbers = array_remove(numbers, ${number}) where person_id = ${personId} and since_at > ${hourAgo}`
}

/** The beginning of the hour in which a person has used up their attempts, if they have. */
export const findTypedOut = async (read: Read, personId: string, most: number, hourAgo: Date): Promise<Date | undefined> => {
  const [row] = await read<{ since_at: Date }[]>`select since_at from typed_look_ups where person_id = ${personId} and cardinality(numbers) >= ${most} and since_at > ${hourAgo}`
  return row?.since_at
}
