// Questions whether ratings count, and the evidence put to them.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Question, QuestionKind, Ruling } from './question.ts'

type Row = {
  rating_id: string; kind: QuestionKind; region: string; line: string; asked_by: string | null; grounds: string; asked_at: Date; verdict: Ruling | null; reasons: string | null; decided_by: string | null; decided_at: Date | null
}

const toQuestion = (row: Row): Question => ({
  ratingId: row.rating_id, kind: row.kind, region: row.region, line: row.line, askedBy: row.asked_by, grounds: row.grounds, askedAt: row.asked_at.toISOString(),
  verdict: row.verdict, reasons: row.reasons, decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null,
})

/** False when it has been asked before. */
export const insertQuestion = async (tx: Tx, one: Pick<Question, 'ratingId' | 'kind' | 'region' | 'line' | 'askedBy' | 'grounds' | 'askedAt'>): Promise<boolean> =>
  (await tx`
    insert into rating_questions (rating_id, kind, region, line, asked_by, grounds, asked_at)
    values (${one.ratingId}, ${one.kind}, ${one.region}, ${one.line}, ${one.askedBy}, ${one.grounds}, ${one.askedAt}) on conflict do nothing returning 1`).length > 0

/** Of these ratings, in the order they were asked. */
export const listQuestionsOf = async (read: Read, ratingIds: readonly string[]): Promise<Question[]> =>
  ratingIds.length === 0 ? [] : (await read<Row[]>`select * from rating_questions where rating_id = any(${[...ratingIds]}::uuid[]) order by asked_at, kind`).map(toQuestion)

/** Of one rating, held until the transaction ends. */
export const listQuestionsForUpdate = async (tx: Tx, ratingId: string): Promise<Question[]> =>
  (await tx<Row[]>`select * from rating_questions where rating_id = ${ratingId} order by kind for no key update`).map(toQuestion)

/** Not decided yet, the oldest first. */
export const listOpenQuestions = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<Question[]> =>
  (await read<Row[]>`select * from rating_questions where verdict is null and ${inJurisdiction(read, jurisdiction)} order by asked_at, rating_id limit ${limit}`).map(toQuestion)

export const updateRuling = async (tx: Tx, { ratingId, kind, verdict, reasons, decidedBy, decidedAt }: Pick<Question, 'ratingId' | 'kind' | 'verdict' | 'reasons' | 'decidedBy' | 'decidedAt'>): Promise<void> => {
  await tx`update rating_questions set verdict = ${verdict}, reasons = ${reasons}, decided_by = ${decidedBy}, decided_at = ${decidedAt} where rating_id = ${ratingId} and kind = ${kind}`
}

export type RatingFile = { id: string; ratingId: string; region: string; staffId: string; digest: string; name: string; size: number; type: string; addedAt: string }

type FileRow = { id: string; rating_id: string; region: string; staff_id: string; digest: string; name: string; size: number; type: string; added_at: Date }

export const insertRatingFile = async (tx: Tx, file: RatingFile): Promise<void> => {
  await tx`
    insert into rating_files (id, rating_id, region, staff_id, digest, name, size, type, added_at)
    values (${file.id}, ${file.ratingId}, ${file.region}, ${file.staffId}, ${file.digest}, ${file.name}, ${file.size}, ${file.type}, ${file.addedAt})`
}

/** In the order they were added. */
export const listRatingFiles = async (read: Read, ratingId: string): Promise<RatingFile[]> =>
  (await read<FileRow[]>`select * from rating_files where rating_id = ${ratingId} order by added_at, id`).map((row) => ({
    id: row.id, ratingId: row.rating_id, region: row.region, staffId: row.staff_id, digest: row.digest, name: row.name, size: row.size, type: row.type, addedAt: row.added_at.toISOString(),
  }))
