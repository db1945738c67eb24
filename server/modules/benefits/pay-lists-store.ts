// Storing lists of payments, their items and objections to them. One entitlement stands on one list at a time; the index refuses more.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { SentBack } from './entitlement.ts'
import type { ItemState, PayItem, PayList } from './pay-list.ts'

type ListRow = {
  id: string; benefit: string; period: string; region: string; line: string; state: PayList['state']; revision: number; items: number; fen: number; object_until_on: string; budget_year: number | null
  made_by: string; made_at: Date; approved_by: string | null; approved_at: Date | null; sent_at: Date | null; file_digest: string | null; settled_at: Date | null
}
type ItemRow = { list_id: string; seq: number; entitlement_id: string; fen: number; state: ItemState; sealed: string; return_code: string | null }
type Sealed = Pick<PayItem, 'name' | 'number' | 'account'>

const toList = (row: ListRow): PayList => ({
  id: row.id, benefitId: row.benefit, period: row.period, region: row.region, line: row.line, state: row.state, revision: row.revision, items: row.items, fen: row.fen, objectionsUntil: row.object_until_on, budgetYear: row.budget_year,
  madeBy: row.made_by, madeAt: row.made_at.toISOString(), approvedBy: row.approved_by, approvedAt: row.approved_at?.toISOString() ?? null, sentAt: row.sent_at?.toISOString() ?? null, fileDigest: row.file_digest, settledAt: row.settled_at?.toISOString() ?? null,
})

const toItem = (row: ItemRow): PayItem => ({
  listId: row.list_id, seq: row.seq, entitlementId: row.entitlement_id, fen: row.fen, state: row.state, returnCode: row.return_code, ...openRow<Sealed>(sealedTables.payItems, `${row.list_id} ${row.seq}`, row.sealed),
})

export const insertPayList = async (tx: Tx, list: PayList, items: readonly PayItem[]): Promise<void> => {
  await tx`
    insert into pay_lists (id, benefit, period, region, line, state, items, fen, object_until_on, budget_year, made_by, made_at)
    values (${list.id}, ${list.benefitId}, ${list.period}, ${list.region}, ${list.line}, ${list.state}, ${list.items}, ${list.fen}, ${list.objectionsUntil}, ${list.budgetYear}, ${list.madeBy}, ${list.madeAt})`
  const sealed = items.map(({ listId, seq, name, number, account }) => sealRow(sealedTables.payItems, `${listId} ${seq}`, { name, number, account } satisfies Sealed))
  await tx`
    insert into pay_items (list_id, seq, entitlement_id, fen, state, sealed)
    select ${list.id}, seq, entitlement_id, fen, 'due', sealed
    from unnest(${items.map(({ seq }) => seq)}::int[], ${items.map(({ entitlementId }) => entitlementId)}::uuid[], ${items.map(({ fen }) => fen)}::bigint[], ${sealed}::text[]) as made(seq, entitlement_id, fen, sealed)`
}

