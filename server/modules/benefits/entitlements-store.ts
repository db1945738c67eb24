// Storing entitlements, what happened to them, claims against policies that exclude each other, and budgets.
// One row a policy, subject and period: the table itself refuses a second one, from whatever region or run it comes.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Entitlement, EntitlementAction, EntitlementState, Ruling } from './entitlement.ts'
import type { Claim } from './period.ts'

type Row = {
  id: string; benefit: string; benefit_version: string; subject_id: string; person_id: string | null; region: string; line: string; period: string; fen: number; state: EntitlementState
  sealed: string; ruling: Ruling | null; found_at: Date; changed_at: Date
}
type Sealed = Pick<Entitlement, 'name' | 'reasons' | 'account' | 'accountGivenAt' | 'recovery'>

/** Rows sealed before the time of giving was kept count as given when they were found. */
const opened = (row: Row): Sealed => {
  const { accountGivenAt, ...rest } = openRow<Omit<Sealed, 'accountGivenAt'> & Partial<Sealed>>(sealedTables.benefitEntitlements, row.id, row.sealed)
  return { ...rest, accountGivenAt: accountGivenAt ?? (rest.account ? row.found_at.toISOString() : null) }
}

const toEntitlement = (row: Row): Entitlement => ({
  id: row.id, benefitId: row.benefit, benefitVersion: row.benefit_version, subjectId: row.subject_id, personId: row.person_id, region: row.region, line: row.line, period: row.period, fen: row.fen, state: row.state,
  ...opened(row), ruling: row.ruling, foundAt: row.found_at.toISOString(), changedAt: row.changed_at.toISOString(),
})

const seal = ({ id, name, reasons, account, accountGivenAt, recovery }: Entitlement): string => sealRow(sealedTables.benefitEntitlements, id, { name, reasons, account, accountGivenAt, ...(recovery ? { recovery } : {}) } satisfies Sealed)

/** False: this period of this policy is there already. */
export const insertEntitlement = async (tx: Tx, one: Entitlement): Promise<boolean> =>
  (await tx`
    insert into benefit_entitlements (id, benefit, benefit_version, subject_id, person_id, region, line, period, fen, state, sealed, found_at, changed_at)
    values (${one.id}, ${one.benefitId}, ${one.benefitVersion}, ${one.subjectId}, ${one.personId}, ${one.region}, ${one.line}, ${one.period}, ${one.fen}, ${one.state}, ${seal(one)}, ${one.foundAt}, ${one.changedAt})
    on conflict (benefit, subject_id, period) do nothing`).count > 0

/** The caller holds the row. */
export const updateEntitlement = async (tx: Tx, one: Entitlement): Promise<void> => {
  await tx`
    update benefit_entitlements set benefit_version = ${one.benefitVersion}, person_id = ${one.personId}, region = ${one.region}, fen = ${one.fen}, state = ${one.state}, sealed = ${seal(one)}, ruling = ${one.ruling}, changed_at = ${one.changedAt}
    where id = ${one.id}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getEntitlementForUpdate = async (tx: Tx, id: string): Promise<Entitlement> => {
  const [row] = await tx<Row[]>`select * from benefit_entitlements where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toEntitlement(row)
}

export const findEntitlement = async (read: Read, id: string): Promise<Entitlement | undefined> => {
  const [row] = await read<Row[]>`select * from benefit_entitlements where id = ${id}`
  return row && toEntitlement(row)
}

/** Held until the transaction ends, in the order runs take subjects: whoever holds several waits for nobody who waits for them. */
export const listEntitlementsWithIdsForUpdate = async (tx: Tx, ids: readonly string[]): Promise<Entitlement[]> =>
  (await tx<Row[]>`select * from benefit_entitlements where id = any(${[...ids]}::uuid[]) order by subject_id, id for no key update`).map(toEntitlement)

export const listEntitlementsWithIds = async (read: Read, ids: readonly string[]): Promise<Entitlement[]> =>
  (await read<Row[]>`select * from benefit_entitlements where id = any(${[...ids]}::uuid[])`).map(toEntitlement)

/** Of one subject, newest first; held until the transaction ends. */
export const listEntitlementsForUpdate = async (tx: Tx, subjectId: string): Promise<Entitlement[]> =>
  (await tx<Row[]>`select * from benefit_entitlements where subject_id = ${subjectId} order by changed_at desc for no key update`).map(toEntitlement)

