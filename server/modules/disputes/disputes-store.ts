// Storing disputes, what happened to them, and the proof attached.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Dispute, DisputeContent, DisputeFile, DisputeLine, DisputeState } from './dispute.ts'

type Row = {
  id: string; person_id: string; application_id: string | null; registry: string; concept: string; key_concept: string | null; line: string; region: string; state: DisputeState; revision: number
  sealed: string; due_on: string | null; passed: boolean; heard: boolean; late_told: boolean; entry: Dispute['entry']; shown_at: Date | null; created_at: Date; updated_at: Date; ended_at: Date | null
}

const sealedOf = ({ id, content }: Dispute): string => sealRow(sealedTables.disputes, id, content)

const toDispute = (row: Row): Dispute => ({
  id: row.id, personId: row.person_id, applicationId: row.application_id, registry: row.registry, concept: row.concept, keyConcept: row.key_concept, line: row.line, region: row.region, state: row.state,
  revision: row.revision, content: openRow<DisputeContent>(sealedTables.disputes, row.id, row.sealed), dueOn: row.due_on, passed: row.passed, heard: row.heard, lateTold: row.late_told, entry: row.entry, shownAt: row.shown_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertDispute = async (tx: Tx, one: Dispute): Promise<void> => {
  await tx`
    insert into disputes (id, person_id, application_id, registry, concept, key_concept, line, region, state, revision, sealed, due_on, passed, heard, late_told, created_at, updated_at)
    values (${one.id}, ${one.personId}, ${one.applicationId}, ${one.registry}, ${one.concept}, ${one.keyConcept}, ${one.line}, ${one.region}, ${one.state}, ${one.revision}, ${sealedOf(one)}, ${one.dueOn},
      ${one.passed}, ${one.heard}, ${one.lateTold}, ${one.createdAt}, ${one.updatedAt})`
}

/** Stores what changes in its life. The caller holds the row. */
export const updateDispute = async (tx: Tx, one: Dispute): Promise<void> => {
  await tx`
    update disputes set line = ${one.line}, region = ${one.region}, state = ${one.state}, revision = ${one.revision}, sealed = ${sealedOf(one)}, due_on = ${one.dueOn}, passed = ${one.passed}, heard = ${one.heard},
      late_told = ${one.lateTold}, entry = ${one.entry}, shown_at = ${one.shownAt}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

export const findDispute = async (read: Read, id: string): Promise<Dispute | undefined> => {
  const [row] = await read<Row[]>`select * from disputes where id = ${id}`
  return row && toDispute(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getDisputeForUpdate = async (tx: Tx, id: string): Promise<Dispute> => {
  const [row] = await tx<Row[]>`select * from disputes where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toDispute(row)
}

/** The newest first. */
export const listDisputesOf = async (read: Read, personId: string, limit: number): Promise<Dispute[]> =>
  (await read<Row[]>`select * from disputes where person_id = ${personId} order by created_at desc, id limit ${limit}`).map(toDispute)

export const disputeViews = ['open', 'late', 'objected', 'ended'] as const
export type DisputeView = (typeof disputeViews)[number]

export type DisputeFilter = { jurisdiction: JurisdictionFilter; view: DisputeView; today: string; after?: string; limit: number }

const dueOrLast = (read: Read) => read`coalesce(due_on, '9999-12-31'::date)`

const inView = (read: Read, view: DisputeView, today: string) => {
  if (view === 'late') return read`and due_on < ${today}`
  return read`and state = ${view}`
}

/** Of a jurisdiction: what is due first at the top, of those that have ended the latest. */
export const listDisputes = async (read: Read, { jurisdiction, view, today, after, limit }: DisputeFilter): Promise<Dispute[]> => {
  const rows = view === 'ended'
    ? await read<Row[]>`
      select * from disputes where ended_at is not null and ${inJurisdiction(read, jurisdiction)} ${after ? read`and (ended_at, id) < (select ended_at, id from disputes where id = ${after})` : read``}
      order by ended_at desc, id desc limit ${limit}`
    : await read<Row[]>`
      select * from disputes where ended_at is null and ${inJurisdiction(read, jurisdiction)} ${inView(read, view, today)}
        ${after ? read`and (${dueOrLast(read)}, id) > (select ${dueOrLast(read)}, id from disputes where id = ${after})` : read``}
      order by ${dueOrLast(read)}, id limit ${limit}`
  return rows.map(toDispute)
}

export const countDisputes = async (read: Read, jurisdiction: JurisdictionFilter, today: string): Promise<Record<Exclude<DisputeView, 'ended'>, number>> => {
  const [row] = await read<Record<Exclude<DisputeView, 'ended'>, number>[]>`
    select count(*) filter (where state = 'open')::int as open, count(*) filter (where due_on < ${today})::int as late, count(*) filter (where state = 'objected')::int as objected
    from disputes where ended_at is null and ${inJurisdiction(read, jurisdiction)}`
  return row ?? { open: 0, late: 0, objected: 0 }
}

/** Its calendar is published by now. */
export const updateDisputeDue = async (tx: Tx, id: string, dueOn: string): Promise<void> => {
  await tx`update disputes set due_on = ${dueOn} where id = ${id} and due_on is null and ended_at is null`
}

/** Some whose day is over and whose superiors have not been told; those another worker holds are left to it. */
export const listLateForUpdate = async (tx: Tx, today: string, limit: number): Promise<Dispute[]> =>
  (await tx<Row[]>`select * from disputes where ended_at is null and not late_told and due_on < ${today} order by due_on, id limit ${limit} for no key update skip locked`).map(toDispute)

/** Whether the same value of the same registry is being disputed by this person already. */
export const findOpenDispute = async (read: Read, personId: string, registry: string, concept: string): Promise<Dispute | undefined> => {
  const [row] = await read<Row[]>`select * from disputes where person_id = ${personId} and registry = ${registry} and concept = ${concept} and ended_at is null order by created_at desc, id limit 1`
  return row && toDispute(row)
}

/** Two requests of one person at the same moment come one after the other. */
export const lockDisputesOf = async (tx: Tx, personId: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`disputes ${personId}`}, 0))`
}

export const insertDisputeLine = async (tx: Tx, line: DisputeLine): Promise<void> => {
  await tx`
    insert into dispute_actions (dispute_id, region, action, actor_kind, actor_id, actor_name, at, detail)
    values (${line.disputeId}, ${line.region}, ${line.action}, ${line.actorKind}, ${line.actorId}, ${line.actorName}, ${line.at}, ${json(line.detail)})`
}

type LineRow = { dispute_id: string; region: string; action: DisputeLine['action']; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown> }

/** In the order it happened. */
export const listDisputeLines = async (read: Read, disputeId: string): Promise<DisputeLine[]> =>
  (await read<LineRow[]>`select dispute_id, region, action, actor_kind, actor_id, actor_name, at, detail from dispute_actions where dispute_id = ${disputeId} order by seq`).map((row) => ({
    disputeId: row.dispute_id, region: row.region, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))

export const insertDisputeFile = async (tx: Tx, file: DisputeFile): Promise<void> => {
  await tx`
    insert into dispute_files (id, dispute_id, person_id, digest, name, size, type, added_at)
    values (${file.id}, ${file.disputeId}, ${file.personId}, ${file.digest}, ${file.name}, ${file.size}, ${file.type}, ${file.addedAt})`
}

type FileRow = { id: string; dispute_id: string; person_id: string; digest: string; name: string; size: number; type: string; added_at: Date }

/** In the order they were attached. */
export const listDisputeFiles = async (read: Read, disputeId: string): Promise<DisputeFile[]> =>
  (await read<FileRow[]>`select * from dispute_files where dispute_id = ${disputeId} order by added_at, id`).map((row) => ({
    id: row.id, disputeId: row.dispute_id, personId: row.person_id, digest: row.digest, name: row.name, size: row.size, type: row.type, addedAt: row.added_at.toISOString(),
  }))
