// Storing cases. Writes are set-wise: one statement for all cases of an application.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, json, list, only, shared, type Read, type Tx } from '../../kernel/db.ts'
import { isHumanNumber } from '../../kernel/ids.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Case, CaseEvidence, CaseState, Span } from './case.ts'
import { untouched, type Course } from './course.ts'
import { openCase, sealCases } from './sealed-case.ts'

type CaseRow = {
  id: string; number: string; application_id: string; person_id: string; applicant: string; matter: string; service: string; line: string
  region: string; state: CaseState; revision: number; depends_on: string[]; automatic: boolean; sealed: string | null; evidence: CaseEvidence[]
  assignee_id: string | null; limit_days: number; promised_days: number; used_days: number
  clock_from: string | null; due_on: string | null; promised_on: string | null; created_at: Date; updated_at: Date; ended_at: Date | null
  catalogue_digest: string | null; uncounted: Span[]; same_event_case_id: string | null; course: Course | null
}

const toCase = (row: CaseRow): Case => ({
  id: row.id, number: row.number, applicationId: row.application_id, personId: row.person_id, applicant: row.applicant, matter: row.matter,
  service: row.service, line: row.line, region: row.region, state: row.state, revision: row.revision, dependsOn: row.depends_on,
  automatic: row.automatic, ...openCase(row.id, row.sealed), evidence: row.evidence, assigneeId: row.assignee_id,
  limitDays: row.limit_days, promisedDays: row.promised_days, usedDays: row.used_days, clockFrom: row.clock_from, dueOn: row.due_on,
  promisedOn: row.promised_on, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null, catalogueDigest: row.catalogue_digest, uncounted: row.uncounted, sameEventCaseId: row.same_event_case_id,
  // What was kept before a part of it existed has nothing of that part.
  course: row.course === null ? untouched : { ...untouched, ...row.course },
})

/** Takes numbers from the sequence that human-readable numbers are made of. */
export const takeSequence = async (tx: Tx, count: number): Promise<number[]> => {
  if (count === 0) return []
  const rows = await tx<{ value: number }[]>`select nextval('human_numbers') as value from generate_series(1, ${count})`
  return rows.map((row) => row.value)
}

const coursesOf = (cases: readonly Case[]): string => list(cases.map(({ course }) => (course === untouched ? null : json(course))))

/** Cases opened together, all of one application. */
export const insertCases = async (tx: Tx, cases: readonly Case[]): Promise<void> => {
  const dependsOn = list(cases.map((one) => one.dependsOn.join(' ')))
  await tx`
    insert into cases (id, number, application_id, person_id, applicant, matter, created_at, updated_at, service, line, region, state, revision, depends_on, automatic, sealed,
      evidence, assignee_id, limit_days, promised_days, used_days, clock_from, due_on, promised_on, ended_at, catalogue_digest, uncounted, same_event_case_id, course)
    select id, number, ${shared(cases, 'applicationId')}::uuid, ${shared(cases, 'personId')}::uuid, ${shared(cases, 'applicant')}, ${shared(cases, 'matter')}, ${shared(cases, 'createdAt')}::timestamptz,
      ${shared(cases, 'updatedAt')}::timestamptz, service, line, region, state, revision, string_to_array(depends_on, ' '), automatic::boolean, sealed,
      evidence, assignee_id, limit_days, promised_days, used_days, clock_from, due_on, promised_on, ended_at, catalogue_digest, uncounted, same_event_case_id, course
    from unnest(
      ${column(cases, 'id')}::uuid[], ${column(cases, 'number')}::text[], ${column(cases, 'service')}::text[], ${column(cases, 'line')}::text[],
      ${column(cases, 'region')}::text[], ${column(cases, 'state')}::text[], ${column(cases, 'revision')}::int[], ${dependsOn}::text[],
      ${column(cases, 'automatic')}::text[], ${list(sealCases(cases))}::text[], ${column(cases, 'evidence')}::jsonb[],
      ${column(cases, 'assigneeId')}::uuid[], ${column(cases, 'limitDays')}::int[], ${column(cases, 'promisedDays')}::int[], ${column(cases, 'usedDays')}::int[],
      ${column(cases, 'clockFrom')}::date[], ${column(cases, 'dueOn')}::date[], ${column(cases, 'promisedOn')}::date[], ${column(cases, 'endedAt')}::timestamptz[],
      ${column(cases, 'catalogueDigest')}::text[], ${column(cases, 'uncounted')}::jsonb[], ${column(cases, 'sameEventCaseId')}::uuid[], ${coursesOf(cases)}::jsonb[])
      as opened(id, number, service, line, region, state, revision, depends_on, automatic, sealed,
        evidence, assignee_id, limit_days, promised_days, used_days, clock_from, due_on, promised_on, ended_at, catalogue_digest, uncounted, same_event_case_id, course)`
}