/** Of one subject, newest first. */
export const listEntitlementsOf = async (read: Read, subjectId: string, limit = 200): Promise<Entitlement[]> =>
  (await read<Row[]>`select * from benefit_entitlements where subject_id = ${subjectId} order by changed_at desc limit ${limit}`).map(toEntitlement)

export type DeskWanted = { jurisdiction: JurisdictionFilter; states: readonly EntitlementState[]; benefitId?: string; limit: number }

/** In a jurisdiction, newest first. */
export const listEntitlements = async (read: Read, { jurisdiction, states, benefitId, limit }: DeskWanted): Promise<Entitlement[]> =>
  (await read<Row[]>`
    select * from benefit_entitlements where ${inJurisdiction(read, jurisdiction)} and state = any(${[...states]}::text[]) ${benefitId === undefined ? read`` : read`and benefit = ${benefitId}`}
    order by changed_at desc limit ${limit}`).map(toEntitlement)

/** Of what is found, whom no message reaches: those without a letter first, and of each the longest waiting. @param writtenAt only the letters of one batch; null: only those without one; undefined: all */
export const listUnreached = async (read: Read, jurisdiction: JurisdictionFilter, writtenAt: string | null | undefined, limit: number): Promise<Entitlement[]> => {
  const written = () => read`coalesce((select true from benefit_letters l where l.entitlement_id = benefit_entitlements.id ${typeof writtenAt === 'string' ? read`and l.made_at = ${writtenAt}` : read``}), false)`
  return (await read<Row[]>`
    select * from benefit_entitlements where ${inJurisdiction(read, jurisdiction)} and state = 'found' and person_id is null ${writtenAt === undefined ? read`` : writtenAt === null ? read`and not ${written()}` : read`and ${written()}`}
    order by ${written()}, changed_at, id limit ${limit}`).map(toEntitlement)
}

