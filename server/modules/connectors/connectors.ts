// All connectors of the installation: reads their files at start and opens each. A registry whose file is wrong is not asked elsewhere
// instead: it is unavailable, and says why to those who look.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/db.ts'
import { openOutbound, type Outbound } from '../../kernel/outbound.ts'
import { StartRefusal } from '../../start-refusal.ts'
import type { Connector } from '../exchange/index.ts'
import { packErrorText, type PackError } from '../catalogue/index.ts'
import type { ConnectorDefinition } from './connector-definition.ts'
import { csvSource } from './csv-source.ts'
import { readDefinitions } from './definition-files.ts'
import { postgresSource } from './postgres-source.ts'
import { restSource } from './rest-source.ts'
import { referencesIn, type Environment } from './secrets.ts'
import type { Complain, Source } from './source.ts'

/** One file; `source` is there when the file is right. */
export type ConnectorEntry = { registry: string; file: string; source: Source | undefined; errors: readonly PackError[] }

export type Connectors = {
  /** Undefined when no connector file is about this registry. */
  find: (registry: string) => Connector | undefined
  list: () => readonly ConnectorEntry[]
  close: () => Promise<void>
}

/** `networks`: not public, and yet allowed (10.20.0.0/16); `without`: registries whose files are left out. */
export type ConnectorsOptions = { folder: string | undefined; environment: Environment; networks: readonly string[]; without?: readonly string[]; db: Database; clock: Clock; log: Pick<Logger, 'warn' | 'error'> }

export const noConnectors: Connectors = { find: () => undefined, list: () => [], close: async () => {} }

/** What a file is about is named by the file, so that one which cannot be read is still known. */
const registryOf = (file: string): string => basename(file, '.yaml')

/** @throws StartRefusal when the folder is not there */
export const openConnectors = async ({ folder, environment, networks, without = [], db, clock, log }: ConnectorsOptions): Promise<Connectors> => {
  if (folder === undefined) return noConnectors
  if (!existsSync(folder)) throw new StartRefusal('configuration', `配置 CONNECTORS_DIR：没有文件夹 ${folder} / CONNECTORS_DIR: there is no folder ${folder}`)
  const outbound = openOutbound({ networks })
  // Only which fields: what stood there is about somebody.
  const complain: Complain = (registry, faults) => log.warn({ registry, fields: faults.map((fault) => fault.split(':')[0]) }, 'values of a connector could not be read and were left out')
  const surroundings = { references: referencesIn(folder, environment), outbound, db, now: () => clock.now(), complain }
  const entries = (await readDefinitions(folder)).filter(({ file }) => !without.includes(registryOf(file))).map(({ file, definition, errors }): ConnectorEntry => ({ registry: registryOf(file), file, errors, source: definition && openSource(definition, surroundings) }))
  for (const { file, errors } of entries.filter((each) => each.errors.length > 0)) log.error({ file, errors: errors.map(packErrorText) }, 'a connector file is wrong; its registry cannot be asked')
  const byRegistry = new Map(entries.map((entry) => [entry.registry, entry]))
  const broken: Connector = { ask: async () => ({ kind: 'unavailable', why: 'the connector file is wrong' }) }
  return {
    find: (registry) => {
      const entry = byRegistry.get(registry)
      return entry && (entry.source ?? broken)
    },
    list: () => entries,
    close: async () => {
      await Promise.all(entries.map(({ source }) => source?.close()))
      await outbound.close()
    },
  }
}

type Surroundings = { references: ReturnType<typeof referencesIn>; outbound: Outbound; db: Database; now: () => Date; complain: Complain }

const openSource = (definition: ConnectorDefinition, surroundings: Surroundings): Source => {
  switch (definition.kind) {
    case 'rest':
      return restSource(definition, surroundings)
    case 'postgres':
      return postgresSource(definition, surroundings)
    case 'csv':
      return csvSource(definition, surroundings)
  }
}