export const findPayList = async (read: Read, id: string): Promise<PayList | undefined> => {
  const [row] = await read<ListRow[]>`select * from pay_lists where id = ${id}`
  return row && toList(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getPayListForUpdate = async (tx: Tx, id: string): Promise<PayList> => {
  const [row] = await tx<ListRow[]>`select * from pay_lists where id = ${id} for update`
  if (!row) throw new Refusal('not_found')
  return toList(row)
}

/** The caller holds the row. */
export const updatePayList = async (tx: Tx, list: PayList): Promise<void> => {
  await tx`
    update pay_lists set state = ${list.state}, revision = revision + 1, approved_by = ${list.approvedBy}, approved_at = ${list.approvedAt}, sent_at = ${list.sentAt}, file_digest = ${list.fileDigest}, settled_at = ${list.settledAt}
    where id = ${list.id}`
}

export const listPayLists = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<PayList[]> =>
  (await read<ListRow[]>`select * from pay_lists where ${inJurisdiction(read, jurisdiction)} order by made_at desc limit ${limit}`).map(toList)

/** Published for objections now, in a region and below. @param range codes from and below @param today YYYY-MM-DD */
export const listPublishedLists = async (read: Read, range: { from: string; below: string }, today: string, limit: number): Promise<PayList[]> =>
  (await read<ListRow[]>`
    select * from pay_lists where region ~>=~ ${range.from} and region ~<~ ${range.below} and state = 'published' and object_until_on >= ${today}
    order by made_at desc limit ${limit}`).map(toList)

export const listPayItems = async (read: Read, listId: string): Promise<PayItem[]> => (await read<ItemRow[]>`select * from pay_items where list_id = ${listId} order by seq`).map(toItem)

/** Accounts of a subject a bank has sent money back from. */
export const listSentBack = async (read: Read, subjectId: string): Promise<SentBack> => {
  const rows = await read<(ItemRow & { sent_back_at: Date })[]>`
    select i.*, (select max(a.at) from benefit_actions a where a.entitlement_id = i.entitlement_id and a.action = 'giveBack') as sent_back_at
    from benefit_entitlements e join pay_items i on i.entitlement_id = e.id where e.subject_id = ${subjectId} and i.state = 'returned' order by sent_back_at`
  return new Map(rows.map((row) => [toItem(row).account.number, row.sent_back_at.toISOString()]))
}

/** @param from the states it may be in; 0: it was in none of them */
export const updatePayItem = async (tx: Tx, { listId, seq }: Pick<PayItem, 'listId' | 'seq'>, from: readonly ItemState[], state: ItemState, returnCode: string | null = null): Promise<number> =>
  (await tx`update pay_items set state = ${state}, return_code = ${returnCode} where list_id = ${listId} and seq = ${seq} and state = any(${[...from]}::text[])`).count

export type Objection = { id: string; listId: string; seq: number; personId: string; text: string; answer: string; state: 'open' | 'upheld' | 'dismissed'; madeAt: string; decidedBy: string | null; decidedAt: string | null }
type ObjectionRow = { id: string; list_id: string; seq: number; person_id: string; sealed: string; state: Objection['state']; made_at: Date; decided_by: string | null; decided_at: Date | null }

const toObjection = (row: ObjectionRow): Objection => ({
  id: row.id, listId: row.list_id, seq: row.seq, personId: row.person_id, ...openRow<Pick<Objection, 'text' | 'answer'>>(sealedTables.payObjections, row.id, row.sealed), state: row.state, madeAt: row.made_at.toISOString(),
  decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null,
})

const sealObjection = ({ id, text, answer }: Objection): string => sealRow(sealedTables.payObjections, id, { text, answer })

export const insertObjection = async (tx: Tx, one: Objection): Promise<void> => {
  await tx`insert into pay_objections (id, list_id, seq, person_id, sealed, state, made_at) values (${one.id}, ${one.listId}, ${one.seq}, ${one.personId}, ${sealObjection(one)}, ${one.state}, ${one.madeAt})`
}

/** The caller holds the list. */
export const updateObjection = async (tx: Tx, one: Objection): Promise<void> => {
  await tx`update pay_objections set state = ${one.state}, sealed = ${sealObjection(one)}, decided_by = ${one.decidedBy}, decided_at = ${one.decidedAt} where id = ${one.id}`
}

export const listObjections = async (read: Read, listId: string): Promise<Objection[]> => (await read<ObjectionRow[]>`select * from pay_objections where list_id = ${listId} order by made_at, id`).map(toObjection)

/** How often one person has objected: to this payment, on whatever list it stood, and to anything on this list. */
export const countObjectionsBy = async (read: Read, personId: string, { listId, seq }: Pick<PayItem, 'listId' | 'seq'>): Promise<{ toItem: number; toList: number }> =>
  only(await read<{ toItem: number; toList: number }[]>`
    select count(*) filter (where i.entitlement_id = (select entitlement_id from pay_items where list_id = ${listId} and seq = ${seq}))::int as "toItem", count(*) filter (where o.list_id = ${listId})::int as "toList"
    from pay_objections o join pay_items i on i.list_id = o.list_id and i.seq = o.seq where o.person_id = ${personId}`)

/** Which of these somebody objects to, on whatever list, and has not been answered. */
export const listObjectedIds = async (read: Read, entitlements: readonly string[]): Promise<string[]> =>
  (await read<{ id: string }[]>`
    select distinct i.entitlement_id as id from pay_items i join pay_objections o on o.list_id = i.list_id and o.seq = i.seq where i.entitlement_id = any(${[...entitlements]}::uuid[]) and o.state = 'open'`).map(({ id }) => id)
