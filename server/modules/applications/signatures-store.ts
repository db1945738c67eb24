// Storing what an applicant signed: the digest, the installation's signature over it, and the PDF once it was opened.
import type { Read, Tx } from '../../kernel/db.ts'

/** `signature`: JWS over digest, number and time of handing in; `token`: timestamp (RFC 3161, base64url) of it; `file`: digest of the PDF. */
export type ApplicationSignature = { applicationId: string; personId: string; digest: string; signature: string; token: string | null; signedAt: string; file: string }

type Row = { application_id: string; person_id: string; digest: string; signature: string; token: string | null; signed_at: Date; file: string }

export const findSignature = async (read: Read, applicationId: string): Promise<ApplicationSignature | undefined> => {
  const [row] = await read<Row[]>`select * from application_signatures where application_id = ${applicationId}`
  return row && { applicationId: row.application_id, personId: row.person_id, digest: row.digest, signature: row.signature, token: row.token, signedAt: row.signed_at.toISOString(), file: row.file }
}

/** Of two at once the first counts. */
export const insertSignature = async (tx: Tx, { applicationId, personId, digest, signature, token, signedAt, file }: ApplicationSignature): Promise<void> => {
  await tx`
    insert into application_signatures (application_id, person_id, digest, signature, token, signed_at, file)
    values (${applicationId}, ${personId}, ${digest}, ${signature}, ${token}, ${signedAt}, ${file}) on conflict (application_id) do nothing`
}
