// The job behind an answer, and behind what it promised: joined duplicates, those who follow a request and the one it was split from go on
// with it. Safe to repeat.
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { insertMessages } from '../messages/index.ts'
import { listFollowers } from './backers-store.ts'
import { followUp } from './joining.ts'
import { followPromise } from './promises.ts'
import { system, type Scene } from './recording.ts'
import { isAnswered } from './request.ts'
import type { CitizenRequest } from './request-record.ts'
import { getRequestForUpdate, updateRequest } from './requests-store.ts'

/** Those who asked to hear of it, once. */
const tellFollowers = async ({ app, tx, at }: Scene, one: CitizenRequest): Promise<void> => {
  if (one.course.followers === 0 || !isAnswered(one.state)) return
  const people = await listFollowers(tx, one.id)
  await insertMessages(tx, people.map((personId) => ({
    id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind: 'requestFollowed' as const, detail: { request: one.id, title: one.title, number: one.number }, at: at.toISOString(), readAt: null,
  })))
  await updateRequest(tx, { ...one, course: { ...one.course, followers: 0 } })
}

export const runFollowUp = async (app: App, requestId: string): Promise<void> => {
  for (let more = true; more; ) {
    more = await app.db.transaction(async (tx) => {
      const one = await getRequestForUpdate(tx, requestId)
      const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
      const goesOn = (await followPromise(scene, one)) || (await followUp(scene, one, (id) => getRequestForUpdate(tx, id)))
      if (!goesOn) await tellFollowers(scene, one)
      return goesOn
    })
  }
}
