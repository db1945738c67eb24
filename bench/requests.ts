// Whole lives of requests in a second with ten thousand and with a million of them in the database, searching among them, finding like ones,
// and reading a text.
// Everything is on this machine: product, PostgreSQL and those who report. Fifty million a year are 1.6 in a second; twenty times that is 32.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { demoSecret, readConfig } from '../server/config.ts'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { plainDate, systemClock } from '../server/kernel/clock.ts'
import { openDatabase } from '../server/kernel/db.ts'
import { takeFieldKeys } from '../server/kernel/field-keys.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { openKeystore } from '../server/kernel/keystore.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { buildServer } from '../server/app.ts'
import type { App } from '../server/module.ts'
import { loadPacks } from '../server/modules/catalogue/index.ts'
import { noConnectors } from '../server/modules/connectors/index.ts'
import { listRequestsWith } from '../server/modules/requests/index.ts'
import { similarTo, understand } from '../server/modules/triage/index.ts'
import { createDatabase } from './matters/database.ts'
import { inParallel } from './matters/parallel.ts'
import type { Benchmark, Subject } from './harness.ts'
import { fillWithRequests } from './requests/archive.ts'
import { crewOf, finish, report, reportsOf, reworded, type Reported } from './requests/lives.ts'

const sizes = [{ name: '10 k', database: 'bench_requests_10k', requests: 10_000 }, { name: '1 M', database: 'bench_requests_1m', requests: 1_000_000 }]
const templates = 400
const clients = 8
const perRound = 400
const searches = 200
/** Requests a second at twenty times the average of fifty million a year. */
const peak = 32

const say = (line: string) => process.stderr.write(`${line}\n`)
const count = (length: number): number[] => Array.from({ length }, (_, index) => index)
const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

const openApp = async (url: string, folder: string): Promise<App> => {
  const config = readConfig({ REGION: '440300', DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error', SANDBOX: 'off' })
  return {
    config, clock: systemClock, db: openDatabase({ url, connections: clients }), log: pino({ level: 'error' }), files: await openFileStore(join(folder, 'files')), keys: openKeystore({ ...config.keystore, clock: systemClock }),
    packs: loadPacks(fileURLToPath(new URL('../packs/', import.meta.url)), { on: plainDate(systemClock.now()) }),
    exchange: { ask: () => Promise.resolve({ kind: 'unavailable', why: 'none' }), pausedUntil: () => undefined, noteBatch: () => Promise.resolve() }, connectors: noConnectors,
  }
}

const subjectOf = async (postgres: string, folder: string, { name, database, requests }: (typeof sizes)[number]): Promise<Subject> => {
  const url = await createDatabase(postgres, database)
  await migrate(url)
  const app = await openApp(url, join(folder, database))
  // A process has the keys of one database at a time.
  const takeKeys = () => takeFieldKeys(app.db, { secret: demoSecret, cipher: 'AES-256-GCM', clock: systemClock })
  await takeKeys()
  const [crew, reportOf] = [await crewOf(app), reportsOf(app)]
  await (await buildServer(app)).close() // What goes on where a request takes a turn is told of it: figures, ratings, mail.
  let nth = 0
  const told: { one: Reported; id: string; region: string }[] = []
  const live = async (): Promise<boolean> => {
    nth += 1
    const one = reportOf(nth)
    const receipt = await report(app, crew, one, `${database} ${nth}`)
    if (told.length < searches) told.push({ one, id: receipt.id, region: receipt.region })
    return finish(app, crew, one, receipt)
  }
  await inParallel(clients, count(templates), async () => void (await live()))
  say(`${name}: filled in ${(await fillWithRequests(url, requests)).toFixed(0)} s`)
  return {
    subject: name,
    round: async () => {
      await takeKeys()
      let [lived, failed] = [0, 0]
      const start = performance.now()
      await inParallel(clients, count(perRound), async () => void ((await live()) ? (lived += 1) : (failed += 1)))
      const seconds = (performance.now() - start) / 1000
      const found: number[] = []
      for (const at of count(searches)) {
        const words = reportOf(1 + ((at * 37) % templates)).address.slice(3)
        const begin = performance.now()
        await listRequestsWith(app.db.read, { words, regionPrefix: '4403', at: systemClock.now(), limit: 50 })
        found.push(performance.now() - begin)
      }
      const alike: number[] = []
      let seen = 0
      for (const { one, id, region } of told) {
        const begin = performance.now()
        const similar = await similarTo(app.db.read, { text: reworded(one), region, category: one.category, at: systemClock.now() })
        alike.push(performance.now() - begin)
        if (similar.some((each) => each.id === id)) seen += 1
      }
      const reading = performance.now()
      for (const at of count(searches)) understand(reportOf(nth + at).text)
      const classified = (performance.now() - reading) / searches
      if (failed > perRound / 2) throw new Error(`${failed} of ${perRound} went to a person`)
      return [
        { metric: 'lifecycles per second', unit: '1/s', value: lived / seconds }, { metric: 'head-room at 20 x average', unit: 'x', value: lived / seconds / peak },
        { metric: 'search p95', unit: 'ms', value: p95(found) },
        { metric: 'like ones p95', unit: 'ms', value: p95(alike) }, { metric: 'like one found', unit: '%', value: (100 * seen) / told.length }, { metric: 'classification', unit: 'ms', value: classified },
      ]
    },
    close: () => app.db.close(),
  }
}

export const requests: Benchmark = {
  name: 'requests',
  about: 'whole lives of requests per second, and searching, with ten thousand and with a million of them',
  rounds: 5,
  subjects: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
    await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
    const found: Subject[] = []
    for (const size of sizes) found.push(await subjectOf(postgres.url, folder, size))
    const last = found.at(-1)
    const stop = async () => {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
    return found.map((subject) => (subject === last ? { ...subject, close: () => subject.close().then(stop) } : subject))
  },
}
