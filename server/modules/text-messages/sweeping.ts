// What time alone brings about: messages whose hour has come, calls without an end, reports that did not come. Looks at what is due now, so it
// catches up after a standstill; safe to repeat.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { goTask } from './posting.ts'
import { listDue } from './text-messages-store.ts'
import { deleteCountsBefore } from './wishes-store.ts'

/** The rest comes a minute later. */
const mostAtOnce = 500

/** Plans a job for each that is due. @returns how many */
export const sweepTexts = async (app: App): Promise<number> => {
  const ids = await listDue(app.db.read, app.clock.now(), mostAtOnce)
  await app.db.transaction((tx) => planJobs(tx, ids.map((id) => ({ task: goTask, payload: { text: id }, key: `${goTask} ${id}` }))))
  return ids.length
}

/** Counts of days before yesterday serve nothing. */
export const forgetCounts = (app: App): Promise<void> => app.db.transaction((tx) => deleteCountsBefore(tx, addDays(plainDate(app.clock.now()), -1)))
