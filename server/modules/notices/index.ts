// Public face of the notices module.
import type { Module } from '../../module.ts'
import { noticeRoutes } from './notices-routes.ts'
import { issueNotice, issueTask } from './serving.ts'

export { dayInWords } from '../../kernel/clock.ts'
export { noticeKinds, type NoticeKind } from './notice.ts'
export { getDecisionNotice, issueNotice, planNotice, type Issuing } from './serving.ts'
export type { NoticeCase } from './case-facts.ts'

export const noticesModule: Module = {
  name: 'notices',
  routes: noticeRoutes,
  jobs: (app) => [
    {
      task: issueTask,
      run: async (payload) => {
        const { noticeId } = payload as { noticeId: string }
        await issueNotice(app, noticeId)
      },
    },
  ],
}
