// Public face of designs: content of packs written in the workbench, reviewed and released as editions.
import type { Module } from '../../module.ts'
import { designJobs } from './designs-jobs.ts'
import { designRoutes } from './designs-routes.ts'
import { reviewRoutes } from './reviews-routes.ts'

export { changedTables, changedTablesOf, type ChangedTables } from './changed-tables.ts'
export { getDesignWithin } from './scene.ts'
export { adoptEditions, filesInForce, followEditions } from './adopting.ts'
export { beginDesign, saveFiles } from './editing.ts'
export { fileChanges, type FileChanges } from './changes.ts'
export { designAfter, type Design } from './design.ts'
export { listDesignFiles, listDesigns } from './designs-store.ts'
export { findEdition, listEditionsIn, listEditionsOfDesigns, listEditionsOfItems, type ItemEdition } from './editions-store.ts'

export const designsModule: Module = { name: 'designs', routes: [...designRoutes, ...reviewRoutes], jobs: designJobs }