/** Which of these are paid and not to be given back. */
export const listPaidIds = async (read: Read, ids: readonly string[]): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from benefit_entitlements where id = any(${[...ids]}::uuid[]) and state = 'paid'`).map(({ id }) => id)

export const listEntitlementsToPay = async (tx: Tx, { benefitId, period, region, line }: Pick<Entitlement, 'benefitId' | 'period' | 'region' | 'line'>, limit: number): Promise<Entitlement[]> =>
  (await tx<Row[]>`
    select * from benefit_entitlements where benefit = ${benefitId} and period = ${period} and state = 'confirmed' and region = ${region} and line = ${line} order by id limit ${limit} for update skip locked`).map(toEntitlement)

/** What waits to be paid, by policy and period. */
export const listPayable = async (read: Read, jurisdiction: JurisdictionFilter): Promise<{ benefitId: string; period: string; region: string; line: string; items: number; fen: number }[]> =>
  read<{ benefitId: string; period: string; region: string; line: string; items: number; fen: number }[]>`
    select benefit as "benefitId", period, region, line, count(*)::int as items, sum(fen)::bigint as fen from benefit_entitlements
    where state = 'confirmed' and ${inJurisdiction(read, jurisdiction)} group by 1, 2, 3, 4 order by 1, 2 limit 200`

/** How many in each state, by policy. */
export const countEntitlements = async (read: Read, jurisdiction: JurisdictionFilter): Promise<{ benefitId: string; state: EntitlementState; items: number; fen: number }[]> =>
  read<{ benefitId: string; state: EntitlementState; items: number; fen: number }[]>`
    select benefit as "benefitId", state, count(*)::int as items, sum(fen)::bigint as fen from benefit_entitlements where ${inJurisdiction(read, jurisdiction)} group by 1, 2 order by 1, 2`

export type ActionRow = { action: EntitlementAction; at: Date; actorKind: string; actorId: string; detail?: Record<string, unknown> }

/** Appends what happened. */
export const insertAction = async (tx: Tx, entitlementId: string, one: ActionRow): Promise<void> => {
  await tx`
    insert into benefit_actions (entitlement_id, seq, action, at, actor_kind, actor, detail)
    select ${entitlementId}, coalesce(max(seq), 0) + 1, ${one.action}, ${one.at}, ${one.actorKind}, ${one.actorId}, ${json(one.detail ?? {})} from benefit_actions where entitlement_id = ${entitlementId}`
}

export const listActions = async (read: Read, entitlementId: string): Promise<{ action: string; at: string; actorKind: string }[]> =>
  (await read<{ action: string; at: Date; actor_kind: string }[]>`select action, at, actor_kind from benefit_actions where entitlement_id = ${entitlementId} order by seq`)
    .map((row) => ({ action: row.action, at: row.at.toISOString(), actorKind: row.actor_kind }))

/** Officials who refused one of these or demanded it back: its appeals are not theirs to answer. */
export const listDecidersAgainst = async (read: Read, entitlements: readonly string[]): Promise<{ entitlementId: string; staffId: string }[]> =>
  read<{ entitlementId: string; staffId: string }[]>`
    select entitlement_id as "entitlementId", actor as "staffId" from benefit_actions
    where entitlement_id = any(${[...entitlements]}::uuid[]) and action in ('refuse', 'recover') and actor_kind = 'staff'`

/** Takes the months of each pair for a policy. False: the other of the two holds one of them, and nothing is taken. The caller holds the subject. */
export const insertClaims = async (tx: Tx, { id, benefitId, subjectId }: Entitlement, claims: readonly Claim[]): Promise<boolean> => {
  if (claims.length === 0) return true
  const [pairs, months] = [claims.map(({ pair }) => pair), claims.map(({ month }) => month)]
  const taken = await tx`
    select 1 from benefit_claims c join unnest(${pairs}::text[], ${months}::text[]) as wanted(pair, month) on c.pair = wanted.pair and c.month = wanted.month
    where c.subject_id = ${subjectId} and c.benefit <> ${benefitId} limit 1`
  if (taken.length > 0) return false
  await tx`
    insert into benefit_claims (subject_id, pair, month, benefit, entitlement_id)
    select ${subjectId}, pair, month, ${benefitId}, ${id} from unnest(${pairs}::text[], ${months}::text[]) as wanted(pair, month)
    on conflict (subject_id, pair, month) do update set entitlement_id = excluded.entitlement_id`
  return true
}

/** What keeps a pair claimed: what the person has said yes to, until it has ended or come back. */
const claiming: readonly EntitlementState[] = ['confirmed', 'listed', 'paid', 'returned', 'recovering']

/** Lets go of what an entitlement claims. A pair claimed for good is handed to another period of the same policy: what was paid in January goes on excluding when February lapses. */
export const deleteClaims = async (tx: Tx, entitlementId: string): Promise<void> => {
  const freed = await tx<{ subject_id: string; pair: string; month: string; benefit: string }[]>`delete from benefit_claims where entitlement_id = ${entitlementId} returning subject_id, pair, month, benefit`
  const forGood = freed.filter(({ month }) => month === '*')
  const [first] = forGood
  if (!first) return
  await tx`
    insert into benefit_claims (subject_id, pair, month, benefit, entitlement_id)
    select heir.subject_id, pair, '*', heir.benefit, heir.id from unnest(${forGood.map(({ pair }) => pair)}::text[]) as freed(pair) cross join (
      select id, subject_id, benefit from benefit_entitlements
      where benefit = ${first.benefit} and subject_id = ${first.subject_id} and id <> ${entitlementId} and state = any(${[...claiming]}::text[]) order by period desc limit 1) as heir`
}

/** Makes sure the budget of a year stands as the policy says. What lists have taken is never cut. */
export const upsertBudget = async (tx: Tx, benefitId: string, { year, fen }: { year: number; fen: number }): Promise<void> => {
  await tx`insert into benefit_budgets (benefit, year, fen) values (${benefitId}, ${year}, ${fen}) on conflict (benefit, year) do update set fen = greatest(excluded.fen, benefit_budgets.committed)`
}

/** Takes from the budget. False: not that much is left; nothing is taken. One statement, so two at once never take the same money. */
export const updateBudgetTaken = async (tx: Tx, benefitId: string, year: number, fen: number): Promise<boolean> =>
  (await tx`update benefit_budgets set committed = committed + ${fen} where benefit = ${benefitId} and year = ${year} and committed + ${fen} between 0 and benefit_budgets.fen`).count > 0

export const listBudgets = async (read: Read, year: number): Promise<{ benefitId: string; fen: number; committed: number }[]> =>
  read<{ benefitId: string; fen: number; committed: number }[]>`select benefit as "benefitId", fen, committed from benefit_budgets where year = ${year} order by benefit`
