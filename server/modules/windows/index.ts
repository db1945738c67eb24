// Public face of the windows module.
import type { Module } from '../../module.ts'
import { windowMandates } from './serving.ts'
import { residentWindowRoutes } from './windows-routes-citizen.ts'
import { windowRoutes } from './windows-routes-staff.ts'

export const windowsModule: Module = { name: 'windows', routes: [...windowRoutes, ...residentWindowRoutes], mandates: [windowMandates] }
