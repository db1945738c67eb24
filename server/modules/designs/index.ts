// Public face of designs: content of packs written in the workbench, reviewed and released as editions.
import type { Module } from '../../module.ts'
import { designJobs } from './designs-jobs.ts'
import { designRoutes } from './designs-routes.ts'
import { reviewRoutes } from './reviews-routes.ts'

export { adoptEditions, followEditions } from './adopting.ts'

export const designsModule: Module = { name: 'designs', routes: [...designRoutes, ...reviewRoutes], jobs: designJobs }
