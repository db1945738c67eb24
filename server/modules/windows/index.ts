// Public face of the windows module.
import type { Module } from '../../module.ts'
import { pickupRoutes } from './pickups-routes-staff.ts'
import { windowFeeRoutes } from './fees-routes-staff.ts'
import { windowMandates } from './serving.ts'
import { residentWindowRoutes } from './windows-routes-citizen.ts'
import { windowRoutes } from './windows-routes-staff.ts'

export { findLastSession, outletsOf } from './serving.ts'
export { readCode } from './showing.ts'

export const windowsModule: Module = { name: 'windows', routes: [...windowRoutes, ...windowFeeRoutes, ...pickupRoutes, ...residentWindowRoutes], mandates: [windowMandates] }
