// Public face of the applications module.
import type { Module } from '../../module.ts'
import { citizenApplicationRoutes } from './applications-routes-citizen.ts'
import { retentionJobs } from './retention.ts'
import { uploadRoutes } from './uploads-routes.ts'

export const applicationsModule: Module = { name: 'applications', routes: [...citizenApplicationRoutes, ...uploadRoutes], jobs: retentionJobs }
