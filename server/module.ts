// What a module of the product is, and what it may use: the App. Modules are listed one by one in modules/index.ts.
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { ActingFor, Principal } from './kernel/authz.ts'
import type { Clock } from './kernel/clock.ts'
import type { Database } from './kernel/db.ts'
import type { FileStore } from './kernel/files.ts'
import { routesFor, type RouteDeclaration } from './kernel/http.ts'
import type { JobTask } from './kernel/jobs.ts'
import type { KeyCustody } from './kernel/keys.ts'
import type { LoadedPacks } from './modules/catalogue/load-packs.ts'
import type { Connectors } from './modules/connectors/connectors.ts'
import type { Exchange } from './modules/exchange/gateway.ts'
import type { Permission } from './permissions.ts'

/** What every handler and job is given. */
export type App = {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  files: FileStore
  /** what is in force; replaced as a whole when an edition is released, so it is never kept */
  packs: LoadedPacks
  /** real sources behind the exchange, by their files */
  connectors: Connectors
  /** the one entrance to other departments' systems */
  exchange: Exchange
  /** what the installation signs with */
  keys: KeyCustody
}

/** Who asks for a mandate: the logged-in resident or official. */
export type MandateHolder = Extract<Principal, { kind: 'person' | 'staff' }>

/**
 * One kind of entitlement to act for a person; a request names one as `<kind>:<id>` in the header x-acting-for.
 * `find` answers only when it belongs to this holder and is in force at this moment.
 */
export type MandateKind = { kind: string; find: (app: App, id: string, holder: MandateHolder) => Promise<{ person: { id: string; name: string }; by: ActingFor } | undefined> }

export type Module = {
  name: string
  routes: readonly RouteDeclaration<App, Permission>[]
  /** background work, run by the worker */
  jobs?: (app: App) => readonly JobTask[]
  /** how others may act for a person by this module's word */
  mandates?: readonly MandateKind[]
  /** HTTP that is not API (the embedded identity provider) */
  mount?: (server: FastifyInstance, app: App) => Promise<void>
}

export const route = routesFor<App, Permission>()
