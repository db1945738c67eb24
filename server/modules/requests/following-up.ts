// The job behind an answer, and behind what it promised: joined duplicates, those who follow a request and the one it was split from go on
// with it, however many, some hundred in a transaction. Killed anywhere it goes on where it was; nobody hears twice.
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { insertMessages } from '../messages/index.ts'
import { takeFollowers } from './backers-store.ts'
import { followUp, mostAtOnce } from './joining.ts'
import { followPromise } from './promises.ts'
import { system, type Scene } from './recording.ts'
import { isAnswered } from './request.ts'
import type { CitizenRequest } from './request-record.ts'
import { getRequestForUpdate, updateRequest } from './requests-store.ts'

/** Those who asked to hear of it, each once. Returns whether there are more. */
const tellFollowers = async ({ app, tx, at }: Scene, one: CitizenRequest): Promise<boolean> => {
  if (one.course.followers === 0 || !isAnswered(one.state)) return false
  const people = await takeFollowers(tx, one.id, mostAtOnce)
  await insertMessages(tx, people.map((personId) => ({
    id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind: 'requestFollowed' as const, detail: { request: one.id, title: one.title, number: one.number }, at: at.toISOString(), readAt: null,
  })))
  const isLast = people.length < mostAtOnce
  await updateRequest(tx, { ...one, course: { ...one.course, followers: isLast ? 0 : one.course.followers - people.length } })
  return !isLast
}

export const runFollowUp = async (app: App, requestId: string): Promise<void> => {
  for (let more = true; more; ) {
    more = await app.db.transaction(async (tx) => {
      const one = await getRequestForUpdate(tx, requestId)
      const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
      return (await followPromise(scene, one)) || (await followUp(scene, one, (id) => getRequestForUpdate(tx, id))) || tellFollowers(scene, one)
    })
  }
}
