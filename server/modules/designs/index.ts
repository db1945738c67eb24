// Public face of designs: content of packs written in the workbench, reviewed and released as editions.
import type { Module } from '../../module.ts'
import { designJobs } from './designs-jobs.ts'
import { designRoutes } from './designs-routes.ts'
import { reviewRoutes } from './reviews-routes.ts'

export { changedTables, changedTablesOf, type ChangedTables } from './changed-tables.ts'
export { getDesignWithin } from './scene.ts'
export { adoptEditions, followEditions } from './adopting.ts'
export { beginDesign } from './editing.ts'
export { listEditionsOfDesigns } from './editions-store.ts'

export const designsModule: Module = { name: 'designs', routes: [...designRoutes, ...reviewRoutes], jobs: designJobs }