/** Stores what changes in a case's life. The caller holds the rows (`listCasesForUpdate`). */
export const updateCases = async (tx: Tx, cases: readonly Case[]): Promise<void> => {
  if (cases.length === 0) return
  await tx`
    update cases set state = new.state, revision = new.revision, sealed = new.sealed, evidence = new.evidence,
      assignee_id = new.assignee_id, limit_days = new.limit_days, promised_days = new.promised_days, course = new.course, used_days = new.used_days, uncounted = new.uncounted, clock_from = new.clock_from, due_on = new.due_on,
      promised_on = new.promised_on, updated_at = new.updated_at, ended_at = new.ended_at
    from unnest(
      ${column(cases, 'id')}::uuid[], ${column(cases, 'state')}::text[], ${column(cases, 'revision')}::int[], ${list(sealCases(cases))}::text[],
      ${column(cases, 'evidence')}::jsonb[], ${column(cases, 'assigneeId')}::uuid[], ${column(cases, 'limitDays')}::int[],
      ${column(cases, 'promisedDays')}::int[], ${coursesOf(cases)}::jsonb[], ${column(cases, 'usedDays')}::int[], ${column(cases, 'uncounted')}::jsonb[], ${column(cases, 'clockFrom')}::date[], ${column(cases, 'dueOn')}::date[], ${column(cases, 'promisedOn')}::date[], ${column(cases, 'updatedAt')}::timestamptz[],
      ${column(cases, 'endedAt')}::timestamptz[])
      as new(id, state, revision, sealed, evidence, assignee_id, limit_days, promised_days, course, used_days, uncounted, clock_from, due_on, promised_on, updated_at, ended_at)
    where cases.id = new.id`
}

export const findCase = async (read: Read, id: string): Promise<Case | undefined> => {
  const [row] = await read<CaseRow[]>`select * from cases where id = ${id}`
  return row && toCase(row)
}

export const listCasesWithIds = async (read: Read, ids: readonly string[]): Promise<Case[]> =>
  ids.length === 0 ? [] : (await read<CaseRow[]>`select * from cases where id = any(${[...ids]}::uuid[])`).map(toCase)

export const listCasesOf = async (read: Read, applicationId: string): Promise<Case[]> =>
  (await read<CaseRow[]>`select * from cases where application_id = ${applicationId} order by created_at, number`).map(toCase)

export const listCasesOfMany = async (read: Read, applicationIds: readonly string[]): Promise<Case[]> =>
  applicationIds.length === 0 ? [] : (await read<CaseRow[]>`select * from cases where application_id = any(${[...applicationIds]}::uuid[]) order by number`).map(toCase)

/** All cases of an application, held until the transaction ends; always locked in the same order. Rows that refer to them can still be added. */
export const listCasesForUpdate = async (tx: Tx, applicationId: string): Promise<Case[]> =>
  (await tx<CaseRow[]>`select * from cases where application_id = ${applicationId} order by id for no key update`).map(toCase)

/** Whether any case of a person has this document, also one opened later that took it over. */
export const hasCaseWithFile = async (read: Read, personId: string, fileId: string): Promise<boolean> =>
  (await read`
    select 1 from applications join cases on cases.application_id = applications.id
    where applications.person_id = ${personId} and cases.evidence @> ${json([{ files: [{ id: fileId }] }])}::jsonb limit 1`).length > 0

/** Some cases whose clock runs towards a day nobody knew when it was started; ids after `after`. Held until the transaction ends. */
export const listCasesWithoutDayForUpdate = async (tx: Tx, after: string, limit: number): Promise<Case[]> =>
  (await tx<CaseRow[]>`
    select * from cases where ended_at is null and clock_from is not null and (promised_on is null or due_on is null) and id > ${after}
    order by id limit ${limit} for no key update`).map(toCase)

/** Some open cases of a region whose clock runs across any of the days from `first` to `last`; ids after `after`. Held until the transaction ends. */
export const listCasesAcrossForUpdate = async (tx: Tx, { regionPrefix, first, last, after, limit }: { regionPrefix: string; first: string; last: string; after: string; limit: number }): Promise<Case[]> =>
  (await tx<CaseRow[]>`
    select * from cases where ended_at is null and state <> 'waiting' and clock_from <= ${last} and greatest(promised_on, due_on) >= ${first}
      and region ~>=~ ${regionPrefix} and region ~<~ ${`${regionPrefix}~`} and id > ${after}
    order by id limit ${limit} for no key update`).map(toCase)

