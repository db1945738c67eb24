// Inviting by text message: some time after a case has ended its applicant is sent a link to rate it, unless they have rated it by then. Once a
// day for an application, for a matter has many services; nobody is invited twice to the same case.
import { plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { followAction, listCasesWithIds, type Scene } from '../cases/index.ts'
import { findPerson } from '../people/index.ts'
import { postText } from '../text-messages/index.ts'
import { linkFor } from './links-routes.ts'
import { listRatingsOf } from './ratings-store.ts'
import { mayBeRated } from './subjects.ts'

export const inviteTask = 'ratings.invite'

/** Plans it with the end of the case; nothing where such messages are not sent. */
export const followEnds = (): void => {
  for (const action of ['grant', 'refuse', 'decline', 'terminate'] as const) {
    followAction(action, 'ratings', async ({ app, tx, at }: Scene, cases) => {
      if (!app.config.textMessages?.templates.rateCase) return
      const runAt = new Date(at.getTime() + app.config.textLimits.inviteAfterMinutes * 60_000)
      await planJobs(tx, cases.map(({ id }) => ({ task: inviteTask, payload: { case: id, on: plainDate(at) }, runAt })))
    })
  }
}

/** @param on day of the end, 'YYYY-MM-DD', so that inviting again is the same invitation */
export const invite = (app: App, { case: caseId, on }: { case: string; on: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [one] = await listCasesWithIds(tx, [caseId])
    if (!one || !mayBeRated(one) || (await listRatingsOf(tx, 'case', [caseId])).length > 0) return
    const person = await findPerson(tx, one.personId)
    const scene: Scene = { app, tx, principal: { kind: 'system', name: inviteTask }, requestId: null, at: app.clock.now() }
    const { region, line, personId, applicationId, number } = one
    await postText(scene, { key: `${applicationId} ${on}`, kind: 'rateCase', subject: caseId, region, line, personId, phone: person?.phone, parameters: { number }, link: new URL(linkFor(app, caseId, 'link').address).pathname })
  })
