// Public face of the benefits module: policies that find people and companies, and the money that follows.
import type { Module } from '../../module.ts'
import { announce, announceTask, followPolicies } from './announcing.ts'
import { staffAppealRoutes } from './appeals-routes-staff.ts'
import { benefitRoutes } from './benefits-routes.ts'
import { citizenBenefitRoutes } from './benefits-routes-citizen.ts'
import { staffBenefitRoutes } from './benefits-routes-staff.ts'
import { staffLetterRoutes } from './letters-routes-staff.ts'
import { listTask, makeFurtherList } from './paying.ts'
import { staffPayListRoutes } from './pay-lists-routes-staff.ts'
import { continueFeeds, feedTask } from './feeding.ts'
import { staffFeedRoutes } from './feeds-routes-staff.ts'
import { remindOfInstalments } from './recovering.ts'
import { staffRecoveryRoutes } from './recoveries-routes-staff.ts'
import { continueRun, followDays } from './running.ts'
import { rescreenTask, runTask } from './tasks.ts'
import { followChange } from './watching.ts'

export { followPolicies } from './announcing.ts'
export { payerRegion, type Match } from './due.ts'
export type { Subject } from './entitlement.ts'
export { judgeSubject } from './judging.ts'
export { outcomeOf, outcomes, type Outcome } from './outcome.ts'
export { listEntitlementsInYear, type EntitlementInYear } from './outcomes-store.ts'
export { policiesDigest } from './running.ts'
export { listSubjects } from './subjects-store.ts'
export { loadSubjects, type Loaded, type SnapshotRecord } from './loading.ts'

export const benefitsModule: Module = {
  name: 'benefits',
  routes: [...benefitRoutes, ...citizenBenefitRoutes, ...staffBenefitRoutes, ...staffPayListRoutes, ...staffAppealRoutes, ...staffLetterRoutes, ...staffFeedRoutes, ...staffRecoveryRoutes],
  jobs: (app) => [
    { task: runTask, run: (payload) => continueRun(app, (payload as { run: string }).run) },
    { task: feedTask, run: (payload) => continueFeeds(app, payload as { run: string; at: number }) },
    { task: listTask, run: (payload) => makeFurtherList(app, payload as Parameters<typeof makeFurtherList>[1]) },
    { task: rescreenTask, run: (payload) => followChange(app, (payload as { subject: string }).subject) },
    { task: announceTask, run: (payload) => announce(app, (payload as { after: string | null }).after) },
    { task: 'benefits.followPolicies', cron: '*/10 * * * *', run: async () => void (await followPolicies(app)) },
    // 05:20 in Shanghai: what a birthday or a new month brings about
    { task: 'benefits.followDays', cron: '20 21 * * *', run: () => followDays(app) },
    { task: 'benefits.remindOfInstalments', cron: '30 0 * * *', run: () => remindOfInstalments(app) },
  ],
}
