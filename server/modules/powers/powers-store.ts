// Powers in the database. One open power of a person for the same ward or company.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Power, PowerKind } from './power.ts'

type Row = {
  id: string; kind: PowerKind; person_id: string; sealed: string; name: string; ward_id: string | null; registry: string; legal_basis: Power['legalBasis']
  ends_on: string | null; state: Power['state']; proven_at: Date; created_at: Date; contested_by: string | null; ended_by: Power['endedBy']; ended_at: Date | null; reason: string
}

type Numbers = Pick<Power, 'subject' | 'holders'>

const sealNumbers = ({ id, subject, holders }: Power): string => sealRow(sealedTables.powers, id, { subject, holders } satisfies Numbers)

const toPower = (row: Row): Power => ({
  id: row.id, kind: row.kind, personId: row.person_id, ...openRow<Numbers>(sealedTables.powers, row.id, row.sealed), name: row.name, wardId: row.ward_id, registry: row.registry, legalBasis: row.legal_basis,
  endsOn: row.ends_on, state: row.state, provenAt: row.proven_at.toISOString(), createdAt: row.created_at.toISOString(), contestedBy: row.contested_by, endedBy: row.ended_by,
  endedAt: row.ended_at?.toISOString() ?? null, reason: row.reason,
})

/** False when the person has that power already. */
export const insertPower = async (tx: Tx, one: Power): Promise<boolean> =>
  (await tx`
    insert into powers (id, kind, person_id, sealed, subject_digest, name, ward_id, holder_digests, registry, legal_basis, ends_on, state, proven_at, created_at)
    values (${one.id}, ${one.kind}, ${one.personId}, ${sealNumbers(one)}, ${personDigest(one.subject)}, ${one.name}, ${one.wardId}, ${one.holders.map(personDigest)}, ${one.registry}, ${json(one.legalBasis)}, ${one.endsOn}, ${one.state}, ${one.provenAt}, ${one.createdAt})
    on conflict (person_id, kind, subject_digest) where state <> 'over' do nothing`).count > 0

export const updatePower = async (tx: Tx, one: Power): Promise<void> => {
  await tx`
    update powers set sealed = ${sealNumbers(one)}, holder_digests = ${one.holders.map(personDigest)}, state = ${one.state}, proven_at = ${one.provenAt}, contested_by = ${one.contestedBy}, ended_by = ${one.endedBy}, ended_at = ${one.endedAt}, reason = ${one.reason}
    where id = ${one.id}`
}

export const findPower = async (read: Read, id: string): Promise<Power | undefined> => {
  const [row] = await read<Row[]>`select * from powers where id = ${id}`
  return row && toPower(row)
}

export const findPowerForUpdate = async (tx: Tx, id: string): Promise<Power | undefined> => {
  const [row] = await tx<Row[]>`select * from powers where id = ${id} for no key update`
  return row && toPower(row)
}

export const findOpenPower = async (read: Read, personId: string, kind: PowerKind, subject: string): Promise<Power | undefined> => {
  const [row] = await read<Row[]>`select * from powers where person_id = ${personId} and kind = ${kind} and subject_digest = ${personDigest(subject)} and state <> 'over'`
  return row && toPower(row)
}

/** Open ones over a ward. @param subject digest of the ward's ID number (`personDigest`) */
export const listGuardiansOf = async (read: Read, subject: string): Promise<Power[]> =>
  (await read<Row[]>`select * from powers where subject_digest = ${subject} and kind = 'guardian' and state <> 'over'`).map(toPower)

/** Those a person has, and open ones of others for wards whose guardian they are too; newest first. */
export const listPowersAround = async (read: Read, personId: string, idNumber: string, limit: number): Promise<Power[]> =>
  (await read<Row[]>`
    select * from (
      (select * from powers where person_id = ${personId} order by created_at desc limit ${limit})
      union all
      (select * from powers where kind = 'guardian' and holder_digests @> ${[personDigest(idNumber)]} and person_id <> ${personId} and state <> 'over' order by created_at desc limit ${limit})
    ) around order by created_at desc, id limit ${limit}`).map(toPower)

export const listContested = async (read: Read, limit: number): Promise<Power[]> =>
  (await read<Row[]>`select * from powers where state = 'contested' order by created_at limit ${limit}`).map(toPower)

/** Open ones not confirmed since, the longest ago first. */
export const listToConfirm = async (read: Read, since: Date, limit: number): Promise<Power[]> =>
  (await read<Row[]>`select * from powers where state <> 'over' and proven_at < ${since} order by proven_at limit ${limit}`).map(toPower)
