// Public face of requests (诉求). Channels hand in with `receiveRequest` (or `receiveWithin` their own transaction); whoever goes on
// where a request takes a turn says so once with `onRequest` in its `mount`.
import type { App, Module } from '../../module.ts'
import { centreRequestRoutes } from './centre-routes-staff.ts'
import { followTask } from './joining.ts'
import { runFollowUp } from './following-up.ts'
import { choiceRoutes } from './choices-routes.ts'
import { linkFileRoutes } from './link-files-routes.ts'
import { citizenRequestRoutes } from './requests-routes-citizen.ts'
import { publicRequestRoutes } from './requests-routes-public.ts'
import { staffRequestRoutes } from './requests-routes-staff.ts'
import { lookAtPhotos, photoTask } from './photos.ts'
import { sweepRequests } from './sweeping.ts'

export { receiveRequest, receiveWithin, type Call, type NewRequest, type Receipt } from './receiving.ts'
export { onRequest, type RequestFollower } from './following.ts'
export {
  grades, hasEndedRequest, isAnswered, isBad, isJoined, isRunning, isSolved, isSplit, requestActions, requestChannels, requestKinds, requestStates, urgencies, waitsOn,
  type Grade, type Outcome, type RequestAction, type RequestChannel, type RequestKind, type RequestState, type Urgency,
} from './request.ts'
export { requestLimits, titleFrom, type CitizenRequest, type Contact, type Place, type RequestEvent, type Unit } from './request-record.ts'
export { findRequest, findRequestByKey, findRequestByNumber, getRequestForUpdate, listActionsOfMany, listRequestEvents, listRequestsOfDigest, listRequestsOfPerson, listRequestsWithIds } from './requests-store.ts'
export { answerAtOnce } from './centre.ts'
export { add as addToRequest, rate as rateRequest, redo as redoRequest } from './reporting.ts'
export { join as joinRequests } from './joining.ts'
export { listAnswersOf, listAnswersOfMany } from './answers-store.ts'
// Steps of officials, each within one transaction: `stepRequest(app, call, id, action, revision, (scene, one) => signRequest(scene, one))`.
export { draft as draftAnswer, release as releaseAnswer, sign as signRequest, stepping as stepRequest, type Written } from './handling.ts'
export { listLateRequests, listRequestsWith } from './queue-store.ts'
export { countedUnit, unitOrCentre } from './counted.ts'
export { countedMeasures, listCounted, listCountedSteps } from './counted-store.ts'
export { maySee } from './access.ts'
export { staffRowOf, staffRowSchema } from './staff-replies.ts'
export { centreLine } from './access.ts'
export { withoutPeople } from './masking.ts'
export { arbiterPlaces, centrePlaces } from './desk.ts'
export { listSimilar } from './similar.ts'
export { getRequestFor } from './reading.ts'
export { phoneDigestOf } from './looking-up.ts'
export { progressToken, requestOfToken } from './token.ts'

export { sweepRequests }

const sweepTask = 'requests.sweep'

export const requestsModule: Module = {
  name: 'requests',
  routes: [...citizenRequestRoutes, ...publicRequestRoutes, ...staffRequestRoutes, ...centreRequestRoutes, ...choiceRoutes, ...linkFileRoutes],
  // Two hours are the shortest term, so every minute is soon enough.
  jobs: (app: App) => [
    { task: photoTask, run: (payload) => lookAtPhotos(app, (payload as { requestId: string }).requestId) },
    { task: sweepTask, cron: '* * * * *', run: async () => void (await sweepRequests(app)) },
    { task: followTask, run: (payload) => runFollowUp(app, (payload as { requestId: string }).requestId) },
  ],
}
