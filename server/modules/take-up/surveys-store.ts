// Storing surveys of take-up and their counts. Counts are added page by page, together with how far the survey came; only finished ones are read.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Outcome } from '../benefits/index.ts'
import type { Group } from './standing.ts'

/** `policies`: digest of what it judges by; `after`: the last subject done. */
export type Survey = { id: string; region: string; year: number; on: string; state: 'running' | 'finished' | 'stopped'; policies: string; after: string | null; seen: number; begunBy: string; begunAt: string; endedAt: string | null }

type Row = { id: string; region: string; year: number; counted_on: string; state: Survey['state']; policies: string; after_subject: string | null; seen: number; begun_by: string; begun_at: Date; ended_at: Date | null }

const toSurvey = (row: Row): Survey => ({
  id: row.id, region: row.region, year: row.year, on: row.counted_on, state: row.state, policies: row.policies, after: row.after_subject, seen: row.seen, begunBy: row.begun_by, begunAt: row.begun_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** @throws Refusal conflict while another survey of the region goes on */
export const insertSurvey = async (tx: Tx, one: Survey): Promise<void> => {
  const rows = await tx`
    insert into take_up_surveys (id, region, year, counted_on, state, policies, begun_by, begun_at) values (${one.id}, ${one.region}, ${one.year}, ${one.on}, ${one.state}, ${one.policies}, ${one.begunBy}, ${one.begunAt})
    on conflict (region) where state = 'running' do nothing returning id`
  if (rows.length === 0) throw new Refusal('conflict')
}

/** Held until the transaction ends; undefined while another worker has it. */
export const findSurveyForUpdate = async (tx: Tx, id: string): Promise<Survey | undefined> => {
  const [row] = await tx<Row[]>`select * from take_up_surveys where id = ${id} for no key update skip locked`
  return row && toSurvey(row)
}

/** The caller holds the row. */
export const updateSurvey = async (tx: Tx, { id, state, after, seen, endedAt }: Survey): Promise<void> => {
  await tx`update take_up_surveys set state = ${state}, after_subject = ${after}, seen = ${seen}, ended_at = ${endedAt} where id = ${id}`
}

/** The newest of a region in such a state. */
export const findNewestSurvey = async (read: Read, region: string, state: Survey['state']): Promise<Survey | undefined> => {
  const [row] = await read<Row[]>`select * from take_up_surveys where region ~>=~ ${region} and region ~<=~ ${region} and state = ${state} order by begun_at desc limit 1`
  return row && toSurvey(row)
}

/** `squares`: of the days. */
export type Count = Group & { region: string; line: string; benefit: string; outcome: Outcome; people: number; fen: number; days: number; squares: number }
export type Gap = { region: string; line: string; benefit: string; fact: string; people: number }

/** Adds to what is counted already. Each key once in `counts`. */
export const upsertCounts = async (tx: Tx, survey: string, counts: readonly Count[]): Promise<void> => {
  const of = <Key extends keyof Count>(key: Key) => counts.map((each) => each[key])
  await tx`
    insert into take_up_counts (survey_id, region, line, benefit, district, age, sex, outcome, people, fen, days, squares)
    select ${survey}, * from unnest(${of('region')}::text[], ${of('line')}::text[], ${of('benefit')}::text[], ${of('district')}::text[], ${of('age')}::text[], ${of('sex')}::text[], ${of('outcome')}::text[],
      ${of('people')}::bigint[], ${of('fen')}::bigint[], ${of('days')}::bigint[], ${of('squares')}::bigint[])
    on conflict (survey_id, region, line, benefit, district, age, sex, outcome) do update set people = take_up_counts.people + excluded.people, fen = take_up_counts.fen + excluded.fen,
      days = take_up_counts.days + excluded.days, squares = take_up_counts.squares + excluded.squares`
}

export const upsertGaps = async (tx: Tx, survey: string, gaps: readonly Gap[]): Promise<void> => {
  const of = <Key extends keyof Gap>(key: Key) => gaps.map((each) => each[key])
  await tx`
    insert into take_up_gaps (survey_id, region, line, benefit, fact, people)
    select ${survey}, * from unnest(${of('region')}::text[], ${of('line')}::text[], ${of('benefit')}::text[], ${of('fact')}::text[], ${of('people')}::bigint[])
    on conflict (survey_id, region, line, benefit, fact) do update set people = take_up_gaps.people + excluded.people`
}

export const listCounts = async (read: Read, survey: string, jurisdiction: JurisdictionFilter): Promise<Count[]> =>
  read<Count[]>`
    select region, line, benefit, district, age, sex, outcome, people, fen, days, squares from take_up_counts where survey_id = ${survey} and ${inJurisdiction(read, jurisdiction)}
    order by benefit, district, age, sex, outcome`

export const listGaps = async (read: Read, survey: string, jurisdiction: JurisdictionFilter): Promise<Gap[]> =>
  read<Gap[]>`select region, line, benefit, fact, people from take_up_gaps where survey_id = ${survey} and ${inJurisdiction(read, jurisdiction)} order by benefit, people desc, fact`

/** Forgets surveys of a region but this and the one before it, and what they counted. */
export const deleteOldSurveys = async (tx: Tx, region: string, keep: number): Promise<void> => {
  const old = (await tx<{ id: string }[]>`select id from take_up_surveys where region ~>=~ ${region} and region ~<=~ ${region} and ended_at is not null order by begun_at desc offset ${keep} limit 50`).map(({ id }) => id)
  await tx`delete from take_up_counts where survey_id = any(${old}::uuid[])`
  await tx`delete from take_up_gaps where survey_id = any(${old}::uuid[])`
  await tx`delete from take_up_surveys where id = any(${old}::uuid[])`
}