/** Some applications nobody has said anything about since `before`, the longest waiting first; `after`: the last of the page before. */
export const listCasesUnanswered = async (read: Read, before: string, after: { clockFrom: string; id: string }, limit: number): Promise<Case[]> =>
  (await read<CaseRow[]>`
    select * from cases where state = 'submitted' and clock_from is not null and clock_from < ${before} and (clock_from, id) > (${after.clockFrom}::date, ${after.id}::uuid)
    order by clock_from, id limit ${limit}`).map(toCase)

/** What watching over deadlines needs of a case. */
export type RunningCase = Pick<Case, 'id' | 'number' | 'personId' | 'service' | 'line' | 'region' | 'assigneeId' | 'clockFrom' | 'promisedDays' | 'usedDays' | 'catalogueDigest'> & { promisedOn: string }

type RunningRow = Pick<CaseRow, 'id' | 'number' | 'person_id' | 'service' | 'line' | 'region' | 'assignee_id' | 'clock_from' | 'promised_days' | 'used_days' | 'catalogue_digest'> & { promised_on: string }

/** Cases whose clock runs and that were promised for a day from `from` (all earlier ones when absent) to `until`, in that order; those after `after`. */
export const listRunningCases = async (read: Read, { from, until, after, limit }: { from?: string; until: string; after?: { promisedOn: string; id: string }; limit: number }): Promise<RunningCase[]> => {
  const rows = await read<RunningRow[]>`
    select id, number, person_id, service, line, region, assignee_id, clock_from, promised_on, promised_days, used_days, catalogue_digest from cases
    where ended_at is null and state <> 'waiting' and ${urgentOn(read)} <= ${until} ${from ? read`and ${urgentOn(read)} >= ${from}` : read``}
      ${after ? read`and (${urgentOn(read)}, id) > (${after.promisedOn}::date, ${after.id}::uuid)` : read``}
    order by ${urgentOn(read)}, id limit ${limit}`
  return rows.map((row) => ({
    id: row.id, number: row.number, personId: row.person_id, service: row.service, line: row.line, region: row.region, assigneeId: row.assignee_id, clockFrom: row.clock_from,
    promisedOn: row.promised_on, promisedDays: row.promised_days, usedDays: row.used_days, catalogueDigest: row.catalogue_digest,
  }))
}

/** `any` is not limited to open cases: for finding one by its number or its applicant. */
export type QueueView = 'mine' | 'unclaimed' | 'dueSoon' | 'supplement' | 'all' | 'overdue' | 'any'

export type QueueFilter = {
  jurisdiction: JurisdictionFilter
  view: QueueView
  staffId: string
  today: string
  /** promised dates up to this day count as due soon */
  soonOn: string
  text?: string
  matter?: string
  line?: string
  region?: string
  service?: string
  state?: CaseState
  /** id of an official, or 'nobody' */
  holder?: string
  /** handed in from this day on, up to and including that one */
  from?: string
  until?: string
  /** promised up to this day */
  promisedBy?: string
  /** id of the last case of the page before */
  after?: string
  limit: number
}

const inView = (read: Read, { view, staffId, today, soonOn }: Pick<QueueFilter, 'view' | 'staffId' | 'today' | 'soonOn'>) => {
  if (view === 'mine') return read`and assignee_id = ${staffId}`
  if (view === 'unclaimed') return read`and assignee_id is null and state in ('submitted', 'accepted')`
  if (view === 'dueSoon') return read`and clock_from is not null and promised_on <= ${soonOn}`
  if (view === 'supplement') return read`and state = 'supplement'`
  if (view === 'overdue') return read`and clock_from is not null and promised_on < ${today}`
  return read``
}

/** The promised day while the clock runs, else after all days: the very expression of the indexes. */
const urgentOn = (read: Read) => read`case when clock_from is null then '9999-12-31'::date else coalesce(promised_on, '9999-12-31'::date) end`

/** Where the next page begins: after this case, by urgency or, in the view of all cases, by age. */
const following = (read: Read, view: QueueView, after: string | undefined) => {
  if (after === undefined) return read``
  if (view === 'any') return read`and id < ${after}`
  return read`and (${urgentOn(read)}, id) > (select ${urgentOn(read)}, id from cases where id = ${after})`
}

