// Public face of hard cases (疑难事项): what fits no service, from one's own words to an answer others find.
import type { Module } from '../../module.ts'
import { answerRoutes } from './answers-routes.ts'
import { followDays } from './counting.ts'
import { citizenHardCaseRoutes } from './hard-cases-routes-citizen.ts'
import { staffHardCaseRoutes } from './hard-cases-routes-staff.ts'
import { hardCaseJobs } from './hard-cases-jobs.ts'
import { ledgerRoutes } from './ledger-routes-staff.ts'
import { lessonRoutes } from './lessons-routes-staff.ts'
import { opinionRoutes } from './opinions-routes-staff.ts'

export { findAnswer } from './answers-routes.ts'
export { indexPublished } from './teaching.ts'

export const hardCasesModule: Module = {
  name: 'hard-cases',
  routes: [...citizenHardCaseRoutes, ...staffHardCaseRoutes, ...opinionRoutes, ...ledgerRoutes, ...lessonRoutes, ...answerRoutes],
  mount: async () => followDays(),
  jobs: hardCaseJobs,
}
