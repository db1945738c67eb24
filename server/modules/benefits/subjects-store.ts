// Storing whoever is screened, who watches them, and runs. The facts of one stand in one sealed document; rows are found by keyed digests.
import { regionPrefix } from '../../kernel/regions.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { BenefitAudience } from '../catalogue/index.ts'
import type { Subject } from './entitlement.ts'

type Row = { id: string; audience: BenefitAudience; region: string; sealed: string; facts_at: Date; source: string }

const toSubject = (row: Row): Subject => ({
  id: row.id, audience: row.audience, region: row.region, ...openRow<Pick<Subject, 'number' | 'name' | 'facts'>>(sealedTables.benefitSubjects, row.id, row.sealed), factsAt: row.facts_at.toISOString(), source: row.source,
})

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/**
 * The same number is the same row, whatever list it comes from: nobody stands here twice. Held until the transaction ends.
 * @param told what is known of them from now on, out of what is known at this moment, so that nothing written meanwhile is undone. What it throws leaves them as they are.
 * @returns as stored
 */
export const upsertSubject = async (tx: Tx, audience: BenefitAudience, number: string, told: (before: Subject | undefined) => Subject): Promise<Subject> => {
  const [found] = await tx<Row[]>`select * from benefit_subjects where audience = ${audience} and subject_digest = ${personDigest(number)} for no key update`
  const one = told(found && toSubject(found))
  const id = found?.id ?? one.id
  const spouse = textOf(one.facts['person.spouseIdNumber'])
  const [row] = await tx<{ id: string }[]>`
    insert into benefit_subjects (id, audience, subject_digest, spouse_digest, birthday, region, sealed, facts_at, source)
    values (${id}, ${audience}, ${personDigest(number)}, ${spouse === undefined ? null : personDigest(spouse)}, ${textOf(one.facts['person.birthDate'])?.slice(5) ?? null}, ${one.region},
      ${sealRow(sealedTables.benefitSubjects, id, { number, name: one.name, facts: one.facts })}, ${one.factsAt}, ${one.source})
    on conflict (audience, subject_digest) do update set spouse_digest = excluded.spouse_digest, birthday = excluded.birthday, region = excluded.region, sealed = excluded.sealed, facts_at = excluded.facts_at, source = excluded.source
      where benefit_subjects.id = excluded.id
    returning id`
  // another transaction wrote the same number first: told again, of what it wrote
  return row ? { ...one, id, audience, number } : upsertSubject(tx, audience, number, told)
}

export const findSubject = async (read: Read, audience: BenefitAudience, number: string): Promise<Subject | undefined> => {
  const [row] = await read<Row[]>`select * from benefit_subjects where audience = ${audience} and subject_digest = ${personDigest(number)}`
  return row && toSubject(row)
}

/** @throws Refusal not_found */
export const getSubject = async (read: Read, id: string): Promise<Subject> => {
  const [row] = await read<Row[]>`select * from benefit_subjects where id = ${id}`
  if (!row) throw new Refusal('not_found')
  return toSubject(row)
}

/** Held until the transaction ends, so that what concerns one subject happens one after another. @throws Refusal not_found */
export const getSubjectForUpdate = async (tx: Tx, id: string): Promise<Subject> => {
  const [row] = await tx<Row[]>`select * from benefit_subjects where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toSubject(row)
}

/** The husband or wife of somebody, as the register of marriages says. */
export const listSpousesOf = async (read: Read, number: string): Promise<Subject[]> =>
  (await read<Row[]>`select * from benefit_subjects where spouse_digest = ${personDigest(number)} limit 5`).map(toSubject)

/** Of a region, in the order of their ids, behind `after`. */
export const listSubjects = async (read: Read, region: string, after: string | null, limit: number): Promise<Subject[]> => {
  const prefix = regionPrefix(region)
  return (await read<Row[]>`
    select * from benefit_subjects where region ~>=~ ${prefix} and region ~<~ ${`${prefix}~`} ${after === null ? read`` : read`and id > ${after}`}
    order by id limit ${limit}`).map(toSubject)
}

/** Their ids alone, for whoever holds them one by one. */
export const listSubjectIds = async (read: Read, region: string, after: string | null, limit: number): Promise<string[]> => {
  const prefix = regionPrefix(region)
  return (await read<{ id: string }[]>`
    select id from benefit_subjects where region ~>=~ ${prefix} and region ~<~ ${`${prefix}~`} ${after === null ? read`` : read`and id > ${after}`}
    order by id limit ${limit}`).map(({ id }) => id)
}

/** Ids of those whose birthday it is. @param birthday MM-DD */
export const listBirthdays = async (read: Read, birthday: string, after: string | null, limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from benefit_subjects where birthday = ${birthday} ${after === null ? read`` : read`and id > ${after}`} order by id limit ${limit}`).map(({ id }) => id)

export const upsertWatch = async (tx: Tx, personId: string, subjectId: string, at: Date): Promise<void> => {
  await tx`insert into benefit_watches (person_id, subject_id, agreed_at) values (${personId}, ${subjectId}, ${at}) on conflict do nothing`
}

export const deleteWatch = async (tx: Tx, personId: string, subjectId: string): Promise<boolean> => (await tx`delete from benefit_watches where person_id = ${personId} and subject_id = ${subjectId}`).count > 0

/** When the person agreed that the registers are asked about this one; undefined: they have not. */
export const findAgreement = async (read: Read, personId: string, subjectId: string): Promise<string | undefined> => {
  const [row] = await read<{ agreed_at: Date }[]>`select agreed_at from benefit_watches where person_id = ${personId} and subject_id = ${subjectId}`
  return row?.agreed_at.toISOString()
}

export const listWatchers = async (read: Read, subjectId: string): Promise<{ personId: string; agreedAt: string }[]> =>
  (await read<{ person_id: string; agreed_at: Date }[]>`select person_id, agreed_at from benefit_watches where subject_id = ${subjectId} order by agreed_at`).map((row) => ({ personId: row.person_id, agreedAt: row.agreed_at.toISOString() }))

/** Ids of those somebody watches, in order, behind `after`. */
export const listWatched = async (read: Read, after: string | null, limit: number): Promise<string[]> =>
  (await read<{ subject_id: string }[]>`select distinct subject_id from benefit_watches ${after === null ? read`` : read`where subject_id > ${after}`} order by subject_id limit ${limit}`).map((row) => row.subject_id)
