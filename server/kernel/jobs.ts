// Background work, enqueued in the same transaction as the change that causes it, so no side effect is lost.
// Every job is safe to repeat: it looks at the present state and does only what is still missing.
import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type Job, type Runner, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { json, type Database, type Tx } from './db.ts'
import { updateAbandonedJobs, upsertWorkers } from './jobs-store.ts'

export type JobSpec = {
  task: string
  payload: Record<string, unknown>
  /** a later job with the same key replaces a waiting one */
  key?: string
  runAt?: Date
  /** jobs of one queue run one after another */
  queue?: string
  /** how often it is tried before it is given up; default 25, over about three days */
  maxAttempts?: number
}

/** Plans jobs that start when the transaction commits. */
export const planJobs = async (tx: Tx, jobs: readonly JobSpec[]): Promise<void> => {
  if (jobs.length === 0) return
  const specs = jobs.map((job) => ({
    identifier: job.task, payload: job.payload, queue_name: job.queue ?? null, run_at: job.runAt ?? null, job_key: job.key ?? null, max_attempts: job.maxAttempts ?? null,
  }))
  await tx`select count(*) from graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec, spec) from json_array_elements(${json(specs)}::json) spec))`
}

/** `cron`: also run at these times by itself, such as '0,30 * * * *' (UTC); once for all processes together. For looking after what time alone brings about. */
export type JobTask = { task: string; run: (payload: unknown) => Promise<void>; cron?: string }

/** A job that has just failed, as the log names it. */
export type FailedJob = { job: string; task: string; payload: unknown; attempt: number; maxAttempts: number }

export type WorkerOptions = {
  url: string
  db: Database
  concurrency: number
  tasks: readonly JobTask[]
  /** it will be tried again */
  onError: (failed: FailedJob, error: unknown) => void
  /** it was tried for the last time; somebody must look */
  onGivenUp: (failed: FailedJob, error: unknown) => void
  /** workers of another process that were killed held jobs, which are taken up now */
  onAbandoned: (workers: readonly string[]) => void
}

const beatEveryMs = 5_000

/** A worker not heard of for so long is taken for dead. Should it live after all, its job runs twice, which every job stands. */
export const silentSeconds = 30

/** Says that these workers live, and frees the jobs of those that do not. */
export const beat = async (db: Database, workers: readonly string[], onAbandoned: WorkerOptions['onAbandoned']): Promise<void> => {
  const abandoned = await db.transaction(async (tx) => {
    await upsertWorkers(tx, workers)
    return updateAbandonedJobs(tx, silentSeconds)
  })
  if (abandoned.length > 0) onAbandoned(abandoned)
}

const toFailed = ({ id, task_identifier: task, payload, attempts, max_attempts: maxAttempts }: Job): FailedJob => ({ job: id, task, payload, attempt: attempts, maxAttempts })

/** Starts the workers; `stop` lets running jobs finish. */
export const startWorker = async ({ url, db, concurrency, tasks, onError, onGivenUp, onAbandoned }: WorkerOptions): Promise<Pick<Runner, 'stop'>> => {
  const events: WorkerEvents = new EventEmitter()
  const workers = new Set<string>()
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => workers.delete(worker.workerId))
  events.on('job:error', ({ job, error }) => {
    if (job.attempts < job.max_attempts) onError(toFailed(job), error)
  })
  events.on('job:failed', ({ job, error }) => onGivenUp(toFailed(job), error))
  // A pool of ours: the runner does not wait until its own is closed, so the database would end with connections nobody listens to any more.
  const pgPool = new Pool({ connectionString: url, max: concurrency + 2 })
  // The runner hears of what fails as well, and connects again.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  const runner = await run({
    pgPool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => () => {}),
    taskList: Object.fromEntries(tasks.map(({ task, run: work }) => [task, work])),
    // What was missed while no worker ran is made up for, up to a day; each sweep looks at the present state, so once is enough.
    parsedCronItems: parseCronItems(tasks.flatMap(({ task, cron }) => (cron === undefined ? [] : [{ task, match: cron, options: { backfillPeriod: 86_400_000, maxAttempts: 3, jobKey: task } }]))),
  })
  // While the database is away nobody is heard of; the next beat makes up for it.
  const beating = setInterval(() => void beat(db, [...workers], onAbandoned).catch(() => {}), beatEveryMs)
  return {
    stop: async () => {
      clearInterval(beating)
      await runner.stop()
      await pgPool.end()
    },
  }
}
