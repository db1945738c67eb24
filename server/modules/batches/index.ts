// Public face of the batches module.
import type { Module } from '../../module.ts'
import { answerRoutes } from './answers-routes.ts'
import { batchRoutes } from './batches-routes.ts'
import { batchJobs } from './working.ts'

export { readSpreadsheet } from './reading.ts'

export const batchesModule: Module = { name: 'batches', routes: [...batchRoutes, ...answerRoutes], jobs: batchJobs }
