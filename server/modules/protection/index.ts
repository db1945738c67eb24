// Public face of the protection module.
import type { Module } from '../../module.ts'
import { erasureRoutes } from './erasure-routes.ts'
import { retentionTask, runRetention } from './retaining.ts'
import { followRotation, resealTask, type Place } from './rotating.ts'

export { holdPerson, liftHold } from './holding.ts'
export { runRetention, type RetentionOutcome } from './retaining.ts'
export { retentionRules } from './retention-rule.ts'
export { countRows, reseal, startRotation, type Place } from './rotating.ts'

/** At night; a run of its own begins with each rotation, this one takes up what was broken off. */
const everyNight = '20 18 * * *'
const everyNightLater = '50 18 * * *'

export const protectionModule: Module = {
  name: 'protection',
  routes: erasureRoutes,
  jobs: (app) => [
    { task: resealTask, cron: everyNight, run: (payload) => followRotation(app, (payload ?? {}) as Partial<Place>) },
    { task: retentionTask, cron: everyNightLater, run: async () => void (await runRetention(app)) },
  ],
}
