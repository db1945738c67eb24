// Public face of the data-uses module.
import type { Module } from '../../module.ts'
import { dataUseRoutes } from './data-uses-routes.ts'

export const dataUsesModule: Module = { name: 'data-uses', routes: dataUseRoutes }
