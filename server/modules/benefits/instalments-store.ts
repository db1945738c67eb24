// Storing instalments: agreed, reminded of, paid.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Instalment } from './instalment.ts'

type Row = { entitlement_id: string; seq: number; region: string; fen: number; due_on: string; paid_on: string | null; agreed_by: string; agreed_at: Date }

const toInstalment = (row: Row): Instalment => ({ entitlementId: row.entitlement_id, seq: row.seq, region: row.region, fen: row.fen, dueOn: row.due_on, paidOn: row.paid_on, agreedBy: row.agreed_by, agreedAt: row.agreed_at.toISOString() })

/** In place of a plan of which nothing is paid. The caller holds the entitlement. */
export const insertInstalments = async (tx: Tx, entitlementId: string, plan: readonly Instalment[]): Promise<void> => {
  await tx`delete from benefit_instalments where entitlement_id = ${entitlementId}`
  for (const one of plan) {
    await tx`
      insert into benefit_instalments (entitlement_id, seq, region, fen, due_on, agreed_by, agreed_at) values (${entitlementId}, ${one.seq}, ${one.region}, ${one.fen}, ${one.dueOn}, ${one.agreedBy}, ${one.agreedAt})`
  }
}

/** Of these entitlements, in order. */
export const listInstalmentsOf = async (read: Read, entitlements: readonly string[]): Promise<Instalment[]> =>
  (await read<Row[]>`select * from benefit_instalments where entitlement_id = any(${[...entitlements]}::uuid[]) order by entitlement_id, seq`).map(toInstalment)

/** False: it is paid already, or there is none. */
export const updateInstalmentPaid = async (tx: Tx, entitlementId: string, seq: number, on: string): Promise<boolean> =>
  (await tx`update benefit_instalments set paid_on = ${on} where entitlement_id = ${entitlementId} and seq = ${seq} and paid_on is null`).count > 0

/** What was agreed and has not come in is owed no longer. */
export const deleteOpenInstalments = async (tx: Tx, entitlementId: string): Promise<void> => {
  await tx`delete from benefit_instalments where entitlement_id = ${entitlementId} and paid_on is null`
}

/** Those to be reminded of that are due by a day and still owed, each marked so; what others hold is left to them. */
export const updateRemindedUntil = async (tx: Tx, day: string, limit: number): Promise<Instalment[]> =>
  (await tx<Row[]>`
    update benefit_instalments i set reminded = true
    from (
      select o.entitlement_id, o.seq from benefit_instalments o join benefit_entitlements e on e.id = o.entitlement_id
      where o.due_on <= ${day} and o.paid_on is null and not o.reminded and e.state = 'recovering' order by o.due_on limit ${limit} for update of o skip locked) as due
    where i.entitlement_id = due.entitlement_id and i.seq = due.seq returning i.*`).map(toInstalment)
