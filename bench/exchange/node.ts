// One node of the exchange: the real server with its real log on a fresh database, a registered consumer with its grant, the provider
// in a process of its own and the consumers in a thread of theirs.
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { pino } from 'pino'
import { getPopulation } from '../../sandbox/people.ts'
import { buildServer } from '../../server/app.ts'
import { demoSecret, readConfig } from '../../server/config.ts'
import { plainDate, systemClock } from '../../server/kernel/clock.ts'
import { openDatabase } from '../../server/kernel/db.ts'
import { takeFieldKeys } from '../../server/kernel/field-keys.ts'
import { openFileStore } from '../../server/kernel/files.ts'
import { openKeystore } from '../../server/kernel/keystore.ts'
import type { PublicJwk } from '../../server/kernel/keys.ts'
import { migrate } from '../../server/kernel/migrate.ts'
import type { App } from '../../server/module.ts'
import { loadPacks } from '../../server/modules/catalogue/index.ts'
import { noConnectors } from '../../server/modules/connectors/index.ts'
import { openExchange, thumbprintOf, verifyLog } from '../../server/modules/exchange/index.ts'
import { admit } from '../../server/modules/people/index.ts'
import { choosePort } from '../../server/start/port.ts'
import { createDatabase } from '../matters/database.ts'
import type { CallOrder, ConsumersData } from './consumers.ts'

const [consumer, providerKey] = ['bench', 'bench-key']
const grant = { purpose: '夜间巡查核对住址', legalBasis: { title: '样例办法', article: '第一条' }, fields: ['name', 'residenceAddress'] }

const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const publicJwk: PublicJwk = { kty, crv, x, y, kid: thumbprintOf({ kty, crv, x, y }), alg: 'ES256', use: 'sig' }
  return { publicJwk, privateJwk: privateKey.export({ format: 'jwk' }) }
}

const startProvider = async (callers: readonly PublicJwk[]) => {
  const child = spawn(process.execPath, [new URL('provider.ts', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, CALLERS: JSON.stringify(callers), KEY: providerKey } })
  const [line] = await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')
  return { ...(JSON.parse(String(line)) as { url: string; signer: string }), stop: () => child.kill() }
}

const register = async ({ db }: App, publicJwk: PublicJwk): Promise<void> => {
  const { use: _use, ...jwk } = publicJwk
  await db.transaction(async (tx) => {
    const staff = await admit(tx, { kind: 'staff', issuer: 'bench', subject: 'steward', name: '数据专员', unit: '样例', postings: [] }, systemClock)
    await tx`insert into exchange_consumers (code, name, line, region, jwk, since_at) values (${consumer}, '巡查', 'urban-management', '440300', ${JSON.stringify(jwk)}, now())`
    await tx`
      insert into access_requests (id, number, resource, resource_title, region, line, owner_region, owner_line, fields, granted_fields, purpose, legal_basis, batch, state, revision, asked_by, asked_at, updated_at)
      values (gen_random_uuid(), 'B-1', 'population', '{}', '440300', 'urban-management', '440300', 'public-security', ${JSON.stringify(grant.fields)}, ${JSON.stringify(grant.fields)}, ${grant.purpose}, ${JSON.stringify(grant.legalBasis)}, false, 'granted', 1, ${'staffId' in staff ? staff.staffId : ''}, now(), now())`
  })
}

export type Node = { call(order: CallOrder): Promise<{ seconds: number; took: number[] }>; logged(): Promise<number>; close(): Promise<void> }

export const startNode = async (server: string, folder: string): Promise<Node> => {
  const url = await createDatabase(server, 'bench_exchange')
  await migrate(url)
  const db = openDatabase({ url, connections: 8 })
  await takeFieldKeys(db, { secret: demoSecret, cipher: 'AES-256-GCM', clock: systemClock })
  const port = await choosePort('127.0.0.1', 0)
  const base = readConfig({ PORT: String(port), DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error', SANDBOX: 'off' })
  const keys = openKeystore({ ...base.keystore, clock: systemClock })
  const exchangeJwk = (await keys.signer('exchange')).publicJwk
  const own = newKey()
  const provider = await startProvider([exchangeJwk, own.publicJwk])
  const config = { ...base, registries: { population: { url: provider.url, key: providerKey, signer: provider.signer } } }
  const parts: Omit<App, 'exchange'> = { config, db, clock: systemClock, log: pino({ level: 'error' }), files: await openFileStore(join(folder, 'files')), keys, packs: loadPacks(config.packs, { on: plainDate(systemClock.now()) }), connectors: noConnectors }
  const app: App = Object.assign(parts, { exchange: openExchange(parts) })
  await register(app, own.publicJwk)
  const http = await buildServer(app)
  await http.listen({ host: '127.0.0.1', port })
  const subjects = getPopulation(plainDate(systemClock.now())).people.filter(({ canLogIn }) => canLogIn).map(({ idNumber }) => idNumber)
  const data: ConsumersData = {
    gateway: config.publicUrl, provider: provider.url, providerKey, ...own, exchangeJwk, consumer, audience: config.publicUrl, subjects, fields: grant.fields, purpose: grant.purpose,
    legalBasis: `《${grant.legalBasis.title}》${grant.legalBasis.article}`,
  }
  const consumers = new Worker(new URL('consumers.ts', import.meta.url), { workerData: data })
  return {
    call: async (order) => {
      consumers.postMessage(order)
      const [reply] = (await once(consumers, 'message')) as [{ failed?: string; seconds: number; took: number[] }]
      if (reply.failed !== undefined) throw new Error(reply.failed)
      return reply
    },
    logged: async () => {
      const verdict = await verifyLog(app)
      if (!verdict.intact) throw new Error(`the log is broken: ${JSON.stringify(verdict.broken)}`)
      return verdict.calls
    },
    close: async () => {
      await consumers.terminate()
      await http.close()
      await db.close()
      provider.stop()
    },
  }
}
