// People and staff in the database: as the identity provider described them at their last login.
import type { Jurisdiction, Posting, StaffRole } from '../../kernel/authz.ts'
import type { Assurance, IdKind } from '../../kernel/identity-documents.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { PersonIdentity, StaffIdentity } from './identity.ts'
import type { Company, Person, Staff } from './person.ts'

type PersonRow = {
  id: string; issuer: string; subject: string; name: string; sealed: string; id_kind: IdKind; assurance: Assurance; region: string; companies: Company[] | null
}
type StaffRow = { id: string; issuer: string; subject: string; name: string; unit: string; postings: Posting[] | null }

const opened = (id: string, sealed: string) => openRow<Pick<Person, 'idNumber' | 'phone'>>(sealedTables.people, id, sealed)
const toPerson = ({ sealed, id_kind: idKind, companies, ...row }: PersonRow): Person => ({ ...row, ...opened(row.id, sealed), idKind, companies: companies ?? [] })
const toStaff = ({ postings, ...row }: StaffRow): Staff => ({ ...row, postings: postings ?? [] })

const personColumns = (read: Read) => read`
  id, issuer, subject, name, sealed, id_kind, assurance, region,
  (select json_agg(json_build_object('uscc', uscc, 'name', company) order by uscc) from company_agents where person_id = people.id) as companies`

export const findPerson = async (read: Read, id: string): Promise<Person | undefined> => {
  const [row] = await read<PersonRow[]>`select ${personColumns(read)} from people where id = ${id}`
  return row && toPerson(row)
}

/** @throws Refusal not_found */
export const getPerson = async (read: Read, id: string): Promise<Person> => {
  const person = await findPerson(read, id)
  if (!person) throw new Refusal('not_found')
  return person
}

/** Names of people by their id. */
export const listPersonNames = async (read: Read, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await read<{ id: string; name: string }[]>`select id, name from people where id = any(${[...ids]}::uuid[])`).map(({ id, name }) => [id, name]))

export const findPersonByIdNumber = async (read: Read, idNumber: string): Promise<Person | undefined> => {
  const [row] = await read<PersonRow[]>`select ${personColumns(read)} from people where id_digest = ${personDigest(idNumber)}`
  return row && toPerson(row)
}

/** Accounts by ID number, for those who have one. */
export const listPeopleByIdNumbers = async (read: Read, idNumbers: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }>> =>
  new Map((await read<{ id: string; name: string; sealed: string }[]>`select id, name, sealed from people where id_digest = any(${idNumbers.map(personDigest)})`).map(({ id, name, sealed }) => [opened(id, sealed).idNumber, { id, name }]))

export const findPersonBySubject = async (read: Read, issuer: string, subject: string): Promise<Person | undefined> => {
  const [row] = await read<PersonRow[]>`select ${personColumns(read)} from people where issuer = ${issuer} and subject = ${subject}`
  return row && toPerson(row)
}

