// What of a case lies encrypted in its row: its values, and the checks with the inputs they were made on. Opened as the row is read.
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Case, CaseCheck, CaseValue } from './case.ts'

type Stated = { content: CaseValue[]; checks: CaseCheck[] }

/** @param sealed the column of that name; null where nothing was stated */
export const openCase = (id: string, sealed: string | null): Stated => (sealed === null ? { content: [], checks: [] } : openRow<Stated>(sealedTables.cases, id, sealed))

/** In the order of the cases. */
export const sealCases = (cases: readonly Case[]): string[] => cases.map(({ id, content, checks }) => sealRow(sealedTables.cases, id, { content, checks } satisfies Stated))
