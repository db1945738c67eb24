// Servers and workers over one PostgreSQL, with people handing in and an official deciding, while servers and workers are killed with -9
// and PostgreSQL is restarted. Each process is started again at once, as a supervisor of processes would.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { createDatabase } from '../../bench/matters/database.ts'
import { writePack } from '../../bench/matters/matter-of-14.ts'
import { startEmbeddedPostgres } from '../../server/embedded-postgres.ts'
import { waitUntil } from '../../server/embedded-postgres/processes.ts'
import { demoSecret } from '../../server/config.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import { openDatabase } from '../../server/kernel/db.ts'
import { takeFieldKeys } from '../../server/kernel/field-keys.ts'
import { migrate } from '../../server/kernel/migrate.ts'
import { choosePort } from '../../server/start/port.ts'
import { admit, createSession } from '../../server/modules/people/index.ts'
import { inventIdNumber } from '../../server/testing/invented.ts'
import { startServer, type RunningServer } from '../product-process.ts'
import { listFindings } from './findings.ts'
import { answers, district, line, matter, packFiles } from './pack.ts'
import { insist, type Session } from './people.ts'

/** `submissions`: at least so many, and until everything has broken that is to break. `apart`: workers are processes of their own, as in a large city. */
export type FaultsOptions = { submissions: number; clients: number; apart: boolean; say: (text: string) => void }

export type FaultsReport = { acknowledged: number; askedAgain: number; faults: string[]; seconds: number; findings: string[] }

type Tracking = { id: string; cases: { id: string; service: string; state: string }[] }

/** A place a process runs at; what is killed there comes back. */
type Post = { name: string; workers: string; running: RunningServer | undefined }

const together = { posts: [{ name: 'server 1', workers: '4' }, { name: 'server 2', workers: '4' }], faults: [['server 1'], 'PostgreSQL', ['server 2']] } as const
const separate = {
  posts: [{ name: 'server 1', workers: '0' }, { name: 'server 2', workers: '0' }, { name: 'worker 1', workers: '4' }, { name: 'worker 2', workers: '4' }],
  faults: [['server 1'], ['worker 1'], 'PostgreSQL', ['server 2', 'worker 2']],
} as const

export const runFaults = async ({ submissions, clients, apart, say }: FaultsOptions): Promise<FaultsReport> => {
  const start = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'tongban-faults-'))
  await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
  const port = await choosePort('127.0.0.1', 0)
  const startDatabase = () => startEmbeddedPostgres({ dataDir: join(folder, 'database'), log: () => {}, port })
  let database = await startDatabase()
  const url = await createDatabase(database.url, 'faults')
  await migrate(url)
  const packs = await writePack(join(folder, 'packs', 'bench'), packFiles()).then(() => join(folder, 'packs'))
  const course = apart ? separate : together
  const posts: Post[] = course.posts.map((post) => ({ ...post, running: undefined }))
  const startAt = async (post: Post) => {
    post.running = await startServer({ DATABASE_URL: url, DATA_DIR: join(folder, 'data'), PACKS_DIR: packs, REGION: '990100', WORKERS: post.workers })
  }
  const servers = { urls: () => posts.slice(0, 2).flatMap(({ running }) => (running ? [running.url] : [])) }
  try {
    for (const post of posts) await startAt(post)
    const people = openPeople(url)
    const official = await people.newOfficial()
    say(`${posts.length} processes (${seconds(start)} s)`)

    const acknowledged: string[] = []
    let askedAgain = 0
    const faults: string[] = []
    const restart = async () => {
      await database.stop()
      database = await startDatabase()
    }
    const kill = (names: readonly string[]) =>
      Promise.all(posts.filter(({ name }) => names.includes(name)).map(async (post) => {
        await post.running?.kill()
        post.running = undefined
        await startAt(post)
      }))
    const ahead = course.faults.map((what, nth) => ({ what, at: ((nth + 0.75) / (course.faults.length + 1)) * submissions }))
    let breaking: Promise<void> = Promise.resolve()
    let going = ahead.length
    const breakMore = () => {
      const [next] = ahead
      if (!next || acknowledged.length < next.at) return
      ahead.shift()
      breaking = breaking.then(async () => {
        await (next.what === 'PostgreSQL' ? restart() : kill(next.what))
        faults.push(next.what === 'PostgreSQL' ? 'PostgreSQL restarted' : `kill -9 ${next.what.join(', ')}`)
        going -= 1
        say(`${faults.at(-1)} at ${acknowledged.length} (${seconds(start)} s)`)
      })
      breaking.catch(() => {}) // Awaited below.
    }
    const applicant = async () => {
      while (acknowledged.length < submissions || going > 0) {
        const resident = await people.newResident()
        const draft = await insist(servers, resident, 'POST', '/applications', { matter, region: district, channel: 'api', answers })
        const handedIn = await insist(servers, resident, 'POST', `/applications/${(draft.body as { id: string }).id}/submit`, { truthful: true })
        if (handedIn.status !== 200) throw new Error(`not handed in: ${handedIn.status} ${JSON.stringify(handedIn.body)}`)
        const { id, cases } = handedIn.body as Tracking
        acknowledged.push(id)
        askedAgain += draft.attempts + handedIn.attempts - 2
        breakMore()
        const again = await decide(servers, official, cases.find(({ service }) => service === 'licence')?.id ?? '')
        askedAgain += again
      }
    }
    await Promise.all(Array.from({ length: clients }, applicant))
    await breaking
    await people.close()
    const isDone = await waitForJobs(url)
    const findings = await listFindings(url, acknowledged)
    return { acknowledged: acknowledged.length, askedAgain, faults, seconds: Number(seconds(start)), findings: isDone ? findings : ['jobs were still running', ...findings] }
  } finally {
    for (const { running } of posts) await running?.kill()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)

