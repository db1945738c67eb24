// Public face of the exchange module.
import type { Module } from '../../module.ts'
import { exchangeRoutes } from './exchange-routes.ts'

export { insertRegistryCalls } from './exchange-store.ts'
export type { RegistryCall } from './registry-call.ts'
export { lookUpRegistries, type Found } from './looking-up.ts'
export { madeKey, readMade, type FoundRecord, type RegistryAnswer } from './registry.ts'
export { registryClient, type RegistryClient, type RegistryEndpoint } from './registry-client.ts'
export { findTypedPause, giveTypedBack, mayTryTyped } from './typed-look-ups.ts'

export const exchangeModule: Module = { name: 'exchange', routes: exchangeRoutes }
