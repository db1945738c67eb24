// Storing what conclusions are to become. Lists are small: designers work them off.
// Published answers are also in the search index; this table is where they come from.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Lesson } from './lesson.ts'

type Row = {
  id: string; hard_case_id: string; region: string; kind: Lesson['kind']; ask: string; answer: string; services: string[]; stage: Lesson['stage']; revision: number
  proposed_by: string; proposed_at: Date; decided_by: string | null; decided_at: Date | null; reason: string; design_id: string | null
}

const toLesson = (row: Row): Lesson => ({
  id: row.id, hardCaseId: row.hard_case_id, region: row.region, kind: row.kind, ask: row.ask, answer: row.answer, services: row.services, stage: row.stage, revision: row.revision,
  proposedBy: row.proposed_by, proposedAt: row.proposed_at.toISOString(), decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null, reason: row.reason, designId: row.design_id,
})

export const insertLesson = async (tx: Tx, one: Lesson): Promise<void> => {
  await tx`
    insert into lessons (id, hard_case_id, region, kind, ask, answer, services, stage, revision, proposed_by, proposed_at, decided_by, decided_at, reason, design_id)
    values (${one.id}, ${one.hardCaseId}, ${one.region}, ${one.kind}, ${one.ask}, ${one.answer}, ${one.services}, ${one.stage}, ${one.revision}, ${one.proposedBy}, ${one.proposedAt},
      ${one.decidedBy}, ${one.decidedAt}, ${one.reason}, ${one.designId})`
}

export const updateLesson = async (tx: Tx, one: Lesson): Promise<void> => {
  await tx`
    update lessons set ask = ${one.ask}, answer = ${one.answer}, services = ${one.services}, stage = ${one.stage}, revision = ${one.revision}, decided_by = ${one.decidedBy},
      decided_at = ${one.decidedAt}, reason = ${one.reason}, design_id = ${one.designId}
    where id = ${one.id}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getLessonForUpdate = async (tx: Tx, id: string): Promise<Lesson> => {
  const [row] = await tx<Row[]>`select * from lessons where id = ${id} for update`
  if (!row) throw new Refusal('not_found')
  return toLesson(row)
}

export const listLessonsOf = async (read: Read, hardCaseId: string): Promise<Lesson[]> =>
  (await read<Row[]>`select * from lessons where hard_case_id = ${hardCaseId} order by id`).map(toLesson)

export type LessonOfCase = Lesson & { number: string; title: string }

/** Those of these places, newest first; lines of the postings do not matter here. */
export const listLessons = async (read: Read, places: JurisdictionFilter, limit = 200): Promise<LessonOfCase[]> => {
  const rows = await read<(Row & { number: string; title: string })[]>`
    select l.*, h.number, h.title from lessons l join hard_cases h on h.id = l.hard_case_id where ${inJurisdiction(read, places, 'l.region', null)} order by l.id desc limit ${limit}`
  return rows.map((row) => ({ ...toLesson(row), number: row.number, title: row.title }))
}

/** A published answer, or undefined. */
export const findPublished = async (read: Read, id: string): Promise<Lesson | undefined> => {
  const [row] = await read<Row[]>`select * from lessons where id = ${id} and stage = 'published'`
  return row && toLesson(row)
}

/** Published answers that help with a service, in these regions. */
export const listPublishedFor = async (read: Read, service: string, regions: readonly string[], within: string): Promise<Lesson[]> =>
  (await read<Row[]>`
    select * from lessons where stage = 'published' and services @> array[${service}] and (region = any(${[...regions]}) or region like ${`${within}%`}) order by id desc limit 20`).map(toLesson)

/** All published answers, so that the index can be made again. */
export const listPublished = async (read: Read): Promise<Lesson[]> => (await read<Row[]>`select * from lessons where stage = 'published' order by id`).map(toLesson)
