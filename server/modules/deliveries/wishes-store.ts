// What applicants want done with their results, one row for each application.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Place, Wish } from './delivery.ts'

type Row = { application_id: string; person_id: string; choices: Wish['choices']; sealed: string | null; updated_at: Date }

const toWish = (row: Row): Wish => ({ applicationId: row.application_id, personId: row.person_id, choices: row.choices, receiver: row.sealed === null ? null : openRow<{ receiver: Place | null }>(sealedTables.deliveryWishes, row.application_id, row.sealed).receiver, updatedAt: row.updated_at.toISOString() })

export const findWish = async (read: Read, applicationId: string): Promise<Wish | undefined> => {
  const [row] = await read<Row[]>`select * from delivery_wishes where application_id = ${applicationId}`
  return row && toWish(row)
}

export const upsertWish = async (tx: Tx, { applicationId, personId, choices, receiver, updatedAt }: Wish): Promise<void> => {
  await tx`
    insert into delivery_wishes (application_id, person_id, choices, sealed, updated_at)
    values (${applicationId}, ${personId}, ${json(choices)}::jsonb, ${receiver && sealRow(sealedTables.deliveryWishes, applicationId, { receiver })}, ${updatedAt})
    on conflict (application_id) do update set choices = excluded.choices, sealed = excluded.sealed, updated_at = excluded.updated_at`
}
