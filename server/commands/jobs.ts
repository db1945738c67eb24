// `jobs`: background work that was given up, why, and one more try.
// Works beside the running product, whose workers then take the job up again.
import { insertAudit } from '../kernel/audit-store.ts'
import { systemClock } from '../kernel/clock.ts'
import { countJobs, listDeadJobs, updateDeadJob } from '../kernel/jobs-store.ts'
import { withDatabase } from './with-database.ts'

const mostListed = 200

export const listJobs = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const [counts, dead] = await Promise.all([countJobs(db.read), listDeadJobs(db.read, mostListed)])
    if (json) process.stdout.write(`${JSON.stringify({ counts, dead })}\n`)
    else {
      const lines = dead.map((job) => `✗ ${job.id}  ${job.task}  ${JSON.stringify(job.payload)}\n    ${job.failedAt} · ${job.attempts} 次 / attempts · ${job.error.split('\n')[0]}`)
      process.stdout.write(`${[`待办 due ${counts.due} · 稍后 later ${counts.later} · 已放弃 dead ${counts.dead}`, ...lines].join('\n')}\n`)
    }
    return 0
  })

export const retryJob = (id: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const retried = /^\d{1,15}$/.test(id) && (await db.transaction(async (tx) => {
      const planned = await updateDeadJob(tx, id)
      const at = systemClock.now().toISOString()
      if (planned) await insertAudit(tx, [{ at, actorKind: 'system', actorId: 'command', action: 'jobs.retry', subjectType: 'job', subjectId: id, region: null, requestId: null, detail: {} }])
      return planned
    }))
    if (json) process.stdout.write(`${JSON.stringify({ job: id, retried })}\n`)
    else if (retried) process.stdout.write(`任务 ${id} 已重新排队。 / Job ${id} is planned anew.\n`)
    if (!retried) process.stderr.write(`没有编号为 ${id} 的已放弃任务 / There is no dead job ${id}\n`)
    return retried ? 0 : 1
  })
