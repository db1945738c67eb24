// Tongban itself: its real server on a loopback port, its real tables; applicants with finished drafts press "submit".
// Meanwhile the audit trail is sealed as the server does; a round ends when every case has its result and all of it is sealed. The counts are checked.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { pino } from 'pino'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { buildServer } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { sealAllAudit } from '../../server/kernel/audit-store.ts'
import { plainDate, systemClock } from '../../server/kernel/clock.ts'
import { openDatabase } from '../../server/kernel/db.ts'
import { takeFieldKeys } from '../../server/kernel/field-keys.ts'
import { openFileStore } from '../../server/kernel/files.ts'
import { openKeystore } from '../../server/kernel/keystore.ts'
import { migrate } from '../../server/kernel/migrate.ts'
import type { App } from '../../server/module.ts'
import { loadPacks } from '../../server/modules/catalogue/index.ts'
import { admit, createSession } from '../../server/modules/people/index.ts'
import { keepSealed } from '../../server/start/repeat.ts'
import { inventIdNumber } from '../../server/testing/invented.ts'
import type { Subject } from '../harness.ts'
import { clients, perRound, services } from './size.ts'
import type { Applicant, ApplicantsData, Order } from './applicants.ts'
import { createDatabase, observe, workPer } from './database.ts'
import { noConnectors } from '../../server/modules/connectors/index.ts'
import { answers, matter, region, writePack } from './matter-of-14.ts'
import { inParallel } from './parallel.ts'

const freePort = async (): Promise<number> => (await import('../../server/start/port.ts')).choosePort('127.0.0.1', 0)

const openApp = async (url: string, folder: string): Promise<App> => {
  const port = await freePort()
  const config = readConfig({ REGION: region, PORT: String(port), DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error', SANDBOX: 'off' })
  return {
    config, clock: systemClock, db: openDatabase({ url, connections: clients }), log: pino({ level: 'error' }), files: await openFileStore(join(folder, 'files')), keys: openKeystore({ ...config.keystore, clock: systemClock }),
    packs: loadPacks(await writePack(join(folder, 'pack')), { on: plainDate(systemClock.now()) }), exchange: { ask: () => Promise.resolve({ kind: 'unavailable', why: 'none' }), pausedUntil: () => undefined, noteBatch: () => Promise.resolve() }, connectors: noConnectors,
  }
}

const expectCounts = async (url: string, matters: number): Promise<void> => {
  const sql = connect(url, { max: 1 })
  const [row] = await sql`
    select (select count(*)::int from cases where state = 'granted') as granted, (select count(*)::int from results) as results,
      (select count(*)::int from messages where kind = 'casesGranted' and jsonb_array_length(detail->'services') = ${services}) as messages, (select sum(jsonb_array_length(steps))::int from case_moments) as actions,
      (select sum(jsonb_array_length(detail->'cases'))::int from audit_entries where action = 'cases.advance') as audited`
  await sql.end()
  const wanted = { granted: matters * services, results: matters * services, messages: matters, actions: matters * services * 3, audited: matters * services }
  for (const [name, count] of Object.entries(wanted)) {
    if ((row?.[name] ?? 0) < count) throw new Error(`only ${row?.[name]} of ${count} ${name}`)
  }
}

export const tongbanSubject = async (server: string, folder: string): Promise<Subject> => {
  const url = await createDatabase(server, 'bench_tongban')
  await migrate(url)
  const app = await openApp(url, folder)
  await takeFieldKeys(app.db, { secret: app.config.keystore.secret, cipher: app.config.fieldCipher, clock: app.clock })
  const http = await buildServer(app)
  await http.listen({ host: '127.0.0.1', port: app.config.port })
  const observer = observe(url)
  let people = 0
  let done = 0

  const data: ApplicantsData = { base: `${app.config.publicUrl}/api/v1`, clients, services, draft: { matter, region, channel: 'api', answers } }
  const applicants = new Worker(new URL('applicants.ts', import.meta.url), { workerData: data })
  const order = async (what: Order): Promise<void> => {
    applicants.postMessage(what)
    const [reply] = await once(applicants, 'message')
    if (reply.failed) throw new Error(reply.failed)
  }

  const newPerson = async (): Promise<Applicant> => {
    people += 1
    const identity = { kind: 'person' as const, issuer: 'bench', subject: `p${people}`, name: '测试人', idNumber: inventIdNumber(people), phone: '15400000000', region, companies: [] }
    return app.db.transaction(async (tx) => createSession(tx, await admit(tx, identity, app.clock), app.clock))
  }

  return {
    subject: 'tongban',
    round: async () => {
      const newcomers: Applicant[] = []
      await inParallel(clients, Array.from({ length: perRound }, (_, index) => index), async () => void newcomers.push(await newPerson()))
      await order({ fill: newcomers })
      await sealAllAudit(app.db)
      const before = await observer.take()
      const start = performance.now()
      const stopSealing = keepSealed(app)
      await order('submit')
      await stopSealing()
      await sealAllAudit(app.db)
      const seconds = (performance.now() - start) / 1000
      const after = await observer.take()
      done += perRound
      await expectCounts(url, done)
      return [{ metric: 'matters per second', unit: '1/s', value: perRound / seconds }, ...workPer(before, after, perRound)]
    },
    close: async () => {
      await applicants.terminate()
      await observer.close()
      await http.close()
      await app.db.close()
    },
  }
}
