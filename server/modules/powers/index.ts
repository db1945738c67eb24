// Public face of the powers module: who may act for whom by law, as registries prove it.
import type { Module } from '../../module.ts'
import { powerMandates } from './establishing.ts'
import { powerJobs } from './powers-jobs.ts'
import { powerRoutes } from './powers-routes.ts'

export const powersModule: Module = { name: 'powers', routes: powerRoutes, mandates: [powerMandates], jobs: powerJobs }
