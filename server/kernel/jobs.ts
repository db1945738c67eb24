// Background work, enqueued in the same transaction as the change that causes it, so no side effect is lost.
// Every job is safe to repeat: it looks at the present state and does only what is still missing.
import { EventEmitter } from 'node:events'
import { Logger, run, type Job, type Runner, type WorkerEvents } from 'graphile-worker'
import { json, type Tx } from './db.ts'

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

export type JobTask = { task: string; run: (payload: unknown) => Promise<void> }

/** A job that has just failed, as the log names it. */
export type FailedJob = { job: string; task: string; payload: unknown; attempt: number; maxAttempts: number }

export type WorkerOptions = {
  url: string
  concurrency: number
  tasks: readonly JobTask[]
  /** it will be tried again */
  onError: (failed: FailedJob, error: unknown) => void
  /** it was tried for the last time; somebody must look */
  onGivenUp: (failed: FailedJob, error: unknown) => void
}

const toFailed = ({ id, task_identifier: task, payload, attempts, max_attempts: maxAttempts }: Job): FailedJob => ({ job: id, task, payload, attempt: attempts, maxAttempts })

/** Starts the workers; `stop` lets running jobs finish. */
export const startWorker = async ({ url, concurrency, tasks, onError, onGivenUp }: WorkerOptions): Promise<Runner> => {
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ job, error }) => {
    if (job.attempts < job.max_attempts) onError(toFailed(job), error)
  })
  events.on('job:failed', ({ job, error }) => onGivenUp(toFailed(job), error))
  return run({
    connectionString: url,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1000,
    maxPoolSize: concurrency + 2,
    logger: new Logger(() => () => {}),
    taskList: Object.fromEntries(tasks.map(({ task, run: work }) => [task, work])),
  })
}
