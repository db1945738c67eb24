// Storing accounts, bills on them and what happened to either.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { ownFen, type BillState, type CareAccount, type CareBill, type Visit } from './care-bill.ts'

type AccountRow = { id: string; person_id: string; region: string; limit_fen: number; owed_fen: number; agreed: string; opened_at: Date; closed_at: Date | null }

const toAccount = (row: AccountRow): CareAccount => ({
  id: row.id, personId: row.person_id, region: row.region, limitFen: row.limit_fen, owedFen: row.owed_fen, agreed: row.agreed, openedAt: row.opened_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null,
})

type BillRow = {
  id: string; account_id: string; person_id: string; region: string; line: string; consumer: string; number: string; sealed: string; total_fen: number; insured_fen: number; state: BillState
  due_on: string | null; look_on: string | null; reminded: boolean; late_on: string | null; created_at: Date; updated_at: Date; ended_at: Date | null
}

const toBill = (row: BillRow): CareBill => ({
  ...openRow<Visit>(sealedTables.careBills, row.id, row.sealed),
  id: row.id, accountId: row.account_id, personId: row.person_id, region: row.region, line: row.line, consumer: row.consumer, number: row.number, totalFen: row.total_fen, insuredFen: row.insured_fen, state: row.state,
  dueOn: row.due_on, lookOn: row.look_on, reminded: row.reminded, lateOn: row.late_on, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** False when the person has an open account already. */
export const insertAccount = async (tx: Tx, one: CareAccount): Promise<boolean> =>
  (await tx`
    insert into care_accounts (id, person_id, region, limit_fen, agreed, opened_at) values (${one.id}, ${one.personId}, ${one.region}, ${one.limitFen}, ${one.agreed}, ${one.openedAt})
    on conflict (person_id) where closed_at is null do nothing`).count > 0

export const findOpenAccount = async (read: Read, personId: string): Promise<CareAccount | undefined> => {
  const [row] = await read<AccountRow[]>`select * from care_accounts where person_id = ${personId} and closed_at is null`
  return row && toAccount(row)
}

/** Held until the transaction ends. */
export const findOpenAccountForUpdate = async (tx: Tx, personId: string): Promise<CareAccount | undefined> => {
  const [row] = await tx<AccountRow[]>`select * from care_accounts where person_id = ${personId} and closed_at is null for no key update`
  return row && toAccount(row)
}

/** False when something is owed on it. */
export const updateAccountClosed = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx`update care_accounts set closed_at = ${at} where id = ${id} and closed_at is null and owed_fen = 0`).count > 0

/** Puts an amount on an open account, unless that would be more than the limit; whether it did. The one statement that makes an account owe more. */
export const updateOwed = async (tx: Tx, id: string, fen: number, limitFen: number): Promise<boolean> =>
  (await tx`update care_accounts set owed_fen = owed_fen + ${fen} where id = ${id} and closed_at is null and owed_fen + ${fen} <= least(limit_fen, ${limitFen}::bigint)`).count > 0

/** Takes the own part of a bill off the account. */
export const updateOwedLess = async (tx: Tx, bill: CareBill): Promise<void> => {
  await tx`update care_accounts set owed_fen = owed_fen - ${ownFen(bill)} where id = ${bill.accountId}`
}

/** False when the hospital has sent that number before. */
export const insertBill = async (tx: Tx, one: CareBill): Promise<boolean> =>
  (await tx`
    insert into care_bills (id, account_id, person_id, region, line, consumer, number, sealed, total_fen, insured_fen, state, due_on, look_on, created_at, updated_at)
    values (${one.id}, ${one.accountId}, ${one.personId}, ${one.region}, ${one.line}, ${one.consumer}, ${one.number},
      ${sealRow(sealedTables.careBills, one.id, { hospital: one.hospital, department: one.department, visitedOn: one.visitedOn } satisfies Visit)},
      ${one.totalFen}, ${one.insuredFen}, ${one.state}, ${one.dueOn}, ${one.lookOn}, ${one.createdAt}, ${one.updatedAt})
    on conflict (consumer, number) do nothing`).count > 0

/** The caller holds the row. */
export const updateBill = async (tx: Tx, one: CareBill): Promise<void> => {
  await tx`
    update care_bills set state = ${one.state}, due_on = ${one.dueOn}, look_on = ${one.lookOn}, reminded = ${one.reminded}, late_on = ${one.lateOn}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

/** By the hospital's own number, held until the transaction ends. */
export const findBillForUpdate = async (tx: Tx, consumer: string, number: string): Promise<CareBill | undefined> => {
  const [row] = await tx<BillRow[]>`select * from care_bills where consumer = ${consumer} and number = ${number} for no key update`
  return row && toBill(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getBillForUpdate = async (tx: Tx, id: string): Promise<CareBill> => {
  const [row] = await tx<BillRow[]>`select * from care_bills where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toBill(row)
}

/** The newest first. */
export const listBillsOf = async (read: Read, personId: string, limit: number): Promise<CareBill[]> =>
  (await read<BillRow[]>`select * from care_bills where person_id = ${personId} order by created_at desc, id limit ${limit}`).map(toBill)

/** Those about which something happens by this day, each held until the transaction ends; what others hold is left to them. */
export const listBillsDueForUpdate = async (tx: Tx, today: string, limit: number): Promise<CareBill[]> =>
  (await tx<BillRow[]>`select * from care_bills where ended_at is null and look_on <= ${today} order by look_on, id limit ${limit} for no key update skip locked`).map(toBill)

/** Those of a jurisdiction somebody objects to, the longest waiting first. */
export const listBillsContested = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<CareBill[]> =>
  (await read<BillRow[]>`select * from care_bills where state = 'contested' and ${inJurisdiction(read, jurisdiction)} order by updated_at, id limit ${limit}`).map(toBill)

/** `billId` null: it happened to the account. */
export type CareAction = { accountId: string; billId: string | null; action: string; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }

type ActionRow = { account_id: string; bill_id: string | null; action: string; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown> }

export const insertCareAction = async (tx: Tx, one: CareAction): Promise<void> => {
  await tx`
    insert into care_actions (account_id, bill_id, action, actor_kind, actor_id, actor_name, at, detail)
    values (${one.accountId}, ${one.billId}, ${one.action}, ${one.actorKind}, ${one.actorId}, ${one.actorName}, ${one.at}, ${json(one.detail)})`
}

/** Of several bills, in order. */
export const listCareActions = async (read: Read, bills: readonly string[]): Promise<CareAction[]> =>
  (await read<ActionRow[]>`select * from care_actions where bill_id = any(${[...bills]}::uuid[]) order by position`).map((row) => ({
    accountId: row.account_id, billId: row.bill_id, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))
