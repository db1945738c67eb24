// Storing what an applicant has signed instead of a document.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Texts } from '../../kernel/texts.ts'

/** `statement`: the words as they were shown. */
export type SignedCommitment = { evidence: string; statement: Texts; signedAt: string }

type Row = { evidence: string; statement: Texts; signed_at: Date }

export const listCommitments = async (read: Read, applicationId: string): Promise<SignedCommitment[]> =>
  (await read<Row[]>`select evidence, statement, signed_at from application_commitments where application_id = ${applicationId} order by evidence`)
    .map(({ evidence, statement, signed_at }) => ({ evidence, statement, signedAt: signed_at.toISOString() }))

/** Signs, or signs anew in other words. */
export const insertCommitment = async (tx: Tx, applicationId: string, personId: string, { evidence, statement, signedAt }: SignedCommitment): Promise<void> => {
  await tx`
    insert into application_commitments (application_id, person_id, evidence, statement, signed_at) values (${applicationId}, ${personId}, ${evidence}, ${json(statement)}, ${signedAt})
    on conflict (application_id, evidence) do update set statement = excluded.statement, signed_at = excluded.signed_at`
}

/** Everything signed in a draft that was thrown away. */
export const deleteCommitmentsOf = async (tx: Tx, applicationId: string): Promise<void> => {
  await tx`delete from application_commitments where application_id = ${applicationId}`
}

export const deleteCommitment = async (tx: Tx, applicationId: string, evidence: string): Promise<void> => {
  await tx`delete from application_commitments where application_id = ${applicationId} and evidence = ${evidence}`
}
