// Planning as a module of the server. Apart from index.ts, which the browser uses too and which therefore knows no route.
import type { Module } from '../../module.ts'
import { planningRoutes } from './planning-routes.ts'

export { planSchema, valueSchema } from './plan-schema.ts'

export const planningModule: Module = { name: 'planning', routes: planningRoutes }
