// Public face of the transfers module: handling across regions.
import type { Module } from '../../module.ts'
import { citizenTransferRoutes } from './transfers-routes-citizen.ts'
import { staffTransferRoutes } from './transfers-routes-staff.ts'

export { collect, endTransfers } from './collecting.ts'
export { outletsAtWork, partnerOf, regionsAtWork } from './partners.ts'
export { isTakenIn } from './transfer.ts'

export const transfersModule: Module = { name: 'transfers', routes: [...staffTransferRoutes, ...citizenTransferRoutes] }
