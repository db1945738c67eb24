// Public face of drifts: whether requests are still read as well as when the model was learnt.
import type { Module } from '../../module.ts'
import { driftRoutes } from './drifts-routes-staff.ts'
import { measureLastMonth } from './measuring.ts'

export type { Drift } from './drift.ts'
export { measureDrift } from './measuring.ts'

/** The second of a month, 02:50 in China. */
const everyMonth = '50 18 1 * *'

export const driftsModule: Module = {
  name: 'drifts',
  routes: driftRoutes,
  jobs: (app) => [{ task: 'drifts.measure', cron: everyMonth, run: () => measureLastMonth(app) }],
}