/** Two first logins of one person at the same moment wait for one another. */
export const lockIdNumber = async (tx: Tx, idNumber: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`people ${idNumber}`}, 0))`
}

export const insertPerson = async (tx: Tx, id: string, identity: PersonIdentity, now: Date): Promise<void> => {
  const { issuer, subject, name, idNumber, idKind = 'resident-id', assurance = 'high', phone, region, companies } = identity
  await tx`
    insert into people (id, issuer, subject, name, id_digest, id_kind, assurance, sealed, region, created_at, seen_at)
    values (${id}, ${issuer}, ${subject}, ${name}, ${personDigest(idNumber)}, ${idKind}, ${assurance}, ${sealRow(sealedTables.people, id, { idNumber, phone })}, ${region}, ${now}, ${now})`
  await insertCompanies(tx, id, companies)
}

/** The newest assertion wins, also about companies no longer acted for. */
export const updatePerson = async (tx: Tx, id: string, identity: PersonIdentity, now: Date): Promise<void> => {
  const { issuer, subject, name, idNumber, assurance = 'high', phone, region, companies } = identity
  await tx`
    update people set issuer = ${issuer}, subject = ${subject}, name = ${name}, assurance = ${assurance}, sealed = ${sealRow(sealedTables.people, id, { idNumber, phone })}, region = ${region}, seen_at = ${now} where id = ${id}`
  await tx`delete from company_agents where person_id = ${id}`
  await insertCompanies(tx, id, companies)
}

const insertCompanies = async (tx: Tx, personId: string, companies: readonly Company[]): Promise<void> => {
  if (companies.length === 0) return
  await tx`
    insert into company_agents (person_id, uscc, company)
    select ${personId}::uuid, uscc, name from json_to_recordset(${json(companies)}::json) as company(uscc text, name text)
    on conflict do nothing`
}

export const findStaff = async (read: Read, id: string): Promise<Staff | undefined> => {
  const [row] = await read<StaffRow[]>`
    select id, issuer, subject, name, unit,
      (select json_agg(json_build_object('role', role, 'region', region, 'line', nullif(line, '*')) order by role, region, line)
         from staff_postings where staff_id = staff.id) as postings
    from staff where id = ${id}`
  return row && toStaff(row)
}

/** @throws Refusal not_found */
export const getStaff = async (read: Read, id: string): Promise<Staff> => {
  const staff = await findStaff(read, id)
  if (!staff) throw new Refusal('not_found')
  return staff
}

/** Officials in one of these roles whose posting covers the place, by name. */
export const listStaffPostedTo = async (read: Read, { region, line }: Jurisdiction, roles: readonly StaffRole[]): Promise<Pick<Staff, 'id' | 'name' | 'unit'>[]> =>
  read<Pick<Staff, 'id' | 'name' | 'unit'>[]>`
    select id, name, unit from staff
    where exists (select 1 from staff_postings p where p.staff_id = staff.id and p.role = any(${[...roles]}) and p.line in ('*', ${line}) and p.region = any(${regionAndAbove(region)}))
    order by name, id limit 500`

/** Names of these officials, also of those without a posting today. */
export const listStaffNames = async (read: Read, ids: readonly string[]): Promise<Pick<Staff, 'id' | 'name' | 'unit'>[]> =>
  ids.length === 0 ? [] : read<Pick<Staff, 'id' | 'name' | 'unit'>[]>`select id, name, unit from staff where id = any(${[...ids]}::uuid[]) order by name, id`

/** Inserts the official or brings name, unit and postings up to date; returns the id. `id` is used for a new one. */
export const insertOrUpdateStaff = async (tx: Tx, id: string, identity: StaffIdentity, now: Date): Promise<string> => {
  const { issuer, subject, name, unit, postings } = identity
  const [row] = await tx<{ id: string }[]>`
    insert into staff (id, issuer, subject, name, unit, created_at, seen_at) values (${id}, ${issuer}, ${subject}, ${name}, ${unit}, ${now}, ${now})
    on conflict (issuer, subject) do update set name = excluded.name, unit = excluded.unit, seen_at = excluded.seen_at
    returning id`
  const staffId = row?.id ?? id
  await tx`delete from staff_postings where staff_id = ${staffId}`
  await tx`
    insert into staff_postings (staff_id, role, region, line)
    select ${staffId}::uuid, role, region, coalesce(line, '*') from json_to_recordset(${json(postings)}::json) as posting(role text, region text, line text)
    on conflict do nothing`
  return staffId
}

/** Leaves an official, by the `sub` of the login, without any posting; returns the ids of those it concerns. */
export const deletePostings = async (tx: Tx, subject: string): Promise<string[]> => {
  const rows = await tx<{ id: string }[]>`select id from staff where subject = ${subject} for no key update`
  const ids = rows.map(({ id }) => id)
  await tx`delete from staff_postings where staff_id = any(${ids}::uuid[])`
  return ids
}
