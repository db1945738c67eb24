// Public face of the resources module: what authorities share, who may ask for it, and who must supply what.
import type { Module } from '../../module.ts'
import { accessRequestJobs } from './access-requests-jobs.ts'
import { staffAccessRequestRoutes } from './access-requests-routes-staff.ts'
import { staffResourceRoutes } from './resources-routes-staff.ts'
import { resourceRoutes } from './resources-routes.ts'

export type { Grant } from './access-request.ts'
export { dutiesOf } from './duties.ts'
export { findGrant, type GrantWanted } from './granting.ts'
export { getResource, mayGiveMany } from './reading.ts'

export const resourcesModule: Module = { name: 'resources', routes: [...staffResourceRoutes, ...staffAccessRequestRoutes, ...resourceRoutes], jobs: accessRequestJobs }
