// Public face of the transfers module: handling across regions.
import type { Module } from '../../module.ts'
import { followCalendar } from '../cases/index.ts'
import { actDays } from './collecting.ts'
import { remindLate, remindTask } from './reminding.ts'
import { updateHandOverDay, updateReceiptDay } from './transfers-store.ts'
import { citizenTransferRoutes } from './transfers-routes-citizen.ts'
import { staffTransferRoutes } from './transfers-routes-staff.ts'

export { collect, endTransfers } from './collecting.ts'
export { callCourierWith, noteParcel, type CourierCall } from './courier.ts'
export { outletsAtWork, partnerOf, regionsAtWork } from './partners.ts'
export { giverRoles, hallLine, isTakenIn, parcelTurns, type Transfer } from './transfer.ts'

/** 09:05 in China. */
const everyMorning = '5 1 * * *'

export const transfersModule: Module = {
  name: 'transfers',
  routes: [...staffTransferRoutes, ...citizenTransferRoutes],
  mount: async () => {
    followCalendar(actDays.handOver, ({ tx }, { subject }, day) => updateHandOverDay(tx, subject, day))
    followCalendar(actDays.receipt, ({ tx }, { subject }, day) => updateReceiptDay(tx, subject, day))
  },
  jobs: (app) => [{ task: remindTask, cron: everyMorning, run: async () => void (await remindLate(app)) }],
}
