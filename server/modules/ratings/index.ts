// Public face of the ratings module. Other modules whose things are rated (requests) give the subject and call takeRating in their transaction.
import type { Module } from '../../module.ts'
import { countedRatingRoutes } from './counted-routes-staff.ts'
import { deskRoutes } from './desk-routes-staff.ts'
import { followRequests } from './following-requests.ts'
import { followRectifications, followTask } from './following.ts'
import { followEnds, invite, inviteTask } from './inviting.ts'
import { linkRoutes } from './links-routes.ts'
import { citizenRatingRoutes } from './ratings-routes-citizen.ts'
import { windowRatingRoutes } from './window-routes-staff.ts'

export { gradeNames, grades, isBad, tagNames, tagsFor, type Grade, type Tag } from './grade.ts'
export { linkFor } from './links-routes.ts'
export type { Channel as RatingChannel, RatedSubject, Rating, Said, Verified } from './rating.ts'
export { saidBody } from './rating-replies.ts'
export { listRatingsOf } from './ratings-store.ts'
export { takeRating, type Way as RatingWay } from './taking.ts'
export { countTextRatings, listPoorParts, listPoorRatings, type TextCount } from './text-ratings-store.ts'

/** A day is a day of the calendar, so nothing hangs on the minute. */
const everyHour = '35 * * * *'

export const ratingsModule: Module = {
  name: 'ratings',
  routes: [...citizenRatingRoutes, ...linkRoutes, ...windowRatingRoutes, ...deskRoutes, ...countedRatingRoutes],
  mount: async () => {
    followRequests()
    followEnds()
  },
  jobs: (app) => [
    { task: followTask, cron: everyHour, run: async () => void (await followRectifications(app)) },
    { task: inviteTask, run: (payload) => invite(app, payload as { case: string; on: string }) },
  ],
}
