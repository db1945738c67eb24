// Storing joint visits, their parts and what happened to them. Rows that are going to change are held until the transaction ends.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { isOpenPart, type Finding, type Part, type PartState, type Rectified } from './part.ts'
import type { Half, Visit, VisitAction, VisitEvent, VisitState } from './visit.ts'

type VisitRow = {
  id: string; application_id: string; person_id: string; applicant: string; matter: string; region: string; place: string; state: VisitState; revision: number; held_on: string; half: Half
  chosen: boolean; moved: boolean; clock_on: string | null; begun_on: string | null; look_on: string | null; reminded: boolean; sign_on: string | null; comment: string; signature: number[][] | null; signed_at: Date | null
  notice_id: string | null; opened_by: string; created_at: Date; updated_at: Date; ended_at: Date | null
}

const toVisit = (row: VisitRow): Visit => ({
  id: row.id, applicationId: row.application_id, personId: row.person_id, applicant: row.applicant, matter: row.matter, region: row.region, place: row.place, state: row.state, revision: row.revision,
  day: row.held_on, half: row.half, chosen: row.chosen, moved: row.moved, clockOn: row.clock_on, begunOn: row.begun_on, lookOn: row.look_on, reminded: row.reminded, signBy: row.sign_on, comment: row.comment,
  signature: row.signature, signedAt: row.signed_at?.toISOString() ?? null, noticeId: row.notice_id, openedBy: row.opened_by, createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

type PartRow = {
  visit_id: string; case_id: string; person_id: string; service: string; line: string; region: string; held_on: string; state: PartState; revision: number; findings: Record<string, Finding>; note: string
  rectify_on: string | null; rectified: Rectified | null; procedure: number | null; signed_by: string | null; signed_at: Date | null; digest: string | null
}

const toPart = (row: PartRow): Part => ({
  visitId: row.visit_id, caseId: row.case_id, personId: row.person_id, service: row.service, line: row.line, region: row.region, day: row.held_on, state: row.state, revision: row.revision,
  findings: row.findings, note: row.note, rectifyOn: row.rectify_on, rectified: row.rectified, procedure: row.procedure, signedBy: row.signed_by, signedAt: row.signed_at?.toISOString() ?? null, digest: row.digest,
})

/** False when the application has an open visit already. */
export const insertVisit = async (tx: Tx, one: Visit): Promise<boolean> =>
  (await tx`
    insert into site_visits (id, application_id, person_id, applicant, matter, region, place, state, revision, held_on, half, chosen, moved, look_on, reminded, comment, opened_by, created_at, updated_at)
    values (${one.id}, ${one.applicationId}, ${one.personId}, ${one.applicant}, ${one.matter}, ${one.region}, ${one.place}, ${one.state}, ${one.revision}, ${one.day}, ${one.half}, ${one.chosen},
      ${one.moved}, ${one.lookOn}, ${one.reminded}, ${one.comment}, ${one.openedBy}, ${one.createdAt}, ${one.updatedAt})
    on conflict (application_id) where ended_at is null do nothing returning 1`).length > 0

/** Stores what changes in the life of a visit. The caller holds the row. */
export const updateVisit = async (tx: Tx, one: Visit): Promise<void> => {
  await tx`
    update site_visits set state = ${one.state}, revision = ${one.revision}, held_on = ${one.day}, half = ${one.half}, chosen = ${one.chosen}, moved = ${one.moved}, clock_on = ${one.clockOn}, begun_on = ${one.begunOn},
      look_on = ${one.lookOn}, reminded = ${one.reminded}, sign_on = ${one.signBy}, comment = ${one.comment}, signature = ${one.signature === null ? null : json(one.signature)}::jsonb,
      signed_at = ${one.signedAt}, notice_id = ${one.noticeId}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

export const insertParts = async (tx: Tx, parts: readonly Part[]): Promise<void> => {
  for (const part of parts) {
    await tx`
      insert into site_visit_parts (visit_id, case_id, person_id, service, line, region, held_on, state, revision, findings, note, open)
      values (${part.visitId}, ${part.caseId}, ${part.personId}, ${part.service}, ${part.line}, ${part.region}, ${part.day}, ${part.state}, ${part.revision}, ${json(part.findings)}, ${part.note}, true)`
  }
}

/** @param visitEnded whether the visit itself is over: then only what is to be put right is still open */
export const updatePart = async (tx: Tx, part: Part, visitEnded: boolean): Promise<void> => {
  await tx`
    update site_visit_parts set held_on = ${part.day}, state = ${part.state}, revision = ${part.revision}, findings = ${json(part.findings)}, note = ${part.note}, rectify_on = ${part.rectifyOn},
      rectified = ${part.rectified === null ? null : json(part.rectified)}::jsonb, procedure = ${part.procedure}, signed_by = ${part.signedBy}, signed_at = ${part.signedAt}, digest = ${part.digest},
      open = ${isOpenPart(part.state, visitEnded)}
    where visit_id = ${part.visitId} and case_id = ${part.caseId}`
}

export const findVisit = async (read: Read, id: string): Promise<Visit | undefined> => {
  const [row] = await read<VisitRow[]>`select * from site_visits where id = ${id}`
  return row && toVisit(row)
}

/** @throws Refusal not_found */
export const getVisitForUpdate = async (tx: Tx, id: string): Promise<Visit> => {
  const [row] = await tx<VisitRow[]>`select * from site_visits where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toVisit(row)
}

/** The newest first. */
export const listVisitsOf = async (read: Read, applicationId: string): Promise<Visit[]> =>
  (await read<VisitRow[]>`select * from site_visits where application_id = ${applicationId} order by created_at desc, id`).map(toVisit)

export const listVisitsWithIds = async (read: Read, ids: readonly string[]): Promise<Visit[]> =>
  ids.length === 0 ? [] : (await read<VisitRow[]>`select * from site_visits where id = any(${[...ids]}::uuid[])`).map(toVisit)

/** Some at which it is time to look. */
export const listVisitsToLookAt = async (read: Read, today: string, limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from site_visits where look_on <= ${today} order by look_on, id limit ${limit}`).map(({ id }) => id)

/** In the order of the services' lines. */
export const listParts = async (read: Read, visitIds: readonly string[]): Promise<Part[]> =>
  visitIds.length === 0 ? [] : (await read<PartRow[]>`select * from site_visit_parts where visit_id = any(${[...visitIds]}::uuid[]) order by visit_id, line, case_id`).map(toPart)

/** What the authorities of a jurisdiction still have to do, the next day first. */
export const listOpenParts = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<Part[]> => {
  return (await read<PartRow[]>`select * from site_visit_parts where open and ${inJurisdiction(read, jurisdiction)} order by held_on, visit_id, line limit ${limit}`).map(toPart)
}

export const insertVisitEvent = async (tx: Tx, visit: Pick<Visit, 'id' | 'region'>, event: VisitEvent): Promise<void> => {
  await tx`
    insert into site_visit_actions (visit_id, region, action, actor_kind, actor, actor_name, at, detail)
    values (${visit.id}, ${visit.region}, ${event.action}, ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.at}, ${json(event.detail)})`
}

type EventRow = { action: VisitAction; actor_kind: string; actor: string; actor_name: string; at: Date; detail: Record<string, unknown> }

export const listVisitEvents = async (read: Read, visitId: string): Promise<VisitEvent[]> =>
  (await read<EventRow[]>`select action, actor_kind, actor, actor_name, at, detail from site_visit_actions where visit_id = ${visitId} order by seq`)
    .map((row) => ({ action: row.action, actorKind: row.actor_kind, actorId: row.actor, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail }))
