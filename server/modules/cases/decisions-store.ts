// Decisions by table as they were made, later checks of tentative ones, and figures over them.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Outcome } from '../catalogue/definitions.ts'
import type { CaseValue } from './case.ts'
import type { DecisionRecord, Held } from './decision.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { openCase } from './sealed-case.ts'

/** `text`: the record as it was written. `catalogueDigest`: the definitions it was made by. */
export type StoredDecision = {
  id: string; caseId: string; personId: string; service: string; region: string; line: string; version: string; decision: Outcome; held: Held | null
  record: DecisionRecord; text: string; digest: string; catalogueDigest: string | null; checkOn: string | null; decidedAt: string
}

export type DecisionCheck = { decisionId: string; personId: string; outcome: 'confirmed' | 'takenBack'; opinion: string; staffId: string; staffName: string; checkedAt: string }

type DecisionRow = {
  id: string; case_id: string; person_id: string; service: string; region: string; line: string; version: string; decision: Outcome; held: Held | null
  sealed: string; digest: string; catalogue_digest: string | null; check_on: string | null; decided_at: Date
}

/** What is sealed: the record as it was written. */
type Sealed = { record: string }

const toDecision = (row: DecisionRow): StoredDecision => {
  const { record } = openRow<Sealed>(sealedTables.decisions, row.id, row.sealed)
  return {
    id: row.id, caseId: row.case_id, personId: row.person_id, service: row.service, region: row.region, line: row.line, version: row.version, decision: row.decision, held: row.held,
    record: JSON.parse(record) as DecisionRecord, // written by recordText
    text: record, digest: row.digest, catalogueDigest: row.catalogue_digest, checkOn: row.check_on, decidedAt: row.decided_at.toISOString(),
  }
}

/** Adds those not there yet: asked again, a table that says the same adds nothing. */
export const insertDecisions = async (tx: Tx, decisions: readonly StoredDecision[]): Promise<void> => {
  if (decisions.length === 0) return
  await tx`
    insert into decisions (id, case_id, person_id, service, region, line, version, decision, held, sealed, decided_by, decided_rows, digest, catalogue_digest, check_on, decided_at)
    select * from unnest(
      ${column(decisions, 'id')}::uuid[], ${column(decisions, 'caseId')}::uuid[], ${column(decisions, 'personId')}::uuid[], ${column(decisions, 'service')}::text[], ${column(decisions, 'region')}::text[],
      ${column(decisions, 'line')}::text[], ${column(decisions, 'version')}::text[], ${column(decisions, 'decision')}::text[], ${column(decisions, 'held')}::text[],
      ${decisions.map(({ id, text }) => sealRow(sealedTables.decisions, id, { record: text } satisfies Sealed))}::text[], ${decisions.map(({ record }) => record.verdict.by)}::text[],
      ${decisions.map(({ record }) => JSON.stringify(record.verdict.rows))}::text[]::jsonb[], ${column(decisions, 'digest')}::text[], ${column(decisions, 'catalogueDigest')}::text[], ${column(decisions, 'checkOn')}::date[], ${column(decisions, 'decidedAt')}::timestamptz[])
    on conflict (case_id, digest) do nothing`
}

/** The newest decision of a case by table; `checkOn` as it is known by now. */
export const findDecisionOf = async (read: Read, caseId: string): Promise<StoredDecision | undefined> => {
  const [row] = await read<(DecisionRow & { due_on: string | null })[]>`
    select d.*, owed.due_on from decisions d left join checks_owed owed on owed.case_id = d.case_id and d.decision = 'tentative' where d.case_id = ${caseId} order by d.decided_at desc, d.id desc limit 1`
  return row && { ...toDecision(row), checkOn: row.due_on }
}

/** The decisions of one person's application, in the order they were made. */
export const listDecisionsOfApplication = async (read: Read, applicationId: string, personId: string): Promise<StoredDecision[]> =>
  (await read<DecisionRow[]>`
    select * from decisions where case_id in (select id from cases where application_id = ${applicationId}) and person_id = ${personId} order by decided_at, id`).map(toDecision)

type CheckRow = { decision_id: string; person_id: string; outcome: DecisionCheck['outcome']; opinion: string; staff_id: string; staff_name: string; checked_at: Date }

export const findCheckOf = async (read: Read, decisionId: string): Promise<DecisionCheck | undefined> => {
  const [row] = await read<CheckRow[]>`select * from decision_checks where decision_id = ${decisionId}`
  return row && { decisionId: row.decision_id, personId: row.person_id, outcome: row.outcome, opinion: row.opinion, staffId: row.staff_id, staffName: row.staff_name, checkedAt: row.checked_at.toISOString() }
}

