// Public face of the help-sessions module: helpers of a hall, without a window.
import type { Module } from '../../module.ts'
import { helpRoutes } from './help-sessions-routes.ts'
import { helperMandates } from './helping.ts'

export const helpSessionsModule: Module = { name: 'help-sessions', routes: helpRoutes, mandates: [helperMandates] }
