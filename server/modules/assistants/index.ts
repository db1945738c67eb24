// Public face of the assistant (智能问答): answers from the catalogue with their sources, or says that it does not know.
import type { Module } from '../../module.ts'
import { assistantRoutes } from './assistant-routes.ts'
import { assistantStaffRoutes } from './assistant-routes-staff.ts'

export { masked } from './masking.ts'

export const assistantsModule: Module = { name: 'assistants', routes: [...assistantRoutes, ...assistantStaffRoutes] }
