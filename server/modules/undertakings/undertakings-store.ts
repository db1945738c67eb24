// Storing promises, what happened to them, and what was offered. Rows found for work are held until the transaction ends.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, json, only, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Undertaking, UndertakingKind, UndertakingLine, UndertakingState } from './undertaking.ts'

type Row = {
  id: string; case_id: string; application_id: string; person_id: string; applicant: string; subject: string; case_number: string; matter: string; service: string; line: string
  region: string; evidence: string; kind: UndertakingKind; duty: Undertaking['duty']; how: Undertaking['how']; statement: Undertaking['statement']; statement_digest: string; consents: Record<string, string>
  catalogue_digest: string | null; state: UndertakingState; revision: number; due_days: number | null; count_from: string | null; due_on: string | null; reminded: number; look_on: string | null
  files: Undertaking['files']; handed_in_on: string | null; answer_on: string | null; answered: boolean; created_at: Date; updated_at: Date; ended_at: Date | null
}

const toUndertaking = (row: Row): Undertaking => ({
  id: row.id, caseId: row.case_id, applicationId: row.application_id, personId: row.person_id, applicant: row.applicant, subject: row.subject, caseNumber: row.case_number, matter: row.matter, service: row.service,
  line: row.line, region: row.region, evidence: row.evidence, kind: row.kind, duty: row.duty, how: row.how, statement: row.statement, statementDigest: row.statement_digest, consents: row.consents,
  catalogueDigest: row.catalogue_digest, state: row.state, revision: row.revision, dueDays: row.due_days, countFrom: row.count_from, dueOn: row.due_on, reminded: row.reminded, lookOn: row.look_on,
  files: row.files, handedInOn: row.handed_in_on, answerOn: row.answer_on, answered: row.answered, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertUndertakings = async (tx: Tx, undertakings: readonly Undertaking[]): Promise<void> => {
  if (undertakings.length === 0) return
  const rows = undertakings.map((one) => ({
    id: one.id, case_id: one.caseId, application_id: one.applicationId, person_id: one.personId, applicant: one.applicant, subject: one.subject, case_number: one.caseNumber, matter: one.matter, service: one.service,
    line: one.line, region: one.region, evidence: one.evidence, kind: one.kind, duty: one.duty, how: one.how, statement: one.statement, statement_digest: one.statementDigest, consents: one.consents,
    catalogue_digest: one.catalogueDigest, state: one.state, revision: one.revision, due_days: one.dueDays, count_from: one.countFrom, due_on: one.dueOn, reminded: one.reminded, look_on: one.lookOn,
    files: one.files, handed_in_on: one.handedInOn, answer_on: one.answerOn, answered: one.answered, created_at: one.createdAt, updated_at: one.updatedAt, ended_at: one.endedAt,
  }))
  await tx`insert into undertakings select * from jsonb_populate_recordset(null::undertakings, ${json(rows)})`
}

/** Stores what changes in the life of a promise. The caller holds the row. */
export const updateUndertaking = async (tx: Tx, one: Undertaking): Promise<void> => {
  await tx`
    update undertakings set state = ${one.state}, revision = ${one.revision}, due_days = ${one.dueDays}, count_from = ${one.countFrom}, due_on = ${one.dueOn}, reminded = ${one.reminded},
      look_on = ${one.lookOn}, files = ${json(one.files)}, handed_in_on = ${one.handedInOn}, answer_on = ${one.answerOn}, answered = ${one.answered}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

/** The applicant has taken the consent to a registry back: no later check asks it. */
export const updateConsentEnded = async (tx: Tx, applicationId: string, registry: string): Promise<void> => {
  await tx`update undertakings set consents = consents - ${registry}::text where application_id = ${applicationId} and consents ? ${registry}::text`
}

export const findUndertaking = async (read: Read, id: string): Promise<Undertaking | undefined> => {
  const [row] = await read<Row[]>`select * from undertakings where id = ${id}`
  return row && toUndertaking(row)
}

export const listUndertakingsWithIds = async (read: Read, ids: readonly string[]): Promise<Undertaking[]> =>
  ids.length === 0 ? [] : (await read<Row[]>`select * from undertakings where id = any(${[...ids]}::uuid[])`).map(toUndertaking)

/** Held until the transaction ends. @throws Refusal not_found */
export const getUndertakingForUpdate = async (tx: Tx, id: string): Promise<Undertaking> => {
  const [row] = await tx<Row[]>`select * from undertakings where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toUndertaking(row)
}

/** In the order they were made. */
export const listUndertakingsOf = async (read: Read, applicationId: string): Promise<Undertaking[]> =>
  (await read<Row[]>`select * from undertakings where application_id = ${applicationId} order by created_at, id`).map(toUndertaking)

/** Those of one application, always locked in the same order. */
export const listUndertakingsForUpdate = async (tx: Tx, applicationId: string): Promise<Undertaking[]> =>
  (await tx<Row[]>`select * from undertakings where application_id = ${applicationId} order by id for no key update`).map(toUndertaking)

/** The newest first. */
export const listUndertakingsOfPerson = async (read: Read, personId: string, limit: number): Promise<Undertaking[]> =>
  (await read<Row[]>`select * from undertakings where person_id = ${personId} order by created_at desc, id limit ${limit}`).map(toUndertaking)

/** Some at which it is time to look; those another worker holds are left to it. */
export const listToLookAtForUpdate = async (tx: Tx, today: string, limit: number): Promise<Undertaking[]> =>
  (await tx<Row[]>`select * from undertakings where look_on <= ${today} order by look_on, id limit ${limit} for no key update skip locked`).map(toUndertaking)

export const undertakingViews = ['owed', 'due', 'late', 'mine', 'questioned', 'ended', 'all'] as const
export type UndertakingView = (typeof undertakingViews)[number]

export type UndertakingFilter = {
  jurisdiction: JurisdictionFilter
  view: UndertakingView
  today: string
  kind?: UndertakingKind
  service?: string
  /** a case number, or the beginning of a name */
  text?: string
  caseId?: string
  after?: string
  limit: number
}

/** `mine`: for an official to look at now. */
const inView = (read: Read, view: UndertakingView, today: string) => {
  if (view === 'all') return read``
  if (view === 'ended') return read`and ended_at is not null`
  if (view === 'owed') return read`and ended_at is null and duty = 'document' and state in ('open', 'questioned')`
  if (view === 'due') return read`and ended_at is null and duty <> 'truth'`
  if (view === 'late') return read`and ended_at is null and due_on < ${today} and state in ('open', 'questioned')`
  if (view === 'questioned') return read`and ended_at is null and state = 'questioned'`
  return read`and ended_at is null and (state = 'handedIn' or (state = 'questioned' and (answered or answer_on < ${today})) or (state = 'open' and duty = 'check' and count_from is not null))`
}

const dueOrLast = (read: Read) => read`coalesce(due_on, '9999-12-31'::date)`

/** Of a jurisdiction, what is due first at the top. */
export const listUndertakings = async (read: Read, { jurisdiction, view, today, kind, service, text, caseId, after, limit }: UndertakingFilter): Promise<Undertaking[]> =>
  (await read<Row[]>`
    select * from undertakings where ${inJurisdiction(read, jurisdiction)} ${inView(read, view, today)}
      ${kind ? read`and kind = ${kind}` : read``} ${service ? read`and service = ${service}` : read``} ${caseId ? read`and case_id = ${caseId}` : read``}
      ${text ? read`and (case_number = ${text} or starts_with(applicant, ${text}))` : read``}
      ${after ? read`and (${dueOrLast(read)}, id) > (select ${dueOrLast(read)}, id from undertakings where id = ${after})` : read``}
    order by ${dueOrLast(read)}, id limit ${limit}`).map(toUndertaking)

export type UndertakingCounts = Record<Exclude<UndertakingView, 'all' | 'ended'>, number>

export const countUndertakings = async (read: Read, jurisdiction: JurisdictionFilter, today: string): Promise<UndertakingCounts> => {
  return only(await read<UndertakingCounts[]>`
    select count(*) filter (where duty = 'document' and state in ('open', 'questioned'))::int as owed, count(*) filter (where duty <> 'truth')::int as due,
      count(*) filter (where due_on < ${today} and state in ('open', 'questioned'))::int as late, count(*) filter (where state = 'questioned')::int as questioned,
      count(*) filter (where state = 'handedIn' or (state = 'questioned' and (answered or answer_on < ${today})) or (state = 'open' and duty = 'check' and count_from is not null))::int as mine
    from undertakings where ended_at is null and ${inJurisdiction(read, jurisdiction)}`)
}

/** Appends to histories. The caller holds the promises. */
export const insertUndertakingLines = async (tx: Tx, lines: readonly UndertakingLine[]): Promise<void> => {
  if (lines.length === 0) return
  await tx`
    insert into undertaking_actions (undertaking_id, seq, action, actor_kind, actor_id, actor_name, at, detail)
    select line.undertaking_id, line.place + coalesce((select max(seq) from undertaking_actions before where before.undertaking_id = line.undertaking_id), 0), line.action, line.actor_kind, line.actor_id, line.actor_name, line.at, line.detail
    from unnest(
      ${column(lines, 'undertakingId')}::uuid[], ${column(lines, 'action')}::text[], ${column(lines, 'actorKind')}::text[], ${column(lines, 'actorId')}::text[], ${column(lines, 'actorName')}::text[],
      ${column(lines, 'at')}::timestamptz[], ${column(lines, 'detail')}::jsonb[]) with ordinality as line(undertaking_id, action, actor_kind, actor_id, actor_name, at, detail, place)`
}

type LineRow = { undertaking_id: string; action: string; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown> }

export const listUndertakingLines = async (read: Read, ids: readonly string[]): Promise<UndertakingLine[]> =>
  ids.length === 0 ? [] : (await read<LineRow[]>`
    select undertaking_id, action, actor_kind, actor_id, actor_name, at, detail from undertaking_actions where undertaking_id = any(${[...ids]}::uuid[]) order by at, undertaking_id, seq`).map((row) => ({
    undertakingId: row.undertaking_id, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))

/** Whether a document of this application is still to come. */
export const hasOwed = async (read: Read, applicationId: string): Promise<boolean> =>
  (await read`select 1 from undertakings where application_id = ${applicationId} and ended_at is null and duty = 'document' and state in ('open', 'questioned') limit 1`).length > 0
