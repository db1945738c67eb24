// Storing which photos, recordings and documents belong to a request; the bytes are in the file store.
import type { Read, Tx } from '../../kernel/db.ts'
import type { CitizenRequest, RequestFile } from './request-record.ts'

type Row = { id: string; answer_id: string | null; digest: string; name: string; size: number; type: string; added_by: string; added_at: Date }

export const insertRequestFile = async (tx: Tx, { id, region }: Pick<CitizenRequest, 'id' | 'region'>, file: RequestFile): Promise<void> => {
  await tx`
    insert into request_files (id, request_id, answer_id, region, digest, name, size, type, added_by, added_at)
    values (${file.id}, ${id}, ${file.answerId}, ${region}, ${file.digest}, ${file.name}, ${file.size}, ${file.type}, ${file.addedBy}, ${file.addedAt})`
}

/** Files that belong to no answer yet, or to one that was sent back, belong to this one. @param addedBy the mark of the unit @param since when the unit got it (instant); files of one that had it before stay behind */
export const updateAnswerOfFiles = async (tx: Tx, requestId: string, { answerId, addedBy, since }: { answerId: string; addedBy: string; since: string }): Promise<void> => {
  await tx`
    update request_files set answer_id = ${answerId}
    where request_id = ${requestId} and added_by = ${addedBy} and added_at >= ${since} and (answer_id is null or answer_id in (select id from request_answers where request_id = ${requestId} and released_at is null))`
}

export const listRequestFiles = async (read: Read, id: string): Promise<RequestFile[]> =>
  (await read<Row[]>`select * from request_files where request_id = ${id} order by added_at, id`).map((row) => ({
    id: row.id, answerId: row.answer_id, digest: row.digest, name: row.name, size: row.size, type: row.type, addedBy: row.added_by, addedAt: row.added_at.toISOString(),
  }))
