// Public face of the supervision module.
import type { Module } from '../../module.ts'
import { followCalendar } from '../cases/index.ts'
import { lateRequestRoutes } from './late-requests-routes-staff.ts'
import { supervisionRoutes } from './supervision-routes-staff.ts'
import { updateCardDay } from './cards-store.ts'
import { cardDay } from './issuing.ts'
import { sweep } from './sweeping.ts'
import { sweepChecks } from './watching-checks.ts'
import { followRequests, giveRequestCard, requestCardTask, type PlannedCard } from './watching-requests.ts'

export const sweepTask = 'supervision.sweep'

export const supervisionModule: Module = {
  name: 'supervision',
  routes: [...supervisionRoutes, ...lateRequestRoutes],
  jobs: (app) => [
    { task: sweepTask, cron: '*/30 * * * *', run: async () => void ((await sweep(app)) + (await sweepChecks(app))) },
    { task: requestCardTask, run: (payload) => giveRequestCard(app, payload as PlannedCard) },
  ],
  mount: async () => {
    followRequests()
    followCalendar(cardDay, ({ tx }, { subject }, day) => updateCardDay(tx, subject, day))
  },
}
