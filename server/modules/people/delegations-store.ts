// Delegations in the database. People are found by ID number, because one may be named before ever having logged in.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { agreed, offered, unended, type Delegation, type Holder } from './delegation.ts'

type Row = {
  id: string; kind: Delegation['kind']; state: Delegation['state']; proposed_by: Delegation['proposedBy']; person_name: string; sealed: string; holder_uscc: string | null; holder_name: string; matters: string[] | null
  company_uscc: string | null; company_name: string | null; power_id: string | null
  starts_on: string; ends_on: string; max_uses: number | null; reason: string; created_at: Date; decided_at: Date | null; ended_at: Date | null; ended_by: Delegation['endedBy']
}

type Numbers = { personIdNumber: string; holderIdNumber: string | null }

const toHolder = (row: Row, { holderIdNumber }: Numbers): Holder => (holderIdNumber !== null ? { idNumber: holderIdNumber } : { uscc: row.holder_uscc ?? '' })

const toDelegation = (row: Row): Delegation => stated(row, openRow<Numbers>(sealedTables.delegations, row.id, row.sealed))

const stated = (row: Row, numbers: Numbers): Delegation => ({
  id: row.id, kind: row.kind, state: row.state, proposedBy: row.proposed_by, person: { idNumber: numbers.personIdNumber, name: row.person_name },
  holder: { ...toHolder(row, numbers), name: row.holder_name },
  company: row.power_id === null ? null : { uscc: row.company_uscc ?? '', name: row.company_name ?? '', power: row.power_id }, matters: row.matters, startsOn: row.starts_on, endsOn: row.ends_on, maxUses: row.max_uses, reason: row.reason,
  createdAt: row.created_at.toISOString(), decidedAt: row.decided_at?.toISOString() ?? null, endedAt: row.ended_at?.toISOString() ?? null, endedBy: row.ended_by,
})

export const insertDelegation = async (tx: Tx, one: Delegation): Promise<void> => {
  const { holder, company } = one
  const [idNumber, uscc] = 'uscc' in holder ? [null, holder.uscc] : [holder.idNumber, null]
  await tx`
    insert into delegations (id, kind, state, proposed_by, person_digest, person_name, holder_digest, sealed, holder_uscc, holder_name, company_uscc, company_name, power_id, matters, starts_on, ends_on, max_uses, reason, created_at)
    values (${one.id}, ${one.kind}, ${one.state}, ${one.proposedBy}, ${personDigest(one.person.idNumber)}, ${one.person.name}, ${idNumber && personDigest(idNumber)},
      ${sealRow(sealedTables.delegations, one.id, { personIdNumber: one.person.idNumber, holderIdNumber: idNumber } satisfies Numbers)}, ${uscc}, ${holder.name},
      ${company?.uscc ?? null}, ${company?.name ?? null}, ${company?.power ?? null}, ${one.matters}, ${one.startsOn}, ${one.endsOn}, ${one.maxUses}, ${one.reason}, ${one.createdAt})`
}

export const updateDelegation = async (tx: Tx, { id, state, decidedAt, endedAt, endedBy }: Delegation): Promise<void> => {
  await tx`update delegations set state = ${state}, decided_at = ${decidedAt}, ended_at = ${endedAt}, ended_by = ${endedBy} where id = ${id}`
}

export const findDelegation = async (read: Read, id: string): Promise<Delegation | undefined> => {
  const [row] = await read<Row[]>`select * from delegations where id = ${id}`
  return row && toDelegation(row)
}

/** Held until the transaction ends: uses are counted one after another. */
export const findDelegationForUpdate = async (tx: Tx, id: string): Promise<Delegation | undefined> => {
  const [row] = await tx<Row[]>`select * from delegations where id = ${id} for no key update`
  return row && toDelegation(row)
}

/** Open ones that rest on a power, locked. */
export const listByPowerForUpdate = async (tx: Tx, power: string): Promise<Delegation[]> =>
  (await tx<Row[]>`select * from delegations where power_id = ${power} and state = any(${unended}) order by id for no key update`).map(toDelegation)

/** Agreed ones an organisation holds that have not run out, the next to end first. @param today YYYY-MM-DD */
export const listClients = async (read: Read, uscc: string, today: string, limit: number): Promise<Delegation[]> =>
  (await read<Row[]>`select * from delegations where holder_uscc = ${uscc} and state = ${agreed} and ends_on >= ${today} order by ends_on, id limit ${limit}`).map(toDelegation)

/** Those a resident is represented in, newest first. */
export const listGiven = async (read: Read, idNumber: string, limit: number): Promise<Delegation[]> =>
  (await read<Row[]>`select * from delegations where person_digest = ${personDigest(idNumber)} order by created_at desc limit ${limit}`).map(toDelegation)

/** Those a resident holds, also for organisations acted for, newest first. */
export const listHeld = async (read: Read, idNumber: string, usccs: readonly string[], limit: number): Promise<Delegation[]> =>
  (await read<Row[]>`
    (select * from delegations where holder_digest = ${personDigest(idNumber)} order by created_at desc limit ${limit})
    union all
    (select * from delegations where holder_uscc = any(${[...usccs]}) order by created_at desc limit ${limit})
    order by created_at desc limit ${limit}`).map(toDelegation)

/** Offers of a side nobody has answered. */
export const countProposed = async (read: Read, side: Delegation['proposedBy'], idNumber: string): Promise<number> => {
  const column = side === 'person' ? read`person_digest` : read`holder_digest`
  return only(await read<{ count: number }[]>`select count(*)::int as count from delegations where ${column} = ${personDigest(idNumber)} and proposed_by = ${side} and state = ${offered}`).count
}
