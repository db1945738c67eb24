// E-licences in the database: what they say is encrypted; numbers and status are columns.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Credential, CredentialStanding, CredentialState } from './credential.ts'

type Sealed = Pick<Credential, 'claims' | 'values' | 'holder'>

type CredentialRow = {
  id: string; person_id: string; type: string; number: string; edition: number; line: string; region: string; origin: Credential['origin']; result_id: string | null
  sealed: string; issued_at: Date; until_on: string | null; status: CredentialState; because: string | null; status_list: string; status_index: number
}

const toCredential = (row: CredentialRow): Credential => ({
  id: row.id, type: row.type, number: row.number, edition: row.edition, holderPersonId: row.person_id, issuer: { line: row.line, region: row.region },
  ...openRow<Sealed>(sealedTables.credentials, row.id, row.sealed), issuedAt: row.issued_at.toISOString(), validUntil: row.until_on, status: row.status,
  because: row.because, origin: row.origin, resultId: row.result_id, statusList: row.status_list, statusIndex: row.status_index,
})

/** Stores new ones; one somebody else has just issued from the same result or record is left out. Returns those stored. */
export const insertCredentials = async (tx: Tx, credentials: readonly Credential[]): Promise<Credential[]> => {
  if (credentials.length === 0) return []
  const rows = credentials.map(({ issuer, claims, values, holder, ...one }) => ({ ...one, ...issuer, sealed: sealRow(sealedTables.credentials, one.id, { claims, values, holder } satisfies Sealed) }))
  const stored = await tx<{ id: string }[]>`
    insert into credentials (id, person_id, type, number, edition, line, region, origin, result_id, sealed, issued_at, until_on, status, because, changed_at, status_list, status_index, confirmed_at)
    select id, person_id, type, number, edition, line, region, origin, result_id, sealed, issued, until_on, status, because, issued, status_list, status_index, case when origin = 'registry' then issued end from unnest(
      ${column(rows, 'id')}::uuid[], ${column(rows, 'holderPersonId')}::uuid[], ${column(rows, 'type')}::text[], ${column(rows, 'number')}::text[], ${column(rows, 'edition')}::int[],
      ${column(rows, 'line')}::text[], ${column(rows, 'region')}::text[], ${column(rows, 'origin')}::text[], ${column(rows, 'resultId')}::uuid[], ${column(rows, 'sealed')}::text[],
      ${column(rows, 'issuedAt')}::timestamptz[], ${column(rows, 'validUntil')}::date[], ${column(rows, 'status')}::text[], ${column(rows, 'because')}::text[],
      ${column(rows, 'statusList')}::text[], ${column(rows, 'statusIndex')}::int[])
      as one (id, person_id, type, number, edition, line, region, origin, result_id, sealed, issued, until_on, status, because, status_list, status_index)
    on conflict do nothing returning id`
  const kept = new Set(stored.map(({ id }) => id))
  return credentials.filter(({ id }) => kept.has(id))
}

/** Newest first, ended ones too. */
export const listCredentialsOf = async (read: Read, personId: string, limit = 200): Promise<Credential[]> =>
  (await read<CredentialRow[]>`select * from credentials where person_id = ${personId} order by issued_at desc, edition desc, id limit ${limit}`).map(toCredential)

export const findCredential = async (read: Read, id: string): Promise<Credential | undefined> => {
  const [row] = await read<CredentialRow[]>`select * from credentials where id = ${id}`
  return row && toCredential(row)
}

/** @throws Refusal not_found */
export const getCredential = async (read: Read, id: string): Promise<Credential> => {
  const found = await findCredential(read, id)
  if (!found) throw new Refusal('not_found')
  return found
}

