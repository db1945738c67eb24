// Public face of the rules module: decision tables in use, and past decisions made again.
import type { Module } from '../../module.ts'
import { decisionRoutes } from './decision-routes.ts'
import { modelRoutes } from './models-routes-staff.ts'
import { ruleJobs } from './rules-jobs.ts'
import { staffRuleRoutes } from './rules-routes-staff.ts'

export { toFields, toModel } from './dmn.ts'
export { replayService, type Replay } from './replaying.ts'

export const rulesModule: Module = { name: 'rules', routes: [...staffRuleRoutes, ...decisionRoutes, ...modelRoutes], jobs: ruleJobs }
