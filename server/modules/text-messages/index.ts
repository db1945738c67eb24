// Public face of text messages to mobile phones. Other modules put one into the outbox in their own transaction with `postText`.
import type { Module } from '../../module.ts'
import { followCasesByText } from './following-cases.ts'
import { followRequestsByText } from './following-requests.ts'
import { mountGatewayReports } from './gateway-reports.ts'
import { goTask } from './posting.ts'
import { goOn } from './sending.ts'
import { mountShortLinks } from './short-links.ts'
import { forgetCounts, sweepTexts } from './sweeping.ts'
import { textChoiceRoutes } from './text-choice-routes.ts'
import { staffTextMessageRoutes } from './text-messages-routes-staff.ts'

export { reportsPath, repliesPath } from './gateway-reports.ts'
export { postText, type NewText } from './posting.ts'
export { listTextKinds, registeredText, type TextKind } from './text-kinds.ts'
export { deleteTextMessages, listOldTextMessages } from './text-messages-store.ts'
export { deleteUnwanted, hasUnwanted } from './wishes-store.ts'

/** Early in the morning in China. */
const everyNight = '50 18 * * *'

export const textMessagesModule: Module = {
  name: 'text-messages',
  routes: [...textChoiceRoutes, ...staffTextMessageRoutes],
  mount: async (server, app) => {
    followCasesByText()
    followRequestsByText()
    await mountGatewayReports(server, app)
    await mountShortLinks(server, app)
  },
  jobs: (app) => [
    { task: goTask, run: (payload) => goOn(app, (payload as { text: string }).text) },
    { task: 'textMessages.sweep', cron: '* * * * *', run: async () => void (await sweepTexts(app)) },
    { task: 'textMessages.forget', cron: everyNight, run: () => forgetCounts(app) },
  ],
}
