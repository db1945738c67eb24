// Public face of the supervision module.
import type { Module } from '../../module.ts'
import { supervisionRoutes } from './supervision-routes-staff.ts'
import { sweep } from './sweeping.ts'

export const sweepTask = 'supervision.sweep'

export const supervisionModule: Module = {
  name: 'supervision',
  routes: supervisionRoutes,
  jobs: (app) => [{ task: sweepTask, cron: '*/30 * * * *', run: async () => void (await sweep(app)) }],
}
