// Public face of the supervision module.
import type { Module } from '../../module.ts'
import { lateRequestRoutes } from './late-requests-routes-staff.ts'
import { supervisionRoutes } from './supervision-routes-staff.ts'
import { sweep } from './sweeping.ts'
import { followRequests, giveRequestCard, requestCardTask, type PlannedCard } from './watching-requests.ts'

export const sweepTask = 'supervision.sweep'

export const supervisionModule: Module = {
  name: 'supervision',
  routes: [...supervisionRoutes, ...lateRequestRoutes],
  jobs: (app) => [
    { task: sweepTask, cron: '*/30 * * * *', run: async () => void (await sweep(app)) },
    { task: requestCardTask, run: (payload) => giveRequestCard(app, payload as PlannedCard) },
  ],
  mount: async () => followRequests(),
}
