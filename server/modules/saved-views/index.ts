// Public face of the saved-views module.
import type { Module } from '../../module.ts'
import { savedViewRoutes } from './saved-views-routes-staff.ts'

export const savedViewsModule: Module = { name: 'saved-views', routes: savedViewRoutes }
