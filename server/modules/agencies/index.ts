// Public face of the agencies module: the register of organisations that may apply for others.
import type { Module } from '../../module.ts'
import { agencyRoutes } from './agencies-routes.ts'

export { agencyStandingOf, mattersWithin, worksOn, type Agency } from './agency.ts'
export { agencySchema, toAgencyReply } from './agency-replies.ts'
export { findAgency, findAgencyHeld, listAgenciesOf, listAgencyStaff } from './agencies-store.ts'
export { agencyStoppedTask } from './keeping.ts'

export const agenciesModule: Module = { name: 'agencies', routes: agencyRoutes }
