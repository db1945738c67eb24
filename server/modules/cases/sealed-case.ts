// What of a case lies encrypted in its row: its values, what was put right since, and the checks with the inputs they were made on.
// Opened as the row is read.
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Case, CaseCheck, CaseValue } from './case.ts'

/** Rows in which nothing was put right are kept without `corrections`. */
type Stated = { content: CaseValue[]; checks: CaseCheck[]; corrections?: CaseValue[] }

/** @param sealed the column of that name; null where nothing was stated */
export const openCase = (id: string, sealed: string | null): Required<Stated> => ({ corrections: [], ...(sealed === null ? { content: [], checks: [] } : openRow<Stated>(sealedTables.cases, id, sealed)) })

/** In the order of the cases. */
export const sealCases = (cases: readonly Case[]): string[] => cases.map(({ id, content, checks, corrections }) => sealRow(sealedTables.cases, id, { content, checks, ...(corrections.length > 0 ? { corrections } : {}) } satisfies Stated))
