// What time alone brings about: reminders, the day due passing, checks that begin with the decision, promises no longer needed.
// A sweep finds what it is time to look at, some at a time; it looks at the present state, so running it twice does nothing more.
import { plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { hasEnded, listCasesWithIds, wasGranted, type Case, type Scene } from '../cases/index.ts'
import { awaitDays, lapsed } from './counting.ts'
import { followUp, type CaseStanding } from './due-days.ts'
import { dayInWords, follower, moveUndertaking, tell } from './recording.ts'
import type { Undertaking } from './undertaking.ts'
import { listToLookAtForUpdate, listUndertakingsForUpdate, updateUndertaking } from './undertakings-store.ts'

export const followTask = 'undertakings.follow'
export const checkTask = 'undertakings.check'
const pageSize = 100

export const standingOf = (one: Case | undefined): CaseStanding => ({
  ended: one === undefined || hasEnded(one.state), decidedOn: one !== undefined && wasGranted(one.state) && one.endedAt !== null ? plainDate(new Date(one.endedAt)) : null,
})

/** Does what is due for one promise. The caller holds it. */
export const follow = async (scene: Scene, one: Undertaking, standing: CaseStanding): Promise<void> => {
  const { next, action, check } = followUp(one, standing, plainDate(scene.at))
  if (action === undefined) await updateUndertaking(scene.tx, next)
  else await moveUndertaking(scene, one, action, { dueOn: next.dueOn }, (moved) => ({ ...next, state: moved.state, revision: moved.revision, updatedAt: moved.updatedAt, endedAt: moved.endedAt, lookOn: moved.endedAt === null ? next.lookOn : null }))
  await awaitDays(scene, next)
  if (action === 'remind') await tell(scene, next, 'undertakingDue', { day: dayInWords(next.dueOn) })
  if (action === 'lapse') await tell(scene, next, 'undertakingQuestioned', { reasons: lapsed, day: dayInWords(next.answerOn) })
  if (check) await planJobs(scene.tx, [{ task: checkTask, payload: { undertaking: one.id }, key: `${checkTask} ${one.id}` }])
}

/** Cases of this application have just ended: what was promised for them is looked at now, not tomorrow. */
export const followApplication = async (scene: Scene, applicationId: string): Promise<void> => {
  const open = (await listUndertakingsForUpdate(scene.tx, applicationId)).filter(({ endedAt }) => endedAt === null)
  const cases = await listCasesWithIds(scene.tx, [...new Set(open.map(({ caseId }) => caseId))])
  for (const one of open) await follow({ ...scene, principal: follower }, one, standingOf(cases.find(({ id }) => id === one.caseId)))
}

/** Looks at everything it is time to look at. Returns how many promises that were. */
export const followPromises = async (app: App): Promise<number> => {
  let looked = 0
  for (let found = pageSize; found === pageSize; ) {
    found = await app.db.transaction(async (tx) => {
      const at = app.clock.now()
      const scene: Scene = { app, tx, principal: follower, requestId: null, at }
      const due = await listToLookAtForUpdate(tx, plainDate(at), pageSize)
      const cases = new Map((await listCasesWithIds(tx, [...new Set(due.map(({ caseId }) => caseId))])).map((one) => [one.id, one]))
      for (const one of due) await follow(scene, one, standingOf(cases.get(one.caseId)))
      return due.length
    })
    looked += found
  }
  return looked
}

/** Cases that have just ended in an action of an official. Those begun without any promise cost nothing. */
export const followCases = async (scene: Scene, cases: readonly Case[]): Promise<void> => {
  const promised = cases.filter(({ evidence }) => evidence.some(({ statement }) => statement !== undefined))
  for (const applicationId of new Set(promised.map((one) => one.applicationId))) await followApplication(scene, applicationId)
}
