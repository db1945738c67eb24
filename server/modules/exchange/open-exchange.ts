// Puts the gateway together: the connectors of the registries configured, the grants in force, the log of this node.
import type { App } from '../../module.ts'
import type { Registry } from '../catalogue/index.ts'
import { isConsented } from '../consents/index.ts'
import { findGrant } from '../resources/index.ts'
import { openCallLog, type CallLog } from './call-log.ts'
import { openGateway, type Exchange } from './gateway.ts'
import { standingGrant } from './grant.ts'
import type { Connector } from './connector.ts'
import { openQuotas, type Quotas } from './quota-counting.ts'
import { registryConnector, type RegistryEndpoint } from './registry-connector.ts'

type Endpoints = Readonly<Record<string, RegistryEndpoint>>

/** Connectors are made when they are first needed, as configuration may change while running. */
const connectorsOf = (endpoints: Endpoints, keys?: App['keys']): ((resource: string) => Connector | undefined) => {
  const made = new Map<RegistryEndpoint, Connector>()
  return (resource) => {
    const endpoint = endpoints[resource]
    if (!endpoint) return undefined
    const connector = made.get(endpoint) ?? registryConnector(endpoint, keys && (() => keys.signer('exchange')))
    made.set(endpoint, connector)
    return connector
  }
}

/** A connector file comes before an address. */
const either = (first: (resource: string) => Connector | undefined, second: (resource: string) => Connector | undefined) => (resource: string) => first(resource) ?? second(resource)

/** What the gateway must know of a registry; `listKey`: field that tells the records of a list apart. */
const describe = (registry: Registry | undefined) => {
  if (!registry) return undefined
  const by = registry.several && registry.answers[registry.several.by]
  return { ...registry, ...(by === undefined ? {} : { listKey: by.split('.').at(-1) ?? by }) }
}

/** @param app as it is, but for the exchange; its packs are read anew at each call */
export const openExchange = (app: Omit<App, 'exchange'>): Exchange => {
  const registryOf = (id: string) => app.packs.catalogueFor(app.config.region).registries[id]
  return openGateway({
    connectorOf: either(app.connectors.find, connectorsOf(app.config.registries, app.keys)), clock: app.clock, log: app.log, calls: openCallLog(app.db, app.config.node), quotas: openQuotas(app.db, app.clock),
    describe: (id) => describe(registryOf(id)),
    grantFor: (wanted) => findGrant(app, wanted),
    isConsented: ({ consent, ...wanted }) => isConsented(app, consent, wanted),
  })
}

const noLog: CallLog = { append: async () => ({ position: 0, replayed: false }) }
const noLimit: Quotas = { take: async () => true }

/** For the command line, which has no database: asks the sandbox for invented people as the packs say. */
export const openUnloggedExchange = (endpoints: Endpoints, registries: Readonly<Record<string, Registry>>, { clock, log }: Pick<App, 'clock' | 'log'>): Exchange =>
  openGateway({
    connectorOf: connectorsOf(endpoints), clock, log, calls: noLog, quotas: noLimit, describe: (id) => describe(registries[id]),
    grantFor: async ({ resource }) => registries[resource] && standingGrant(registries[resource]), isConsented: async () => false,
  })
