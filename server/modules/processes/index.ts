// Public face of the processes module.
import type { Module } from '../../module.ts'
import { processRoutes } from './processes-routes-staff.ts'

export const processesModule: Module = { name: 'processes', routes: processRoutes }