/** Accounts and sessions, made in the database itself, as logging in is not what is tested; also while it is away, by trying again. */
const openPeople = (url: string) => {
  const db = openDatabase({ url, connections: 4 })
  let nth = 0
  let taken = false
  const taking = async () => {
    if (!taken) await takeFieldKeys(db, { secret: demoSecret, cipher: 'AES-256-GCM', clock: systemClock })
    taken = true
  }
  const sessionOf = async (identity: Parameters<typeof admit>[1]): Promise<Session> => {
    for (;;) {
      try {
        await taking()
        return await db.transaction(async (tx) => createSession(tx, await admit(tx, identity, systemClock), systemClock))
      } catch {
        await wait(100)
      }
    }
  }
  return {
    newResident: () => {
      nth += 1
      return sessionOf({ kind: 'person', issuer: 'faults', subject: `p${nth}`, name: '测试居民', idNumber: inventIdNumber(nth), phone: '15400000000', region: district, companies: [] })
    },
    newOfficial: () => sessionOf({ kind: 'staff', issuer: 'faults', subject: 'official', name: '测试职员', unit: '样例单位', postings: [{ role: 'clerk', region: district, line }, { role: 'approver', region: district, line }] }),
    close: () => db.close(),
  }
}

/** Accepts and grants, as often as it takes: an answer that was lost may have been a success. Returns how often it had to be asked again. */
const decide = async (servers: Parameters<typeof insist>[0], official: Session, id: string): Promise<number> => {
  let again = 0
  for (let round = 0; round < 20; round += 1) {
    const seen = await insist(servers, official, 'GET', `/cases/${id}`)
    const { state, revision } = seen.body as { state: string; revision: number }
    if (state === 'granted') return again
    const done = await insist(servers, official, 'POST', `/cases/${id}/${state === 'submitted' ? 'accept' : 'grant'}`, { revision, ...(state === 'submitted' ? {} : { opinion: '符合条件' }) })
    again += seen.attempts + done.attempts - 2
    if (done.status !== 200 && done.status !== 409) throw new Error(`case ${id}: ${done.status} ${JSON.stringify(done.body)}`)
  }
  throw new Error(`case ${id} was never granted`)
}

/** Until no job is due: those of killed workers are taken up once they are known to be dead. */
const waitForJobs = async (url: string): Promise<boolean> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  let due = Number.POSITIVE_INFINITY
  let asking: Promise<void> | undefined
  const isDone = () => {
    asking ??= sql<{ due: number }[]>`select count(*)::int as due from graphile_worker.jobs where run_at <= now()`.then(([row]) => {
      due = row?.due ?? 0
      asking = undefined
    })
    return due === 0
  }
  const done = await waitUntil(isDone, 180_000)
  await sql.end()
  return done
}
