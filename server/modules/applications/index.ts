// Public face of the applications module.
import type { Module } from '../../module.ts'
import { againRoutes } from './again-routes.ts'
import { amendmentRoutes } from './amendments-routes.ts'
import { citizenApplicationRoutes } from './applications-routes-citizen.ts'
import { confirmationRoutes } from './confirmations-routes.ts'
import { progressRoutes } from './progress-routes.ts'
import { owedRoutes } from './owed-routes.ts'
import { retentionJobs } from './retention.ts'
import { uploadRoutes } from './uploads-routes.ts'

export { isSignature } from './confirmation.ts'
export { askedForMs } from './confirming.ts'
export { listAsked } from './confirmations-store.ts'
export { listMentions, type Mention } from './applications-store.ts'
export { discardRow, factsOf, handInRow, missingInRow, type RowApplication } from './batched.ts'
export type { Missing } from './submission.ts'
export { canApplication, isSubmitted } from './application.ts'
export { getOwn, planOf } from './drafting.ts'

export const applicationsModule: Module = { name: 'applications', routes: [...citizenApplicationRoutes, ...uploadRoutes, ...owedRoutes, ...confirmationRoutes, ...progressRoutes, ...amendmentRoutes, ...againRoutes], jobs: retentionJobs }
