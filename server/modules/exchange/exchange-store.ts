// The log of registry look-ups: every one is kept, with the people whose records were read, so they can see who asked what about
// them, why and by what law; and which numbers somebody has only typed within the hour.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { RegistryCall } from './registry-call.ts'

type Row = {
  id: string; person_id: string; application_id: string | null; registry: string; subject: string; concepts: string[]; purpose: string
  legal_basis: string; outcome: RegistryCall['outcome']; milliseconds: number; at: Date
}

export const insertRegistryCalls = async (tx: Tx, calls: readonly RegistryCall[]): Promise<void> => {
  if (calls.length === 0) return
  const rows = calls.map((call) => ({
    id: call.id, person_id: call.personId, application_id: call.applicationId, registry: call.registry, subject: call.subject, concepts: call.concepts,
    purpose: call.purpose, legal_basis: call.legalBasis, outcome: call.outcome, milliseconds: call.milliseconds, at: call.at,
  }))
  await tx`insert into registry_calls select * from jsonb_populate_recordset(null::registry_calls, ${json(rows)})`
  const subjects = calls.flatMap(({ id, at, about }) => about.map(({ subject, concepts }) => ({ subject, call_id: id, concepts, at })))
  if (subjects.length > 0) await tx`insert into registry_call_subjects select * from jsonb_populate_recordset(null::registry_call_subjects, ${json(subjects)})`
}

/** A look-up as somebody it concerns may see it: their own, or another's that read their record. */
export type SeenCall = Omit<RegistryCall, 'about'> & { own: boolean }

/** Look-ups a person made, and those of others that read their records (then `concepts` are those about them); the latest first. @param digest `personDigest` */
export const listCallsAbout = async (read: Read, personId: string, digest: string, limit: number): Promise<SeenCall[]> =>
  (await read<(Row & { own: boolean })[]>`
    (select *, true as own from registry_calls where person_id = ${personId} order by at desc, id desc limit ${limit})
    union all
    (select calls.id, calls.person_id, calls.application_id, calls.registry, calls.subject, about.concepts, calls.purpose, calls.legal_basis, calls.outcome, calls.milliseconds, calls.at, false as own
      from registry_call_subjects about join registry_calls calls on calls.id = about.call_id
      where about.subject = ${digest} and calls.person_id <> ${personId} order by about.at desc limit ${limit})
    order by at desc, id desc limit ${limit}`).map((row) => ({
    id: row.id, personId: row.person_id, applicationId: row.application_id, registry: row.registry, subject: row.subject, concepts: row.concepts,
    purpose: row.purpose, legalBasis: row.legal_basis, outcome: row.outcome, milliseconds: row.milliseconds, at: row.at.toISOString(), own: row.own,
  }))

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
