// Storing governance tasks: what a unit does so that a kind of request stops coming.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { GovernanceTask, TaskState } from './topic.ts'

type Row = {
  id: string; topic_id: string; region: string; line: string; unit_region: string; measures: string; due_on: string; state: TaskState
  before_requests: number; by_name: string; note: string; made_at: Date; ended_at: Date | null
}

const toTask = (row: Row): GovernanceTask => ({
  id: row.id, topicId: row.topic_id, region: row.region, line: row.line, unitRegion: row.unit_region, measures: row.measures, dueOn: row.due_on, state: row.state,
  beforeRequests: row.before_requests, byName: row.by_name, note: row.note, madeAt: row.made_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

/** False when the topic has an open one already. */
export const insertTask = async (tx: Tx, task: GovernanceTask): Promise<boolean> =>
  (await tx`
    insert into governance_tasks (id, topic_id, region, line, unit_region, measures, due_on, state, before_requests, by_name, note, made_at)
    values (${task.id}, ${task.topicId}, ${task.region}, ${task.line}, ${task.unitRegion}, ${task.measures}, ${task.dueOn}, ${task.state}, ${task.beforeRequests}, ${task.byName}, ${task.note}, ${task.madeAt})
    on conflict (topic_id) where state = 'open' do nothing returning 1`).length > 0

/** Held until the transaction ends. */
export const findTaskForUpdate = async (tx: Tx, id: string): Promise<GovernanceTask | undefined> => {
  const [row] = await tx<Row[]>`select * from governance_tasks where id = ${id} for no key update`
  return row && toTask(row)
}

export const updateTaskEnd = async (tx: Tx, id: string, { state, note, at }: { state: TaskState; note: string; at: Date }): Promise<void> => {
  await tx`update governance_tasks set state = ${state}, note = ${note}, ended_at = ${at} where id = ${id}`
}

/** Newest first. */
export const listTasksOfTopics = async (read: Read, topicIds: readonly string[]): Promise<GovernanceTask[]> =>
  (await read<Row[]>`select * from governance_tasks where topic_id = any(${[...topicIds]}::uuid[]) order by made_at desc`).map(toTask)

/** Of topics in places, and of units in a jurisdiction: open ones first, then the newest. */
export const listTasksWithin = async (read: Read, { watched, led }: { watched: JurisdictionFilter; led: JurisdictionFilter }, limit: number): Promise<GovernanceTask[]> =>
  (await read<Row[]>`
    select * from governance_tasks where ${inJurisdiction(read, watched, 'region', null)} or ${inJurisdiction(read, led, 'unit_region')}
    order by state = 'open' desc, id desc limit ${limit}`).map(toTask)
