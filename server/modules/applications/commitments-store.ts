// Storing what an applicant has signed in a draft: a commitment instead of a document, or the promise to hand it in later.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Texts } from '../../kernel/texts.ts'

/** `statement`: the words as they were shown. `dueDays`: working days within which a document is promised for later; null for a commitment. */
export type SignedCommitment = { evidence: string; statement: Texts; dueDays: number | null; signedAt: string }

type Row = { evidence: string; statement: Texts; due_days: number | null; signed_at: Date }

export const listCommitments = async (read: Read, applicationId: string): Promise<SignedCommitment[]> =>
  (await read<Row[]>`select evidence, statement, due_days, signed_at from application_commitments where application_id = ${applicationId} order by evidence`)
    .map(({ evidence, statement, due_days, signed_at }) => ({ evidence, statement, dueDays: due_days, signedAt: signed_at.toISOString() }))

/** Signs, or signs anew in other words or the other way. */
export const insertCommitment = async (tx: Tx, applicationId: string, personId: string, { evidence, statement, dueDays, signedAt }: SignedCommitment): Promise<void> => {
  await tx`
    insert into application_commitments (application_id, person_id, evidence, kind, statement, due_days, signed_at)
    values (${applicationId}, ${personId}, ${evidence}, ${dueDays === null ? 'commitment' : 'later'}, ${json(statement)}, ${dueDays}, ${signedAt})
    on conflict (application_id, evidence) do update set kind = excluded.kind, statement = excluded.statement, due_days = excluded.due_days, signed_at = excluded.signed_at`
}

/** Everything signed in a draft that was thrown away. */
export const deleteCommitmentsOf = async (tx: Tx, applicationId: string): Promise<void> => {
  await tx`delete from application_commitments where application_id = ${applicationId}`
}

export const deleteCommitment = async (tx: Tx, applicationId: string, evidence: string): Promise<void> => {
  await tx`delete from application_commitments where application_id = ${applicationId} and evidence = ${evidence}`
}
