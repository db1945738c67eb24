// The worker's queue as operators see it: how much waits, what was given up, and one more try.
// The queue belongs to graphile-worker; it is read through the view and changed through the function it publishes.
import type { Read, Tx } from './db.ts'

/** `due` should be running already, `later` is planned or pausing after a failure, `dead` was tried for the last time. */
export type JobCounts = { due: number; later: number; dead: number }

export const countJobs = async (read: Read): Promise<JobCounts> => {
  const [row] = await read<JobCounts[]>`
    select count(*) filter (where attempts < max_attempts and run_at <= now())::int as due,
      count(*) filter (where attempts < max_attempts and run_at > now())::int as later,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as dead
    from graphile_worker.jobs`
  return row ?? { due: 0, later: 0, dead: 0 }
}

/** A job nobody will try again unless told to; `failedAt` is the last attempt. */
export type DeadJob = { id: string; task: string; payload: unknown; attempts: number; error: string; plannedAt: string; failedAt: string }

type Row = { id: number; task: string; payload: unknown; attempts: number; error: string | null; created_at: Date; updated_at: Date }

const toDeadJob = (row: Row): DeadJob => ({
  id: String(row.id), task: row.task, payload: row.payload, attempts: row.attempts, error: row.error ?? '', plannedAt: row.created_at.toISOString(), failedAt: row.updated_at.toISOString(),
})

/** Latest first. */
export const listDeadJobs = async (read: Read, limit: number): Promise<DeadJob[]> => {
  const rows = await read<Row[]>`
    select jobs.id, jobs.task_identifier as task, held.payload, jobs.attempts, jobs.last_error as error, jobs.created_at, jobs.updated_at
    from graphile_worker.jobs join graphile_worker._private_jobs held on held.id = jobs.id
    where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null
    order by jobs.updated_at desc, jobs.id desc limit ${limit}`
  return rows.map(toDeadJob)
}

/** Plans a dead job anew, at once and with all its attempts. False when there is no dead job with this id. */
export const updateDeadJob = async (tx: Tx, id: string): Promise<boolean> => {
  const [dead] = await tx`
    select id from graphile_worker._private_jobs where id = ${Number(id)} and attempts >= max_attempts and locked_at is null for no key update`
  if (!dead) return false
  await tx`select count(*) from graphile_worker.reschedule_jobs(array[${Number(id)}::bigint], run_at := now(), attempts := 0)`
  return true
}

/** Says that these workers are alive now, by the database's clock, which all processes share. */
export const upsertWorkers = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await tx`insert into job_workers (worker, seen_at) select worker, now() from unnest(${[...ids]}::text[]) as worker on conflict (worker) do update set seen_at = excluded.seen_at`
}

/** Frees the jobs of workers not heard of for so long, so that others take them up. Returns the ids of those workers. */
export const updateAbandonedJobs = async (tx: Tx, silentSeconds: number): Promise<string[]> => {
  const silent = tx`now() - ${silentSeconds} * interval '1 second'`
  const rows = await tx<{ id: string }[]>`
    select distinct locked_by as id from graphile_worker.jobs held
    where locked_at < ${silent} and not exists (select 1 from job_workers where worker = held.locked_by and seen_at >= ${silent})`
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx`select graphile_worker.force_unlock_workers(${ids}::text[])`
  await tx`delete from job_workers where seen_at < now() - interval '1 day'`
  return ids
}
