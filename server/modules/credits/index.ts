// Public face of the credits module.
import type { Module } from '../../module.ts'
import { citizenCreditRoutes } from './credits-routes-citizen.ts'
import { staffCreditRoutes } from './credits-routes-staff.ts'
import { followBills, followTask } from './following.ts'

export { gradeIdOf, mayPromise } from './grading.ts'

/** A day is a day of the calendar, so nothing hangs on the minute. */
const everyHour = '40 * * * *'

export const creditsModule: Module = {
  name: 'credits',
  routes: [...citizenCreditRoutes, ...staffCreditRoutes],
  jobs: (app) => [{ task: followTask, cron: everyHour, run: async () => void (await followBills(app)) }],
}
