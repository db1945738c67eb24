// Public face of the site-visits module.
import type { Module } from '../../module.ts'
import { followTask, followVisits } from './following.ts'
import { sheetRoutes } from './sheet-routes-staff.ts'
import { citizenVisitRoutes } from './visits-routes-citizen.ts'
import { staffVisitRoutes } from './visits-routes-staff.ts'

/** Often enough that a reminder comes in the morning; a day is a day of the calendar, so nothing hangs on the minute. */
const everyHalfHour = '10,40 * * * *'

export const siteVisitsModule: Module = {
  name: 'site-visits',
  routes: [...staffVisitRoutes, ...sheetRoutes, ...citizenVisitRoutes],
  jobs: (app) => [{ task: followTask, cron: everyHalfHour, run: async () => void (await followVisits(app)) }],
}
