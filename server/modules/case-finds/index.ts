// Public face of the case-finds module.
import type { Module } from '../../module.ts'
import { caseFindRoutes } from './case-finds-routes-staff.ts'

export { followAllCases, followCases, indexCases } from './following.ts'

export const caseFindsModule: Module = { name: 'case-finds', routes: caseFindRoutes }
