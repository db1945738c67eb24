// Casework with 64 people at work, on ten thousand cases and on a million with ten million actions: how long reading, writing and the
// queue take, and what one request costs. Server, workers, PostgreSQL and the people are all on this machine.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { demoSecret } from '../server/config.ts'
import { systemClock } from '../server/kernel/clock.ts'
import { openDatabase } from '../server/kernel/db.ts'
import { takeFieldKeys } from '../server/kernel/field-keys.ts'
import { fillWithCases } from '../tools/many-cases.ts'
import { cityFiles, cityRegion, districts } from './cases/city.ts'
import { p95, work } from './cases/load.ts'
import { newOfficial, newResident, type User } from './cases/people.ts'
import { processorSeconds, startServer } from '../tools/product-process.ts'
import { makeTemplates } from './cases/templates.ts'
import type { Benchmark, Figure } from './harness.ts'
import { createDatabase } from './matters/database.ts'
import { lines, writePack } from './matters/matter-of-14.ts'

/** How many cases there are, and how many of them are open: the same officials have the same work before them, the archive differs. */
const sizes = [{ name: '10 k', database: 'bench_cases_10k', cases: 10_000 }, { name: '1 M', database: 'bench_cases_1m', cases: 1_000_000 }]
const open = 4_000
const people = { officials: 44, supervisors: 4, residents: 16 }
const secondsPerRound = 20
const seed = 0.42

const say = (line: string) => process.stderr.write(`${line}\n`)

/** `cost`: seconds of processor time per request, of server and database together. */
type City = { name: string; round: (nth: number) => Promise<{ figures: Figure[]; cost: number }>; close: () => Promise<void> }

const found = (user: User | undefined): User => {
  if (!user) throw new Error('nobody is there for this work')
  return user
}

const openCity = async (postgres: string, folder: string, packs: string, size: (typeof sizes)[number]): Promise<City> => {
  const database = await createDatabase(postgres, size.database)
  await migrate(database)
  const server = await startServer({ DATABASE_URL: database, DATA_DIR: join(folder, size.database), PACKS_DIR: packs, REGION: cityRegion })
  const db = openDatabase({ url: database, connections: 4 })
  await takeFieldKeys(db, { secret: demoSecret, cipher: 'AES-256-GCM', clock: systemClock })
  const officialsOf = new Map<string, User>()
  for (const district of districts) {
    for (const line of lines) officialsOf.set(`${district} ${line}`, await newOfficial(db, server.url, [{ role: 'clerk', region: district, line }, { role: 'approver', region: district, line }]))
  }
  const all = [...officialsOf.values()]
  const home = districts[0] ?? ''
  const templates = await makeTemplates(() => newResident(db, server.url, home), (line) => found(officialsOf.get(`${home} ${line}`)), home)
  const filled = await fillWithCases(database, { cases: size.cases, templates, open, regions: districts, people: Math.ceil(size.cases / 3), seed })
  say(`${size.name}: ${filled.cases} cases, ${filled.actions} actions in ${filled.seconds.toFixed(0)} s`)
  const many = async (count: number, make: (nth: number) => Promise<User>) => Promise.all(Array.from({ length: count }, (_, nth) => make(nth)))
  const users = {
    // Spread over districts and lines; no two have the same queue.
    officials: Array.from({ length: people.officials }, (_, nth) => found(all[(nth * 11) % all.length])),
    supervisors: await many(people.supervisors, () => newOfficial(db, server.url, [{ role: 'supervisor', region: cityRegion, line: null }])),
    residents: await many(people.residents, (nth) => newResident(db, server.url, districts[nth % districts.length] ?? home)),
  }
  return {
    name: size.name,
    round: async (nth) => {
      const before = processorSeconds(server.pid)
      const start = performance.now()
      const { queue, read, write } = await work(users, secondsPerRound, nth)
      const seconds = (performance.now() - start) / 1000
      const after = processorSeconds(server.pid)
      const requests = queue.length + read.length + write.length
      const perRequest = (what: 'server' | 'database') => (after[what] - before[what]) / requests
      const figures = [
        { metric: `queue p95 at ${size.name}`, unit: 'ms', value: p95(queue) },
        { metric: `read p95 at ${size.name}`, unit: 'ms', value: p95(read) },
        { metric: `write p95 at ${size.name}`, unit: 'ms', value: p95(write) },
        { metric: `requests at ${size.name}`, unit: '1/s', value: requests / seconds },
        { metric: `processor time of the server per request at ${size.name}`, unit: 'ms', value: perRequest('server') * 1000 },
        { metric: `processor time of the database per request at ${size.name}`, unit: 'ms', value: perRequest('database') * 1000 },
      ]
      return { figures, cost: perRequest('server') + perRequest('database') }
    },
    close: async () => {
      await db.close()
      await server.stop()
    },
  }
}

export const cases: Benchmark = {
  name: 'cases',
  about: 'reading, writing and the queue with 64 people at work, on ten thousand cases and on a million',
  rounds: 5,
  subjects: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
    await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {}, settings: { shared_buffers: '4GB', effective_cache_size: '12GB', max_wal_size: '8GB', maintenance_work_mem: '1GB' } })
    const packs = await writePack(join(folder, 'packs', 'bench'), cityFiles()).then(() => join(folder, 'packs'))
    const cities: City[] = []
    for (const size of sizes) cities.push(await openCity(postgres.url, folder, packs, size))
    let rounds = 0
    return [{
      subject: 'tongban',
      round: async () => {
        rounds += 1
        const [small, large] = [await cities[0]?.round(rounds), await cities[1]?.round(rounds)]
        if (!small || !large) throw new Error('a city is missing')
        return [...small.figures, ...large.figures, { metric: 'cost at 1 M beside 10 k', unit: '×', value: large.cost / small.cost }]
      },
      close: async () => {
        for (const city of cities) await city.close()
        await postgres.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }]
  },
}