/** @throws Refusal not_found */
export const getCredentialForUpdate = async (tx: Tx, id: string): Promise<Credential> => {
  const [row] = await tx<CredentialRow[]>`select * from credentials where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toCredential(row)
}

/** Those that are neither ended nor suspended; the last day of some may be over. */
export const listValidOf = async (read: Read, personId: string): Promise<Credential[]> =>
  (await read<CredentialRow[]>`select * from credentials where person_id = ${personId} and status = 'valid' order by issued_at desc, edition desc, id limit 200`).map(toCredential)

/** The one at a place of a published list. */
export const findCredentialAt = async (read: Read, list: string, index: number): Promise<Credential | undefined> => {
  const [row] = await read<CredentialRow[]>`select * from credentials where status_list = ${list} and status_index = ${index}`
  return row && toCredential(row)
}

/** What somebody had made from registries and did not end; held until the transaction ends. */
export const findLiveRecord = async (tx: Tx, personId: string, type: string): Promise<Credential | undefined> => {
  const [row] = await tx<CredentialRow[]>`
    select * from credentials where person_id = ${personId} and type = ${type} and origin = 'registry' and status in ('valid', 'suspended') for no key update`
  return row && toCredential(row)
}

/** Made from registries, not over by `today`, and not confirmed since `before`, the longest ago first. `silence`: of those suspended only the ones that are so for this reason; `after`: the last of the page before */
export const listToConfirm = async (read: Read, { before, today, silence, after, limit }: { before: Date; today: string; silence: string; after: { confirmedAt: string; id: string } | undefined; limit: number }): Promise<(Credential & { confirmedAt: string })[]> =>
  (await read<(CredentialRow & { confirmed_at: Date })[]>`
    select * from credentials where origin = 'registry' and status in ('valid', 'suspended') and confirmed_at < ${before} and (status = 'valid' or because = ${silence}) and (until_on is null or until_on >= ${today})
      ${after === undefined ? read`` : read`and (confirmed_at, id) > (${after.confirmedAt}, ${after.id})`}
    order by confirmed_at, id limit ${limit}`)
    .map((row) => ({ ...toCredential(row), confirmedAt: row.confirmed_at.toISOString() }))

/** The caller holds it. */
export const updateConfirmed = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update credentials set confirmed_at = ${at} where id = ${id}`
}

export const listCredentialsWithIds = async (read: Read, ids: readonly string[]): Promise<Credential[]> =>
  (await read<CredentialRow[]>`select * from credentials where id = any(${[...ids]}::uuid[])`).map(toCredential)

/** Those made from these results, newest edition first; held until the transaction ends. */
export const listCredentialsOfResultsForUpdate = async (tx: Tx, resultIds: readonly string[]): Promise<Credential[]> =>
  (await tx<CredentialRow[]>`select * from credentials where result_id = any(${[...resultIds]}::uuid[]) order by edition desc for no key update`).map(toCredential)

/** `standing` as of `today`, 'YYYY-MM-DD'; `before`: the last of the page before. */
export type CredentialFilter = { type?: string | undefined; number?: string | undefined; standing?: CredentialStanding | undefined; today: string; before?: string | undefined; limit: number }

/** Of a jurisdiction, newest first. */
export const listCredentialsWithin = async (read: Read, jurisdiction: JurisdictionFilter, { type, number, standing, today, before, limit }: CredentialFilter): Promise<Credential[]> => {
  const stands =
    standing === undefined ? read`` :
    standing === 'expired' ? read`and status = 'valid' and until_on < ${today}` :
    standing === 'valid' ? read`and status = 'valid' and (until_on is null or until_on >= ${today})` : read`and status = ${standing}`
  return (await read<CredentialRow[]>`
    select * from credentials where ${inJurisdiction(read, jurisdiction)} ${type === undefined ? read`` : read`and type = ${type}`}
      ${number === undefined ? read`` : read`and number = ${number}`} ${stands}
      ${before === undefined ? read`` : read`and (issued_at, id) < (select issued_at, id from credentials where id = ${before})`}
    order by issued_at desc, id desc limit ${limit}`).map(toCredential)
}

/** The one with this number, in its last edition. */
export const findCredentialByNumber = async (read: Read, number: string): Promise<Credential | undefined> => {
  const [row] = await read<CredentialRow[]>`select * from credentials where number = ${number} order by edition desc limit 1`
  return row && toCredential(row)
}

/** Changes its state; the published list follows at once. The caller holds it. */
export const updateCredentialState = async (tx: Tx, { id, statusList }: Pick<Credential, 'id' | 'statusList'>, status: CredentialState, because: string | null, at: Date): Promise<void> => {
  await tx`update credentials set status = ${status}, because = ${because}, changed_at = ${at} where id = ${id}`
  await tx`update credential_status_lists set revision = revision + 1 where name = ${statusList}`
}

/** Takes so many numbers; returns the first of them. */
export const takeNumbers = async (tx: Tx, type: string, region: string, year: number, count: number): Promise<number> => {
  const [row] = await tx<{ last: number }[]>`
    insert into credential_numbers (type, region, year, last) values (${type}, ${region}, ${year}, ${count})
    on conflict (type, region, year) do update set last = credential_numbers.last + ${count} returning last`
  return (row?.last ?? count) - count + 1
}
