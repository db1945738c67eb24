// Public face of the connectors module: real sources behind the exchange, and pulls of many records under grants for batches.
import type { Module } from '../../module.ts'
import { connectorJobs } from './connectors-jobs.ts'
import { staffConnectorRoutes } from './connectors-routes-staff.ts'

export { tryConnector, type ConnectorState } from './checking.ts'
export { noConnectors, openConnectors, type Connectors, type ConnectorsOptions } from './connectors.ts'
export { collect as collectFiles } from './connectors-jobs.ts'
export { pullBatch, pulledLines, pulledRecords, type PullWanted } from './pulling.ts'
export type { PullFilter, ResourcePull } from './resource-pull.ts'
export { findPull } from './resource-pulls-store.ts'

export const connectorsModule: Module = { name: 'connectors', routes: staffConnectorRoutes, jobs: connectorJobs }