/** A whole number is looked up; a part of one, or of a name, is searched for. */
const saying = (read: Read, text: string) => {
  if (isHumanNumber(text)) return read`and number = ${text}`
  const pattern = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`
  return read`and (number like ${pattern} or applicant like ${pattern})`
}

/** The rest of what one may narrow the queue by. Days are days in China. */
const narrowed = (read: Read, { service, state, holder, from, until, promisedBy }: QueueFilter) => read`
  ${service ? read`and service = ${service}` : read``}
  ${state ? read`and state = ${state}` : read``}
  ${holder === undefined ? read`` : holder === 'nobody' ? read`and assignee_id is null` : read`and assignee_id = ${holder}`}
  ${from ? read`and created_at >= (${from}::timestamp at time zone 'Asia/Shanghai')` : read``}
  ${until ? read`and created_at < (${until}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'` : read``}
  ${promisedBy ? read`and clock_from is not null and promised_on <= ${promisedBy}` : read``}`

/** Open cases of a jurisdiction, most urgent first; in the view of all cases newest first. */
export const listQueue = async (read: Read, filter: QueueFilter): Promise<Case[]> => {
  const { view, text, matter, line, region, after } = filter
  const rows = await read<CaseRow[]>`
    select * from cases
    where ${view === 'any' ? read`true` : read`ended_at is null and state <> 'waiting'`} and ${inJurisdiction(read, filter.jurisdiction)} ${inView(read, filter)}
      ${text ? saying(read, text) : read``}
      ${matter ? read`and matter = ${matter}` : read``}
      ${line ? read`and line = ${line}` : read``}
      ${region ? read`and region = ${region}` : read``}
      ${narrowed(read, filter)}
      ${following(read, view, after)}
    order by ${view === 'any' ? read`id desc` : read`${urgentOn(read)}, id`} limit ${filter.limit}`
  return rows.map(toCase)
}

export type QueueCounts = Record<Exclude<QueueView, 'any'>, number> & { dueToday: number }

export const countQueue = async (read: Read, filter: Pick<QueueFilter, 'jurisdiction' | 'staffId' | 'today' | 'soonOn'>): Promise<QueueCounts> => {
  return only(await read<QueueCounts[]>`
    select count(*)::int as all,
      count(*) filter (where assignee_id = ${filter.staffId})::int as mine,
      count(*) filter (where assignee_id is null and state in ('submitted', 'accepted'))::int as unclaimed,
      count(*) filter (where clock_from is not null and promised_on <= ${filter.soonOn})::int as "dueSoon",
      count(*) filter (where clock_from is not null and promised_on = ${filter.today})::int as "dueToday",
      count(*) filter (where state = 'supplement')::int as supplement,
      count(*) filter (where clock_from is not null and promised_on < ${filter.today})::int as overdue
    from cases where ended_at is null and state <> 'waiting' and ${inJurisdiction(read, filter.jurisdiction)}`)
}

/** Open cases of one authority; `oldestDue` is its earliest promised day that has passed. */
export type AuthorityCounts = { line: string; region: string; open: number; soon: number; late: number; supplement: number; unknown: number; oldestDue: string | null }

/** Open cases by authority, those with most late ones first. */
export const listAuthorityCounts = async (read: Read, { jurisdiction, today, soonOn }: Pick<QueueFilter, 'jurisdiction' | 'today' | 'soonOn'>): Promise<AuthorityCounts[]> =>
  read<AuthorityCounts[]>`
    select line, region, count(*)::int as open,
      count(*) filter (where clock_from is not null and promised_on >= ${today} and promised_on <= ${soonOn})::int as soon,
      count(*) filter (where clock_from is not null and promised_on < ${today})::int as late,
      count(*) filter (where state = 'supplement')::int as supplement,
      count(*) filter (where clock_from is not null and promised_on is null)::int as unknown,
      min(promised_on) filter (where clock_from is not null and promised_on < ${today}) as "oldestDue"
    from cases where ended_at is null and state <> 'waiting' and ${inJurisdiction(read, jurisdiction)}
    group by line, region order by late desc, soon desc, region, line`

/** Open cases; `late` are those whose promised day has passed while their clock runs. */
export type Backlog = { open: number; late: number }

/** The work of all authorities together. @param today 'YYYY-MM-DD' */
export const countBacklog = async (read: Read, today: string): Promise<Backlog> => {
  return only(await read<Backlog[]>`
    select count(*)::int as open, count(*) filter (where clock_from is not null and promised_on < ${today})::int as late
    from cases where ended_at is null and state <> 'waiting'`)
}
