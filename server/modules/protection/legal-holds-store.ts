// Storing of whom nothing is erased for the time being. There are few of them, so they are read as a whole.
import type { Read, Tx } from '../../kernel/db.ts'

/** `placedBy`: who operates the installation, as they named themselves. */
export type LegalHold = { id: string; personId: string; reason: string; placedBy: string; placedAt: string; liftedBy: string | null; liftedAt: string | null }

type Row = { id: string; person_id: string; reason: string; placed_by: string; placed_at: Date; lifted_by: string | null; lifted_at: Date | null }

/** Those in force. */
export const listHolds = async (read: Read): Promise<LegalHold[]> =>
  (await read<Row[]>`select * from legal_holds where lifted_at is null order by person_id`).map((row) => ({
    id: row.id, personId: row.person_id, reason: row.reason, placedBy: row.placed_by, placedAt: row.placed_at.toISOString(), liftedBy: row.lifted_by, liftedAt: row.lifted_at?.toISOString() ?? null,
  }))

export const hasHold = async (read: Read, personId: string): Promise<boolean> => (await read`select 1 from legal_holds where person_id = ${personId} and lifted_at is null limit 1`).length > 0

export const insertHold = async (tx: Tx, { id, personId, reason, placedBy, placedAt }: LegalHold): Promise<void> => {
  await tx`insert into legal_holds (id, person_id, reason, placed_by, placed_at) values (${id}, ${personId}, ${reason}, ${placedBy}, ${placedAt})`
}

/** Whether one was in force. */
export const updateHoldLifted = async (tx: Tx, personId: string, liftedBy: string, at: Date): Promise<boolean> =>
  (await tx`update legal_holds set lifted_by = ${liftedBy}, lifted_at = ${at} where person_id = ${personId} and lifted_at is null`).count > 0
