// Public face of the guidance module.
import type { Module } from '../../module.ts'
import { guidanceRoutes } from './guidance-routes.ts'

export const guidanceModule: Module = { name: 'guidance', routes: guidanceRoutes }
