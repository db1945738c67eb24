// Storing broken promises on record.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { CreditEntry, CreditState } from './credit-entry.ts'

type Row = {
  id: string; undertaking_id: string; person_id: string; sealed: string; line: string; region: string; reason: string; law: CreditEntry['law']; state: CreditState
  recorded_on: string; until_on: string; repairable: boolean; repaired_on: string | null; updated_at: Date
}

const toEntry = (row: Row): CreditEntry => ({
  id: row.id, undertakingId: row.undertaking_id, personId: row.person_id, ...openRow<Pick<CreditEntry, 'subject'>>(sealedTables.creditEntries, row.id, row.sealed), line: row.line, region: row.region, reason: row.reason, law: row.law, state: row.state,
  recordedOn: row.recorded_on, untilOn: row.until_on, repairable: row.repairable, repairedOn: row.repaired_on, updatedAt: row.updated_at.toISOString(),
})

export const insertCreditEntry = async (tx: Tx, one: CreditEntry): Promise<void> => {
  await tx`
    insert into credit_entries (id, undertaking_id, person_id, sealed, subject_digest, line, region, reason, law, state, recorded_on, until_on, repairable, repaired_on, updated_at)
    values (${one.id}, ${one.undertakingId}, ${one.personId}, ${sealRow(sealedTables.creditEntries, one.id, { subject: one.subject })}, ${personDigest(one.subject)}, ${one.line}, ${one.region}, ${one.reason}, ${json(one.law)}, ${one.state}, ${one.recordedOn}, ${one.untilOn}, ${one.repairable}, ${one.repairedOn}, ${one.updatedAt})`
}

/** The caller holds the row. */
export const updateCreditEntry = async (tx: Tx, one: CreditEntry): Promise<void> => {
  await tx`update credit_entries set state = ${one.state}, repaired_on = ${one.repairedOn}, updated_at = ${one.updatedAt} where id = ${one.id}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getCreditEntryForUpdate = async (tx: Tx, id: string): Promise<CreditEntry> => {
  const [row] = await tx<Row[]>`select * from credit_entries where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toEntry(row)
}

export const findCreditEntryOf = async (read: Read, undertakingId: string): Promise<CreditEntry | undefined> => {
  const [row] = await read<Row[]>`select * from credit_entries where undertaking_id = ${undertakingId}`
  return row && toEntry(row)
}

/** Newest first, also those that have ended. */
export const listCreditEntries = async (read: Read, personId: string): Promise<CreditEntry[]> =>
  (await read<Row[]>`select * from credit_entries where person_id = ${personId} order by recorded_on desc, id`).map(toEntry)

/** Entries of these subjects whose last day has not passed. */
export const listCreditEntriesOf = async (read: Read, subjects: readonly string[], today: string): Promise<CreditEntry[]> =>
  (await read<Row[]>`select * from credit_entries where subject_digest = any(${subjects.map(personDigest)}::text[]) and until_on >= ${today}`).map(toEntry)

/** Those of a jurisdiction somebody has objected to or wants repaired, the longest waiting first. */
export const listCreditEntriesToAnswer = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<CreditEntry[]> =>
  (await read<Row[]>`
    select * from credit_entries where state in ('contested', 'repairing')
      and ${inJurisdiction(read, jurisdiction)}
    order by updated_at, id limit ${limit}`).map(toEntry)
