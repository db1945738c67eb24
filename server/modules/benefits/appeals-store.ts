// Storing appeals. One stands open at a time for each entitlement; the index refuses more.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Appeal, AppealState } from './appeal.ts'

type Row = { id: string; entitlement_id: string; person_id: string; level: 1 | 2; region: string; line: string; state: AppealState; sealed: string; made_at: Date; decided_by: string | null; decided_at: Date | null }

const toAppeal = (row: Row): Appeal => ({
  id: row.id, entitlementId: row.entitlement_id, personId: row.person_id, level: row.level, region: row.region, line: row.line, state: row.state, ...openRow<Pick<Appeal, 'text' | 'answer'>>(sealedTables.benefitAppeals, row.id, row.sealed),
  madeAt: row.made_at.toISOString(), decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null,
})

const seal = ({ id, text, answer }: Appeal): string => sealRow(sealedTables.benefitAppeals, id, { text, answer })

/** The caller holds the entitlement. */
export const insertAppeal = async (tx: Tx, one: Appeal): Promise<void> => {
  await tx`
    insert into benefit_appeals (id, entitlement_id, person_id, level, region, line, state, sealed, made_at)
    values (${one.id}, ${one.entitlementId}, ${one.personId}, ${one.level}, ${one.region}, ${one.line}, ${one.state}, ${seal(one)}, ${one.madeAt})`
}

/** The caller holds the row. */
export const updateAppeal = async (tx: Tx, one: Appeal): Promise<void> => {
  await tx`update benefit_appeals set state = ${one.state}, sealed = ${seal(one)}, decided_by = ${one.decidedBy}, decided_at = ${one.decidedAt} where id = ${one.id}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getAppealForUpdate = async (tx: Tx, id: string): Promise<Appeal> => {
  const [row] = await tx<Row[]>`select * from benefit_appeals where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toAppeal(row)
}

/** Of these entitlements, newest first. */
export const listAppealsOf = async (read: Read, entitlements: readonly string[]): Promise<Appeal[]> =>
  (await read<Row[]>`select * from benefit_appeals where entitlement_id = any(${[...entitlements]}::uuid[]) order by made_at desc, level desc`).map(toAppeal)

/** Those of a jurisdiction that wait for an answer, the longest waiting first. */
export const listOpenAppeals = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<Appeal[]> =>
  (await read<Row[]>`select * from benefit_appeals where state = 'open' and ${inJurisdiction(read, jurisdiction)} order by made_at, id limit ${limit}`).map(toAppeal)
