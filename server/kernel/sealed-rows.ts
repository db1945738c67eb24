// Sealing rows anew, a step at a time: each step is a short transaction, may be broken off anywhere and be repeated, and works beside
// the running product. For what earlier versions left unsealed, and after a new key was made.
import type { Database } from './db.ts'
import { isUnderPresentKey, openRow, sealRow, type SealedTable } from './field-encryption.ts'
import { updateRefusals, listRows, updateSealed } from './sealed-rows-store.ts'

/** `next`: where the following step begins; absent at the end of the table. `missed`: changed by somebody else meanwhile, who sealed them. */
export type SealingStep = { seen: number; sealed: number; missed: number; next?: string[] }

export type SealingOptions = { after?: readonly string[] | undefined; limit?: number; /** also rows that are never changed: for the owner of the tables */ frozen?: boolean }

/** Seals the rows that are not under the present key of their class, among the next `limit`. */
export const sealSomeRows = (db: Database, table: SealedTable, { after, limit = 500, frozen = false }: SealingOptions = {}): Promise<SealingStep> =>
  db.transaction(async (tx) => {
    const rows = await listRows(tx, table, after, limit)
    const due = rows.filter(({ sealed }) => sealed === null || !isUnderPresentKey(table, sealed))
    if (frozen && due.length > 0) await updateRefusals(tx, table.table, true)
    const written = []
    for (const row of due) {
      const name = row.key.join(' ')
      written.push(await updateSealed(tx, table, row, sealRow(table, name, row.sealed === null ? row.parts : openRow(table, name, row.sealed))))
    }
    if (frozen && due.length > 0) await updateRefusals(tx, table.table, false)
    const last = rows.length < limit ? undefined : rows.at(-1)?.key
    return { seen: rows.length, sealed: written.filter(Boolean).length, missed: written.filter((done) => !done).length, ...(last ? { next: last } : {}) }
  })

/** Steps until the end of the table; tells after each. */
export const sealAllRows = async (db: Database, table: SealedTable, options: Omit<SealingOptions, 'after'> & { told?: (step: SealingStep) => void } = {}): Promise<number> => {
  let sealed = 0
  for (let step: SealingStep | undefined = { seen: 0, sealed: 0, missed: 0, next: [] }; step?.next; ) {
    step = await sealSomeRows(db, table, { ...options, after: step.next.length > 0 ? step.next : undefined })
    sealed += step.sealed
    options.told?.(step)
  }
  return sealed
}
