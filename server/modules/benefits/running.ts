// Screening everybody of a region: a page of people in each transaction, together with how far it came. Killed in the middle it goes on
// behind the last page that was written; nobody is screened twice, and screening twice would find nothing new.
import { createHash } from 'node:crypto'
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { feedTask, hasFeeds } from './feeding.ts'
import { listFeeds } from './feeds-store.ts'
import { findRunForUpdate, insertRun, updateRun, type Run } from './runs-store.ts'
import { screenSubject } from './screening.ts'
import { listBirthdays, listSubjectIds } from './subjects-store.ts'
import { runTask } from './tasks.ts'

const pageSize = 100
const pagesAtOnce = 20

/** What a run judges by: changes with any policy in force. */
export const policiesDigest = (app: Pick<App, 'packs' | 'config'>, on: string): string =>
  createHash('sha256').update(Object.values(app.packs.benefitsFor(app.config.region, on)).map(({ id, version }) => `${id} ${version}`).toSorted().join('\n')).digest('hex').slice(0, 16)

/** @throws Refusal conflict while another run of the region goes on */
export const beginRun = async (app: App, tx: Tx, region: string, begunBy: string): Promise<Run> => {
  const now = app.clock.now()
  const on = plainDate(now)
  const run: Run = { id: uuidv7(app.clock), region, on, state: 'running', policies: policiesDigest(app, on), after: null, seen: 0, found: 0, lapsed: 0, open: 0, lacking: [], begunBy, begunAt: now.toISOString(), endedAt: null }
  await insertRun(tx, run)
  const isFed = hasFeeds(await listFeeds(tx), run)
  await planJobs(tx, [isFed ? { task: feedTask, payload: { run: run.id, at: 0 } } : { task: runTask, payload: { run: run.id }, queue: `${runTask}:${region}` }])
  return run
}

/** One page. False: there is nothing more to do, or somebody else does it. */
const runPage = (app: App, id: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const run = await findRunForUpdate(tx, id)
    if (run?.endedAt !== null) return false
    const ended = app.clock.now().toISOString()
    if (run.policies !== policiesDigest(app, plainDate(app.clock.now()))) {
      // half by one policy and half by another would be no run at all: what was found stays, and a new run looks at everybody
      await updateRun(tx, { ...run, state: 'stopped', endedAt: ended })
      await beginRun(app, tx, run.region, run.begunBy)
      return false
    }
    const ids = await listSubjectIds(tx, run.region, run.after, pageSize)
    const next = { ...run }
    for (const subject of ids) {
      const { found, lapsed, open } = await screenSubject(app, tx, subject)
      next.found += found.length
      next.lapsed += lapsed.length
      next.open += open
    }
    const isLast = ids.length < pageSize
    await updateRun(tx, { ...next, seen: run.seen + ids.length, after: ids.at(-1) ?? run.after, ...(isLast ? { state: 'finished' as const, endedAt: ended } : {}) })
    return !isLast
  })

/** The job: some pages, then the rest as another job, so that no worker is held for long. */
export const continueRun = async (app: App, id: string): Promise<void> => {
  for (let pages = 0; pages < pagesAtOnce; pages += 1) if (!(await runPage(app, id))) return
  await app.db.transaction((tx) => planJobs(tx, [{ task: runTask, payload: { run: id } }]))
}

/** Every morning: whose birthday it is, and on the first of the month everybody, because a new period has begun. */
export const followDays = async (app: App): Promise<void> => {
  const today = plainDate(app.clock.now())
  if (today.endsWith('-01')) await app.db.transaction((tx) => beginRun(app, tx, app.config.region, 'system'))
  for (let after: string | null = null; ; ) {
    const ids: string[] = await listBirthdays(app.db.read, today.slice(5), after, pageSize)
    if (ids.length === 0) return
    for (const id of ids) await app.db.transaction((tx) => screenSubject(app, tx, id))
    after = ids.at(-1) ?? null
  }
}
