// A job that keeps failing: tried again, then given up loudly, listed with what it was, and tried once more when somebody says so.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tools/test-database.ts'
import { openDatabase, type Database } from './db.ts'
import { beat, planJobs, silentSeconds, startWorker, type FailedJob } from './jobs.ts'
import { countJobs, listDeadJobs, updateDeadJob } from './jobs-store.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.url, connections: 3 })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const counts = () => countJobs(db.read)

/** Works until the job has ended one way or the other. */
const workOnce = async (run: () => Promise<void>): Promise<{ failed: FailedJob[]; givenUp: FailedJob[] }> => {
  const failed: FailedJob[] = []
  const givenUp: FailedJob[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const worker = await startWorker({
    url: database.url, db, concurrency: 1, onAbandoned: () => {},
    tasks: [{ task: 'try', run: () => run().then(resolve) }],
    onError: (job) => {
      failed.push(job)
      resolve()
    },
    onGivenUp: (job) => {
      givenUp.push(job)
      resolve()
    },
  })
  await promise
  // The outcome is written after the task has ended.
  await expect.poll(async () => (await db.read`select 1 from graphile_worker.jobs where locked_at is not null`).length, { timeout: 10_000 }).toBe(0)
  await worker.stop()
  return { failed, givenUp }
}

it('is tried again later when it fails, and is then neither due nor dead', async () => {
  await db.transaction((tx) => planJobs(tx, [{ task: 'try', payload: { caseId: 'a' }, maxAttempts: 2 }]))
  expect(await counts()).toEqual({ due: 1, later: 0, dead: 0 })
  const { failed, givenUp } = await workOnce(() => Promise.reject(new Error('the other side is down')))
  expect([failed, givenUp]).toEqual([[{ job: expect.stringMatching(/^\d+$/), task: 'try', payload: { caseId: 'a' }, attempt: 1, maxAttempts: 2 }], []])
  await expect.poll(counts, { timeout: 10_000 }).toEqual({ due: 0, later: 1, dead: 0 })
})

it('is given up after its last attempt, with everything needed to find it', async () => {
  await db.transaction((tx) => tx`select count(*) from graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`)
  const { failed, givenUp } = await workOnce(() => Promise.reject(new Error('the other side is down')))
  expect([failed, givenUp]).toEqual([[], [{ job: expect.any(String), task: 'try', payload: { caseId: 'a' }, attempt: 2, maxAttempts: 2 }]])
  await expect.poll(counts, { timeout: 10_000 }).toEqual({ due: 0, later: 0, dead: 1 })
  expect(await listDeadJobs(db.read, 10)).toMatchObject([{ id: givenUp[0]?.job, task: 'try', payload: { caseId: 'a' }, attempts: 2, error: expect.stringContaining('the other side is down') }])
})

it('starts anew when somebody says so, and only a dead one does', async () => {
  const [dead] = await listDeadJobs(db.read, 10)
  const retry = (id: string) => db.transaction((tx) => updateDeadJob(tx, id))
  expect([await retry('999999'), await retry(dead?.id ?? ''), await retry(dead?.id ?? '')]).toEqual([false, true, false])
  expect(await counts()).toEqual({ due: 1, later: 0, dead: 0 })
  expect(await workOnce(() => Promise.resolve())).toEqual({ failed: [], givenUp: [] })
  await expect.poll(counts, { timeout: 10_000 }).toEqual({ due: 0, later: 0, dead: 0 })
})

it('is taken up by others when the worker that holds it was killed, and left to one that lives', async () => {
  await db.transaction((tx) => planJobs(tx, [{ task: 'try', payload: { caseId: 'held by the dead' } }, { task: 'try', payload: { caseId: 'held by the living' } }]))
  await db.transaction(async (tx) => {
    await tx`update graphile_worker._private_jobs set locked_at = now() - ${silentSeconds + 10} * interval '1 second', locked_by = case payload->>'caseId' when 'held by the dead' then 'worker-killed' else 'worker-alive' end
      where payload->>'caseId' like 'held by%'`
  })
  const abandoned: string[] = []
  await beat(db, ['worker-alive'], (workers) => void abandoned.push(...workers))
  await beat(db, ['worker-alive'], (workers) => void abandoned.push(...workers))
  expect(abandoned).toEqual(['worker-killed'])
  expect(await db.read`select payload->>'caseId' as case, locked_by from graphile_worker._private_jobs where payload->>'caseId' like 'held by%' order by 1`).toEqual([
    { case: 'held by the dead', locked_by: null }, { case: 'held by the living', locked_by: 'worker-alive' },
  ])
})
