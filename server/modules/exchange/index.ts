// Public face of the exchange module.
import type { Module } from '../../module.ts'
import { exchangeRoutes } from './exchange-routes.ts'

export { insertRegistryCalls } from './exchange-store.ts'
export { lookUpRegistries } from './looking-up.ts'
export { madeKey, readMade, type RegistryAnswer } from './registry.ts'
export { registryClient, type RegistryClient, type RegistryEndpoint } from './registry-client.ts'

export const exchangeModule: Module = { name: 'exchange', routes: exchangeRoutes }
