// Public face of the undertakings module.
import type { Module } from '../../module.ts'
import { followAction } from '../cases/index.ts'
import { checkPromise } from './checking.ts'
import { followDays } from './counting.ts'
import { checkTask, followCases, followPromises, followTask } from './following.ts'
import { statisticsRoutes } from './statistics-routes-staff.ts'
import { citizenUndertakingRoutes } from './undertakings-routes-citizen.ts'
import { staffUndertakingRoutes } from './undertakings-routes-staff.ts'

export { hasBar } from './credit-acting.ts'
export { isBar } from './credit-entry.ts'
export { listCreditEntries, listCreditEntriesOf } from './credit-entries-store.ts'
export { followApplication } from './following.ts'
export { handInOwed } from './handing-in.ts'
export { keepPromises } from './promising.ts'
export { updateConsentEnded, hasOwed } from './undertakings-store.ts'

/** Often enough that a reminder comes in the morning of its day; a day is a day of the calendar, so nothing hangs on the minute. */
const everyHalfHour = '5,35 * * * *'

/** A case that ended without what was promised for it: the promise is released at once, not by the next sweep. */
const releasing = ['refuse', 'decline', 'terminate'] as const

export const undertakingsModule: Module = {
  name: 'undertakings',
  routes: [...statisticsRoutes, ...citizenUndertakingRoutes, ...staffUndertakingRoutes],
  mount: async () => {
    releasing.forEach((action) => followAction(action, 'undertakings', followCases))
    followDays()
  },
  jobs: (app) => [
    { task: followTask, cron: everyHalfHour, run: async () => void (await followPromises(app)) },
    { task: checkTask, run: (payload) => checkPromise(app, (payload as { undertaking: string }).undertaking) },
  ],
}
