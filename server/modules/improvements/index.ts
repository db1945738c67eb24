// Public face of improvements: what people rated poorly in how guides and form pages are written, and what designers made of it.
import type { Module } from '../../module.ts'
import { improvementRoutes } from './improvements-routes-staff.ts'

export const improvementsModule: Module = { name: 'improvements', routes: improvementRoutes }
