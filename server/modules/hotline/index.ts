// Public face of the hotline (12345).
import type { Module } from '../../module.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { staffHotlineRoutes } from './hotline-routes-staff.ts'
import { mountSwitchboard } from './switchboard.ts'

export const hotlineModule: Module = { name: 'hotline', routes: [...staffHotlineRoutes, ...handOverRoutes], mount: mountSwitchboard }
