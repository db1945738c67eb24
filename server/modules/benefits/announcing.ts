// A policy that is new here: whoever watches, for themselves or a company, is screened with what the registers say now and told of it; everybody
// else is found by a run. Looked for every few minutes, so it does not matter how a policy came into force. Told once a policy and person.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { insertPoliciesSeen } from './policies-seen-store.ts'
import { beginRun } from './running.ts'
import { listWatched } from './subjects-store.ts'
import { followChange } from './watching.ts'

export const announceTask = 'benefits.announce'
const pageSize = 50

const announceBehind = (tx: Tx, after: string | null): Promise<void> => planJobs(tx, [{ task: announceTask, payload: { after }, queue: announceTask }])

/** Notes the policies in force; new ones lead to screening. Repeating it does nothing more. Returns their ids. */
export const followPolicies = (app: App): Promise<string[]> =>
  app.db.transaction(async (tx) => {
    const { region } = app.config
    const { fresh, isFirst } = await insertPoliciesSeen(tx, Object.keys(app.packs.benefitsFor(region)), plainDate(app.clock.now()))
    // at the first start nothing is news
    if (fresh.length === 0 || isFirst) return []
    await announceBehind(tx, null)
    await beginRun(app, tx, region, 'system').catch((error: unknown) => {
      // the run that goes on notices that the policies changed, stops, and begins anew
      if (!(error instanceof Refusal)) throw error
    })
    return fresh
  })

/** The job: one page of those who are watched, then the rest as another. Repeating it tells nobody twice. */
export const announce = async (app: App, after: string | null): Promise<void> => {
  const ids = await listWatched(app.db.read, after, pageSize)
  for (const id of ids) await followChange(app, id)
  const last = ids.at(-1)
  if (last !== undefined && ids.length === pageSize) await app.db.transaction((tx) => announceBehind(tx, last))
}
