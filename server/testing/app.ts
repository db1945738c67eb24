// The real application for tests: real server, fresh database, files in a temporary folder, and people to ask as.
// Every call builds its own; `close` leaves nothing behind.
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { runOnce, Logger } from 'graphile-worker'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pino } from 'pino'
import { createTestDatabase } from '../../tools/test-database.ts'
import { buildServer } from '../app.ts'
import { readConfig, type Config } from '../config.ts'
import type { Posting } from '../kernel/authz.ts'
import { plainDate, systemClock, type Clock } from '../kernel/clock.ts'
import { openDatabase } from '../kernel/db.ts'
import { openFileStore } from '../kernel/files.ts'
import { openKeystore } from '../kernel/keystore.ts'
import type { App } from '../module.ts'
import { openConnectors } from '../modules/connectors/index.ts'
import { openExchange } from '../modules/exchange/index.ts'
import { modules } from '../modules/index.ts'
import { admit, createSession, type PersonIdentity, type StaffIdentity } from '../modules/people/index.ts'
import { setTestingKeys } from './field-keys.ts'
import { inventIdNumber } from './invented.ts'
import { testingPacks } from './packs.ts'
import { listWholeReads, ofStores, type Statements } from './query-plans.ts'

export type TestAppOptions = {
  clock?: Clock
  packs?: App['packs']
  registries?: Config['registries']
  /** on top of the demo settings, e.g. `{ TONGBAN_MODE: 'production', … }` */
  environment?: Readonly<Record<string, string>>
  /** also listens on a free port of the loopback address, at `app.config.publicUrl` */
  listen?: boolean
  /** told of every statement the application runs */
  onStatement?: (text: string, parameters: readonly unknown[]) => void
}

/** Whom to ask as: a resident (everything has a default) or an official with these postings. */
export type Someone = { person: Partial<Omit<PersonIdentity, 'kind'>> } | ({ staff: readonly Posting[] } & Partial<Omit<StaffIdentity, 'kind' | 'postings'>>)

export type TestReply<Body> = { status: number; body: Body; headers: Readonly<Record<string, unknown>> }
type Ask = <Body = unknown>(path: string, body?: unknown) => Promise<TestReply<Body>>

/** Asks below /api/v1 with session and CSRF token. `id` is the person's or the official's, empty for nobody. */
export type TestClient = { id: string; cookie: string; csrf: string; get: Ask; post: Ask; put: Ask; patch: Ask; delete: Ask; request: (options: InjectOptions) => Promise<LightMyRequestResponse> }

export type TestApp = {
  app: App
  /** of its database, as the owner */
  databaseUrl: string
  server: FastifyInstance
  as: (someone: Someone) => Promise<TestClient>
  asNobody: TestClient
  /** runs the background jobs that are due until none is left; throws what the first failing job threw */
  runJobs: () => Promise<void>
  /** Runs those that wait as well: for their day, or to be tried again. */
  retryJobs: () => Promise<void>
  close: () => Promise<void>
}

export const startTestApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  setTestingKeys()
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'tongban-app-'))
  const port = options.listen ? await freePort() : 8080
  const environment = { DATA_DIR: dataDir, DATABASE_URL: database.url, DATABASE_CONNECTIONS: '4', PORT: String(port), LOG_LEVEL: 'silent', WORKERS: '0', SANDBOX: 'off', ...options.environment }
  const config = readConfig(environment)
  const statements: Statements = new Map()
  const db = openDatabase({
    url: database.url, connections: config.databaseConnections,
    onStatement: (text, parameters) => {
      if (!statements.has(text)) statements.set(text, [...parameters])
      options.onStatement?.(text, parameters)
    },
  })
  const clock = options.clock ?? systemClock
  const registries = options.registries ?? config.registries
  const parts: Omit<App, 'exchange'> = {
    db, clock,
    config: { ...config, registries },
    log: pino({ level: config.logLevel }),
    files: await openFileStore(join(dataDir, 'files')),
    keys: openKeystore({ ...config.keystore, clock }),
    packs: options.packs ?? testingPacks(plainDate(clock.now())),
    connectors: await openConnectors({ folder: config.connectors.folder, networks: config.connectors.networks, environment, db, clock, log: pino({ level: config.logLevel }) }),
  }
  const app: App = Object.assign(parts, { exchange: openExchange(parts) })
  const server = await buildServer(app)
  if (options.listen) await server.listen({ host: '127.0.0.1', port })

  return {
    app, server, databaseUrl: database.url,
    asNobody: clientOf(server, '', '', ''),
    as: async (someone) => {
      const { owner, session } = await db.transaction(async (tx) => {
        const admitted = await admit(tx, identityOf(someone, config.region), clock)
        return { owner: admitted, session: await createSession(tx, admitted, clock) }
      })
      return clientOf(server, 'personId' in owner ? owner.personId : owner.staffId, session.cookie, session.csrf)
    },
    runJobs: () => runJobs(app, database.url),
    retryJobs: async () => {
      await makeDue(db)
      await runJobs(app, database.url)
    },
    close: async () => {
      await server.close()
      await app.connectors.close()
      await db.close()
      const whole = await listWholeReads(database.url, ofStores(statements))
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
      if (whole.length > 0) throw new Error(`No index serves these statements; on a table that grows each would read all of it (docs/guide/sql.md):\n${whole.join('\n')}`)
    },
  }
}

let invented = 0

const identityOf = (someone: Someone, region: string): Parameters<typeof admit>[1] => {
  invented += 1
  const who = { issuer: 'test', subject: `invented-${invented}` }
  if ('staff' in someone) {
    const { staff, ...rest } = someone
    return { kind: 'staff', ...who, name: '测试职员', unit: '示例单位', ...rest, postings: staff }
  }
  return { kind: 'person', ...who, name: '测试居民', idNumber: inventIdNumber(invented), phone: '15400000000', region, companies: [], ...someone.person }
}

const clientOf = (server: FastifyInstance, id: string, cookie: string, csrf: string): TestClient => {
  const headers = cookie === '' ? {} : { cookie, 'x-csrf-token': csrf }
  const request: TestClient['request'] = (options) => server.inject({ ...options, headers: { ...headers, ...options.headers } })
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): Ask =>
    async <Body>(path: string, body?: unknown) => {
      const reply = await request({ method, url: `/api/v1${path}`, ...(body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) })
      const isJson = String(reply.headers['content-type'] ?? '').startsWith('application/json')
      // The test names the shape it expects and checks it.
      return { status: reply.statusCode, headers: reply.headers, body: (isJson ? reply.json() : reply.body) as Body }
    }
  return { id, cookie, csrf, request, get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') }
}

const runJobs = async (app: App, connectionString: string): Promise<void> => {
  const failures: unknown[] = []
  const noting = (run: (payload: unknown) => Promise<void>) => (payload: unknown) =>
    run(payload).catch((error: unknown) => {
      failures.push(error)
      throw error
    })
  const tasks = modules.flatMap((each) => each.jobs?.(app) ?? [])
  await runOnce({ connectionString, noHandleSignals: true, maxPoolSize: 3, logger: new Logger(() => () => {}), taskList: Object.fromEntries(tasks.map(({ task, run }) => [task, noting(run)])) })
  if (failures.length > 0) throw failures[0]
}

/** The worker writes down a failure a moment after it ended. */
const makeDue = async (db: App['db']): Promise<void> => {
  const isHeld = async () => (await db.read`select 1 from graphile_worker._private_jobs where locked_at is not null`).length > 0
  while (await isHeld()) await nextTurn()
  await db.transaction((tx) => tx`update graphile_worker._private_jobs set run_at = now()`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
