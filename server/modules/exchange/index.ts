// Public face of the exchange module.
import type { Module } from '../../module.ts'
import { callRoutes } from './calls-routes.ts'
import { consumerRoutes } from './consumers-routes-staff.ts'
import { resourceUseRoutes } from './resource-use-routes-staff.ts'
import { orderJobs } from './ordering.ts'
import { rootJobs } from './rooting.ts'

export type { CallOutcome, ExchangeCall } from './call.ts'
export { findCallAbout, listCallsAbout, type CallSpan, type SeenCall } from './calls-about-store.ts'
export type { Asking, Connector, Fetched, RegistryQuestion } from './connector.ts'
export type { CallFor, Exchange } from './gateway.ts'
export { hashOf, readMessage, signApart, signMessage, thumbprintOf } from './jws.ts'
export { lookUpRegistries, type Found } from './looking-up.ts'
export { openExchange, openUnloggedExchange } from './open-exchange.ts'
export { madeKey, readMade, subjectKeyOf, type FoundRecord, type RegistryAnswer, type RegistryReply } from './registry.ts'
export type { RegistryEndpoint } from './registry-connector.ts'
export { checkProof, type CallProof, type ProofVerdict } from './root.ts'
export { proveCall, signRoots, verifyLog, type LogVerdict } from './rooting.ts'
export { findTypedPause, giveTypedBack, mayTryTyped } from './typed-look-ups.ts'

export const exchangeModule: Module = { name: 'exchange', routes: [...callRoutes, ...consumerRoutes, ...resourceUseRoutes], jobs: (app) => [...orderJobs(app), ...rootJobs(app)] }
