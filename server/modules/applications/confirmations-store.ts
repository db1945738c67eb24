// Storing that an applicant agrees to what an official typed for them: one confirmation for an application, the latest.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Confirmation, Signature } from './confirmation.ts'

type Row = { application_id: string; person_id: string; content_digest: string; how: Confirmation['how']; signature: Signature | null; asked_at: Date; confirmed_at: Date | null }

const toConfirmation = (row: Row): Confirmation => ({
  applicationId: row.application_id, personId: row.person_id, contentDigest: row.content_digest, how: row.how, signature: row.signature,
  askedAt: row.asked_at.toISOString(), confirmedAt: row.confirmed_at?.toISOString() ?? null,
})

export const upsertConfirmation = async (tx: Tx, { applicationId, personId, contentDigest, how, signature, askedAt, confirmedAt }: Confirmation): Promise<void> => {
  await tx`
    insert into application_confirmations (application_id, person_id, content_digest, how, signature, asked_at, confirmed_at)
    values (${applicationId}, ${personId}, ${contentDigest}, ${how}, ${signature === null ? null : json(signature)}, ${askedAt}, ${confirmedAt})
    on conflict (application_id) do update set content_digest = excluded.content_digest, how = excluded.how, signature = excluded.signature,
      asked_at = excluded.asked_at, confirmed_at = excluded.confirmed_at`
}

export const findConfirmation = async (read: Read, applicationId: string): Promise<Confirmation | undefined> => {
  const [row] = await read<Row[]>`select * from application_confirmations where application_id = ${applicationId}`
  return row && toConfirmation(row)
}

/** Asked of a person on their phone since `since`, and not answered yet. */
export const listAsked = async (read: Read, personId: string, since: Date): Promise<Confirmation[]> =>
  (await read<Row[]>`
    select * from application_confirmations where person_id = ${personId} and confirmed_at is null and asked_at > ${since} order by asked_at desc limit 10`).map(toConfirmation)
