// Public face of Open311: other systems send requests in and follow them (GeoReport v2).
import type { Module } from '../../module.ts'
import { mountOpen311 } from './serving.ts'

export { listClients } from './clients-store.ts'
export { endClient, registerClient } from './registering.ts'

export const open311Module: Module = { name: 'open311', routes: [], mount: mountOpen311 }
