// Storing hard cases, their history and documents. Writes happen while the row is held (`getHardCaseForUpdate`).
// Lists for desks and the ledger are in ledger-store.ts.
import { json, only, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { sealTold, toHardCase, type HardCaseRow } from './hard-case-row.ts'
import type { HardCase, HardCaseEvent, HardCaseFile } from './hard-case.ts'

/** Returns false when there is one with this id already. */
export const insertHardCase = async (tx: Tx, one: HardCase): Promise<boolean> => {
  const rows = await tx`
    insert into hard_cases (id, number, person_id, applicant, sealed, region, risen_from, category, title, channel, from_case, state, revision,
      coordinator_id, coordinator, sort_on, answer_on, answer, keywords, terms, created_at, updated_at, ended_at)
    values (${one.id}, ${one.number}, ${one.personId}, ${one.applicant}, ${sealTold(one)}, ${one.region}, ${one.risenFrom}, ${one.category}, ${one.title},
      ${one.channel}, ${one.fromCase}, ${one.state}, ${one.revision}, ${one.coordinatorId}, ${one.coordinator}, ${one.sortOn}, ${one.answerOn},
      ${one.answer && json(one.answer)}, ${one.keywords}, ${one.terms}, ${one.createdAt}, ${one.updatedAt}, ${one.endedAt})
    on conflict (id) do nothing returning 1`
  return rows.length > 0
}

/** Everything a step may change. */
export const updateHardCase = async (tx: Tx, one: HardCase): Promise<void> => {
  await tx`
    update hard_cases set region = ${one.region}, risen_from = ${one.risenFrom}, category = ${one.category}, title = ${one.title}, state = ${one.state}, revision = ${one.revision},
      coordinator_id = ${one.coordinatorId}, coordinator = ${one.coordinator}, sort_on = ${one.sortOn}, answer_on = ${one.answerOn}, answer = ${one.answer && json(one.answer)},
      keywords = ${one.keywords}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where id = ${one.id}`
}

export const findHardCase = async (read: Read, id: string): Promise<HardCase | undefined> => {
  const [row] = await read<HardCaseRow[]>`select * from hard_cases where id = ${id}`
  return row && toHardCase(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getHardCaseForUpdate = async (tx: Tx, id: string): Promise<HardCase> => {
  const [row] = await tx<HardCaseRow[]>`select * from hard_cases where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toHardCase(row)
}

/** Those of a resident, newest first. */
export const listHardCasesOf = async (read: Read, personId: string): Promise<HardCase[]> =>
  (await read<HardCaseRow[]>`select * from hard_cases where person_id = ${personId} order by id desc limit 100`).map(toHardCase)

export const countOpenOf = async (read: Read, personId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from hard_cases where person_id = ${personId} and ended_at is null`).count

export const insertHardCaseEvent = async (tx: Tx, id: string, event: HardCaseEvent): Promise<void> => {
  await tx`
    insert into hard_case_actions (hard_case_id, action, actor_kind, staff_id, actor_name, at, detail)
    values (${id}, ${event.action}, ${event.actorKind}, ${event.staffId}, ${event.actorName}, ${event.at}, ${json(event.detail)})`
}

type EventRow = { action: HardCaseEvent['action']; actor_kind: string; staff_id: string | null; actor_name: string; at: Date; detail: Record<string, unknown> }

export const listHardCaseEvents = async (read: Read, id: string): Promise<HardCaseEvent[]> =>
  (await read<EventRow[]>`select * from hard_case_actions where hard_case_id = ${id} order by seq`).map((row) => ({
    action: row.action, actorKind: row.actor_kind, staffId: row.staff_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))

type FileRow = { id: string; opinion_id: string | null; digest: string; name: string; size: number; type: string; added_by: string; added_at: Date }

export const insertHardCaseFile = async (tx: Tx, { id, region }: Pick<HardCase, 'id' | 'region'>, file: HardCaseFile): Promise<void> => {
  await tx`
    insert into hard_case_files (id, hard_case_id, opinion_id, region, digest, name, size, type, added_by, added_at)
    values (${file.id}, ${id}, ${file.opinionId}, ${region}, ${file.digest}, ${file.name}, ${file.size}, ${file.type}, ${file.addedBy}, ${file.addedAt})`
}

export const listHardCaseFiles = async (read: Read, id: string): Promise<HardCaseFile[]> =>
  (await read<FileRow[]>`select * from hard_case_files where hard_case_id = ${id} order by added_at, id`).map((row) => ({
    id: row.id, opinionId: row.opinion_id, digest: row.digest, name: row.name, size: row.size, type: row.type, addedBy: row.added_by, addedAt: row.added_at.toISOString(),
  }))
