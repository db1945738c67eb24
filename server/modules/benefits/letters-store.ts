// Storing letters and what visits found. One letter each for what somebody is due, however often it is printed.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Letter, VisitOutcome } from './letter.ts'

type Row = { entitlement_id: string; code: string; region: string; line: string; made_by: string; made_at: Date; outcome: VisitOutcome | null; sealed: string; noted_by: string | null; noted_at: Date | null }

const toLetter = (row: Row): Letter => ({
  entitlementId: row.entitlement_id, code: row.code, region: row.region, line: row.line, madeBy: row.made_by, madeAt: row.made_at.toISOString(), outcome: row.outcome,
  note: openRow<Pick<Letter, 'note'>>(sealedTables.benefitLetters, row.entitlement_id, row.sealed).note, notedBy: row.noted_by, notedAt: row.noted_at?.toISOString() ?? null,
})

const seal = ({ entitlementId, note }: Letter): string => sealRow(sealedTables.benefitLetters, entitlementId, { note })

/** Whoever has a letter already keeps it, with its code. @returns how many were written */
export const insertLetters = async (tx: Tx, letters: readonly Letter[]): Promise<number> => {
  let written = 0
  for (const one of letters) {
    const { count } = await tx`
      insert into benefit_letters (entitlement_id, code, region, line, made_by, made_at, sealed) values (${one.entitlementId}, ${one.code}, ${one.region}, ${one.line}, ${one.madeBy}, ${one.madeAt}, ${seal(one)})
      on conflict do nothing`
    written += count
  }
  return written
}

/** Letters written together, newest first; only of those who are still to be told. `writtenAt`: an instant. */
export const listLetterBatches = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<{ writtenAt: string; letters: number }[]> =>
  (await read<{ made_at: Date; letters: number }[]>`
    select made_at, count(*)::int as letters from benefit_letters where ${inJurisdiction(read, jurisdiction)} and exists (select 1 from benefit_entitlements e where e.id = entitlement_id and e.state = 'found')
    group by made_at order by made_at desc limit ${limit}`).map(({ made_at: at, letters }) => ({ writtenAt: at.toISOString(), letters }))

export const listLettersOf = async (read: Read, entitlements: readonly string[]): Promise<Letter[]> =>
  (await read<Row[]>`select * from benefit_letters where entitlement_id = any(${[...entitlements]}::uuid[])`).map(toLetter)

export const findLetterByCode = async (read: Read, code: string): Promise<Letter | undefined> => {
  const [row] = await read<Row[]>`select * from benefit_letters where code = ${code}`
  return row && toLetter(row)
}

/** The caller holds the entitlement. False: there is no letter. */
export const updateLetterNoted = async (tx: Tx, one: Letter): Promise<boolean> =>
  (await tx`
    update benefit_letters set outcome = ${one.outcome}, sealed = ${seal(one)}, noted_by = ${one.notedBy}, noted_at = ${one.notedAt} where entitlement_id = ${one.entitlementId}`).count > 0
