// Storing what authorities are asked about hard cases, and their opinions.
// An opinion is written once; asking again is another row.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Law } from './hard-case.ts'
import type { Opinion } from './opinion.ts'

type Row = {
  id: string; hard_case_id: string; region: string; line: string; question: string; shared: boolean; due_on: string; asked_by: string; asked_at: Date; reminded_at: Date | null
  stance: Opinion['stance']; opinion: string; laws: Law[]; given_by: string; staff_id: string | null; given_at: Date | null
}

const toOpinion = (row: Row): Opinion => ({
  id: row.id, hardCaseId: row.hard_case_id, region: row.region, line: row.line, question: row.question, shared: row.shared, dueOn: row.due_on, askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(), remindedAt: row.reminded_at?.toISOString() ?? null, stance: row.stance, opinion: row.opinion, laws: row.laws, givenBy: row.given_by,
  staffId: row.staff_id, givenAt: row.given_at?.toISOString() ?? null,
})

export const insertOpinion = async (tx: Tx, one: Opinion): Promise<void> => {
  await tx`
    insert into hard_case_opinions (id, hard_case_id, region, line, question, shared, due_on, asked_by, asked_at, reminded_at, stance, opinion, laws, given_by, staff_id, given_at)
    values (${one.id}, ${one.hardCaseId}, ${one.region}, ${one.line}, ${one.question}, ${one.shared}, ${one.dueOn}, ${one.askedBy}, ${one.askedAt}, ${one.remindedAt},
      ${one.stance}, ${one.opinion}, ${json(one.laws)}, ${one.givenBy}, ${one.staffId}, ${one.givenAt})`
}

/** Stores what the authority said, and when it was reminded. */
export const updateOpinion = async (tx: Tx, one: Opinion): Promise<void> => {
  await tx`
    update hard_case_opinions set reminded_at = ${one.remindedAt}, stance = ${one.stance}, opinion = ${one.opinion}, laws = ${json(one.laws)}, given_by = ${one.givenBy},
      staff_id = ${one.staffId}, given_at = ${one.givenAt}
    where id = ${one.id}`
}

export const findOpinion = async (read: Read, id: string): Promise<Opinion | undefined> => {
  const [row] = await read<Row[]>`select * from hard_case_opinions where id = ${id}`
  return row && toOpinion(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getOpinionForUpdate = async (tx: Tx, id: string): Promise<Opinion> => {
  const [row] = await tx<Row[]>`select * from hard_case_opinions where id = ${id} for update`
  if (!row) throw new Refusal('not_found')
  return toOpinion(row)
}

export const listOpinionsOf = async (read: Read, hardCaseId: string): Promise<Opinion[]> =>
  (await read<Row[]>`select * from hard_case_opinions where hard_case_id = ${hardCaseId} order by asked_at, id`).map(toOpinion)

/** What the authorities of these places are asked and have not answered, most urgent first; with `given`, what they answered, newest first. */
export const listOpinionsFor = async (read: Read, places: JurisdictionFilter, { given, limit }: { given: boolean; limit: number }): Promise<(Opinion & { number: string; title: string; open: boolean })[]> => {
  const rows = await read<(Row & { number: string; title: string; open: boolean })[]>`
    select o.*, h.number, h.title, h.ended_at is null as open from hard_case_opinions o join hard_cases h on h.id = o.hard_case_id
    where ${inJurisdiction(read, places, 'o.region', 'o.line')} and ${given ? read`o.given_at is not null` : read`o.given_at is null and h.ended_at is null`}
    order by ${given ? read`o.given_at desc` : read`o.due_on`}, o.id limit ${limit}`
  return rows.map((row) => ({ ...toOpinion(row), number: row.number, title: row.title, open: row.open }))
}
