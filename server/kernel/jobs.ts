// Background work, enqueued in the same transaction as the change that causes it, so no side effect is lost.
// Every job is safe to repeat: it looks at the present state and does only what is still missing.
import { Logger, run, type Runner } from 'graphile-worker'
import { json, type Tx } from './db.ts'

export type JobSpec = {
  task: string
  payload: Record<string, unknown>
  /** a later job with the same key replaces a waiting one */
  key?: string
  runAt?: Date
  /** jobs of one queue run one after another */
  queue?: string
}

/** Plans jobs that start when the transaction commits. */
export const planJobs = async (tx: Tx, jobs: readonly JobSpec[]): Promise<void> => {
  if (jobs.length === 0) return
  const specs = jobs.map((job) => ({
    identifier: job.task, payload: job.payload, queue_name: job.queue ?? null, run_at: job.runAt ?? null, job_key: job.key ?? null,
  }))
  await tx`select count(*) from graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec, spec) from json_array_elements(${json(specs)}::json) spec))`
}

export type JobTask = { task: string; run: (payload: unknown) => Promise<void> }

export type WorkerOptions = { url: string; concurrency: number; tasks: readonly JobTask[]; onError: (task: string, error: unknown) => void }

/** Starts the workers; `stop` lets running jobs finish. */
export const startWorker = async ({ url, concurrency, tasks, onError }: WorkerOptions): Promise<Runner> =>
  run({
    connectionString: url,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    maxPoolSize: concurrency + 2,
    logger: new Logger(() => () => {}),
    taskList: Object.fromEntries(
      tasks.map(({ task, run: work }) => [
        task,
        async (payload: unknown) => {
          try {
            await work(payload)
          } catch (error) {
            onError(task, error)
            throw error
          }
        },
      ]),
    ),
  })
