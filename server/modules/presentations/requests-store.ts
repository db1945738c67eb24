// What officials asked holders to show. A request is answered once.
import type { Read, Tx } from '../../kernel/db.ts'
import type { PresentationRequest } from './request.ts'

type Row = {
  id: string; staff_id: string; region: string; person_id: string | null; type: string; claims: string[]; purpose: string; legal_basis: string
  asked_at: Date; expires_at: Date; answered_at: Date | null; agreed: boolean | null; presentation_id: string | null
}

const toRequest = (row: Row): PresentationRequest => ({
  id: row.id, staffId: row.staff_id, region: row.region, personId: row.person_id, type: row.type, claims: row.claims, purpose: row.purpose, legalBasis: row.legal_basis,
  askedAt: row.asked_at.toISOString(), expiresAt: row.expires_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null, agreed: row.agreed, presentationId: row.presentation_id,
})

export const insertRequest = async (tx: Tx, digest: string, asked: PresentationRequest): Promise<void> => {
  await tx`
    insert into presentation_requests (id, digest, staff_id, region, person_id, type, claims, purpose, legal_basis, asked_at, expires_at)
    values (${asked.id}, ${digest}, ${asked.staffId}, ${asked.region}, ${asked.personId}, ${asked.type}, ${asked.claims}, ${asked.purpose}, ${asked.legalBasis}, ${asked.askedAt}, ${asked.expiresAt})`
}

export const findRequest = async (read: Read, id: string): Promise<PresentationRequest | undefined> => {
  const [row] = await read<Row[]>`select * from presentation_requests where id = ${id}`
  return row && toRequest(row)
}

export const findRequestByCode = async (read: Read, digest: string): Promise<PresentationRequest | undefined> => {
  const [row] = await read<Row[]>`select * from presentation_requests where digest = ${digest}`
  return row && toRequest(row)
}

/** Addressed to this person and open, the newest first. */
export const listRequestsTo = async (read: Read, personId: string, now: Date, most: number): Promise<PresentationRequest[]> =>
  (await read<Row[]>`select * from presentation_requests where person_id = ${personId} and answered_at is null and expires_at > ${now} order by asked_at desc limit ${most}`).map(toRequest)

/** Answers an open request; false when it was answered or ran out meanwhile, or is addressed to somebody else. */
export const updateAnswered = async (tx: Tx, id: string, personId: string, agreed: boolean, presentationId: string | null, at: Date): Promise<boolean> => {
  const answered = await tx`
    update presentation_requests set person_id = ${personId}, agreed = ${agreed}, presentation_id = ${presentationId}, answered_at = ${at}
    where id = ${id} and (person_id is null or person_id = ${personId}) and answered_at is null and expires_at > ${at} returning 1`
  return answered.length > 0
}
