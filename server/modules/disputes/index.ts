// Public face of the disputes module.
import type { Module } from '../../module.ts'
import { followCalendar } from '../cases/index.ts'
import { enterTask } from './answering.ts'
import { citizenDisputeRoutes } from './disputes-routes-citizen.ts'
import { staffDisputeRoutes } from './disputes-routes-staff.ts'
import { enterCorrection } from './entering.ts'
import { updateDisputeDue } from './disputes-store.ts'
import { followDisputes, followTask } from './following.ts'
import { dueDay } from './recording.ts'

/** A day is a day of the calendar, so nothing hangs on the minute. */
const everyHour = '20 * * * *'

export const disputesModule: Module = {
  name: 'disputes',
  routes: [...citizenDisputeRoutes, ...staffDisputeRoutes],
  mount: async () => followCalendar(dueDay, ({ tx }, { subject }, day) => updateDisputeDue(tx, subject, day)),
  jobs: (app) => [
    { task: enterTask, run: (payload) => enterCorrection(app, (payload as { dispute: string }).dispute) },
    { task: followTask, cron: everyHour, run: async () => void (await followDisputes(app)) },
  ],
}
