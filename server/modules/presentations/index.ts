// Public face of the presentations module: e-licences shown by code, asked for, and checked.
import type { Module } from '../../module.ts'
import { mountManifest } from './manifest.ts'
import { verificationRoutes } from './verification-routes.ts'
import { walletRoutes } from './wallet-routes-citizen.ts'

export { lookAtWindow, type ShownAtWindow } from './at-window.ts'
export { checkedSchema } from './checked-schema.ts'
export { codeIn } from './presentation.ts'

export const presentationsModule: Module = { name: 'presentations', routes: [...walletRoutes, ...verificationRoutes], mount: async (server) => mountManifest(server) }