/** False when it had been checked before. */
export const insertCheck = async (tx: Tx, check: DecisionCheck): Promise<boolean> => {
  const rows = await tx`
    insert into decision_checks (decision_id, person_id, outcome, opinion, staff_id, staff_name, checked_at)
    values (${check.decisionId}, ${check.personId}, ${check.outcome}, ${check.opinion}, ${check.staffId}, ${check.staffName}, ${check.checkedAt}) on conflict (decision_id) do nothing returning 1`
  return rows.length > 0
}

/** Tentative decisions of a jurisdiction nobody has checked, the most urgent first; `checkOn` as it is known by now. */
export const listUnchecked = async (read: Read, jurisdiction: JurisdictionFilter, service: string | undefined, limit: number): Promise<(StoredDecision & { number: string; applicant: string })[]> =>
  (await read<(DecisionRow & { number: string; applicant: string; due_on: string | null })[]>`
    select d.*, owed.due_on, c.number, c.applicant from (select case_id, due_on from checks_owed where ended_at is null and ${inJurisdiction(read, jurisdiction)}) owed
    join decisions d on d.case_id = owed.case_id and d.decision = 'tentative' ${service ? read`and d.service = ${service}` : read``}
    join cases c on c.id = d.case_id order by owed.due_on, d.id limit ${limit}`).map((row) => ({ ...toDecision(row), checkOn: row.due_on, number: row.number, applicant: row.applicant }))

/** A past decision with what its case says now, for a replay. */
export type PastDecision = StoredDecision & { number: string; content: CaseValue[] }

/** `from`, `until`: instants, ISO; the newest first. `after`: the last of the page before. */
export type PastFilter = { service: string; regionPrefix?: string; from?: string; until?: string; after?: Pick<StoredDecision, 'decidedAt' | 'id'>; limit: number }

/** One page of past decisions: those who replay many ask for page after page. */
export const listPastDecisions = async (read: Read, { service, regionPrefix, from, until, after, limit }: PastFilter): Promise<PastDecision[]> =>
  (await read<(DecisionRow & { number: string; case_sealed: string | null })[]>`
    select d.*, c.number, c.sealed as case_sealed from decisions d join cases c on c.id = d.case_id
    where d.service = ${service} ${regionPrefix ? read`and d.region ~>=~ ${regionPrefix} and d.region ~<~ ${`${regionPrefix}~`}` : read``}
      ${from ? read`and d.decided_at >= ${from}` : read``} ${until ? read`and d.decided_at < ${until}` : read``}
      ${after ? read`and (d.decided_at, d.id) < (${after.decidedAt}, ${after.id})` : read``}
    order by d.decided_at desc, d.id desc limit ${limit}`).map((row) => ({ ...toDecision(row), number: row.number, content: openCase(row.case_id, row.case_sealed).content }))

/** Services whose cases a table has decided. */
export const listDecidedServices = async (read: Read): Promise<string[]> => (await read<{ service: string }[]>`select distinct service from decisions order by service`).map(({ service }) => service)

/** Figures of one version of a table. `medianSeconds`: from handing in to the end of the case; null while none has ended. */
export type VersionFigures = { version: string; decision: Outcome; held: Held | null; by: string; rows: string[]; count: number; medianSeconds: number | null; firstAt: string; lastAt: string }

/** How the decisions of a table came out since an instant, in a jurisdiction; one entry for each version and way. */
export const listVersionFigures = async (read: Read, service: string, jurisdiction: JurisdictionFilter, since: string): Promise<VersionFigures[]> =>
  (await read<{ version: string; decision: Outcome; held: Held | null; by: string; rows: string[]; count: number; median: number | null; first_at: Date; last_at: Date }[]>`
    select d.version, d.decision, d.held, d.decided_by as by, d.decided_rows as rows, count(*)::int as count,
      percentile_cont(0.5) within group (order by extract(epoch from c.ended_at - c.created_at)) as median, min(d.decided_at) as first_at, max(d.decided_at) as last_at
    from (select * from decisions where service = ${service} and decided_at >= ${since} and ${inJurisdiction(read, jurisdiction)}) d join cases c on c.id = d.case_id
    group by 1, 2, 3, 4, 5 order by last_at desc`).map(({ median, first_at: firstAt, last_at: lastAt, ...row }) => ({ ...row, medianSeconds: median, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() }))

/** How many decisions each table made since an instant, in a jurisdiction, and how many of them at once. */
export const listTableTotals = async (read: Read, jurisdiction: JurisdictionFilter, since: string): Promise<{ service: string; all: number; instant: number }[]> =>
  read<{ service: string; all: number; instant: number }[]>`
    select split_part(service, '.', 1) as service, count(*)::int as all, count(*) filter (where decision <> 'person')::int as instant from decisions
    where decided_at >= ${since} and ${inJurisdiction(read, jurisdiction)} group by 1`
