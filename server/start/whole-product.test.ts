// The whole product as people start and end it: Ctrl-C, a stop by the system, kill -9 of one process or of all. Nothing stays running,
// nothing that was answered is lost, and the next start says what it found. Linux tells which processes belong to a run.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitUntil } from '../embedded-postgres/processes.ts'
import { loginOverHttp } from '../modules/people/demo-login.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const main = [process.execPath, '--disable-warning=ExperimentalWarning', join(root, 'server/main.ts')]
const bootstrap = [process.execPath, join(root, 'bootstrap.mjs'), 'start']
const npm = ['npm', 'start', '--silent']
/** The neutral pack is opened in half the time; the packs that ship are started by the journeys and by the test of the commands. */
const town = { PACKS_DIR: join(root, 'server/modules/catalogue/testing-pack'), REGION: '990101' }

let folder = ''
const dataDir = () => join(folder, 'data')
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-whole-'))
  chmodSync(folder, 0o755)
})
afterEach(() => killAll())
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const seen = new Set<number>()

/**
 * Every process of a run names its data folder in its environment or on its command line, or works in it, as PostgreSQL's do;
 * the guard of the database names the database's process.
 */
const listProcesses = (): number[] => {
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).map(Number).filter((pid) => {
    try {
      const [words = '', environment = ''] = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'))
      const guarded = Number(/tongban-database-guard\0(\d+)/.exec(words)?.[1])
      return words.includes(folder) || environment.includes(`DATA_DIR=${dataDir()}\0`) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) || seen.has(guarded)
    } catch {
      return false // It has ended.
    }
  })
  for (const pid of found) seen.add(pid)
  return found
}

const killAll = () => {
  for (const pid of listProcesses()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Its parent's end was its own.
    }
  }
}

type Product = { child: ChildProcess; url: string; said: string }

/** Started by these words; `url` is there once people could use it. */
const start = async ([command = '', ...words]: string[]): Promise<Product> => {
  const env = { ...process.env, ...town, DATA_DIR: dataDir(), PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '' }
  // A process group of its own, as a terminal gives to what is typed into it.
  const child = spawn(command, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const product: Product = { child, url: '', said: '' }
  child.stderr?.on('data', (chunk: Buffer) => (product.said += chunk.toString()))
  const isUp = () => product.said.includes('Ctrl-C') || child.exitCode !== null
  if (!(await waitUntil(isUp, 90_000)) || child.exitCode !== null) throw new Error(`it did not start:\n${product.said}`)
  product.url = /http:\/\/127\.0\.0\.1:\d+/.exec(product.said)?.[0] ?? ''
  return product
}

const ended = (child: ChildProcess): Promise<unknown> => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve())
const allGone = () => waitUntil(() => listProcesses().length === 0, 15_000)

/** Somebody begins to ask for something; the answer means that it is stored. */
const beginDraft = async (url: string): Promise<{ id: string; cookie: string }> => {
  const { cookie, csrf } = await loginOverHttp(url, 'luo-yu')
  const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
  const started = await fetch(`${url}/api/v1/applications`, { method: 'POST', headers, body: JSON.stringify({ matter: 'keep-telescope', region: town.REGION }) })
  return { id: ((await started.json()) as { id: string }).id, cookie }
}
/** Asked with the session of before: it is as lasting as the rest. */
const hasDraft = async (url: string, { id, cookie }: { id: string; cookie: string }) => (await (await fetch(`${url}/api/v1/applications`, { headers: { cookie } })).text()).includes(id)

const refused = async (environment: Record<string, string>) => {
  const child = spawn(main[0] ?? '', main.slice(1), { cwd: root, env: { ...process.env, DATA_DIR: dataDir(), PORT: '0', DATABASE_URL: '', ...environment }, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said: Buffer.concat(said).toString() }
}

// One run after the other on the same data folder, as it would be on somebody's machine.
describe.skipIf(process.platform !== 'linux')('the whole product', () => {
  let draft: { id: string; cookie: string }

  it('killed with -9, every process of it at once, has all data at the next start and says that it was interrupted', async () => {
    const first = await start(main)
    listProcesses() // The guard is recognised by the database it guards.
    expect(listProcesses().length).toBeGreaterThan(4)
    draft = await beginDraft(first.url)
    killAll()
    expect(await allGone()).toBe(true)
    const second = await start(main)
    expect(second.said).toContain('The last run did not end in order')
    expect(await hasDraft(second.url, draft)).toBe(true)
    // Killed alone this time: the departments' systems and the database notice and end by themselves.
    second.child.kill('SIGKILL')
    expect(await allGone()).toBe(true)
  }, 240_000)

  it('refuses a second start in one sentence, and ends without a trace on Ctrl-C in a terminal, which reaches npm and everything below it', async () => {
    const { child, url } = await start(npm)
    expect(await hasDraft(url, draft)).toBe(true)
    const { port } = new URL(url)
    const [taken, inUse] = [await refused({ PORT: port, DATA_DIR: join(folder, 'other') }), await refused({})]
    expect(taken).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken`) })
    expect(inUse).toMatchObject({ code: 1, said: expect.stringContaining('is in use by another running Tongban') })
    for (const { said } of [taken, inUse]) expect(said).not.toMatch(/\n {4}at /)
    expect(await hasDraft(url, draft)).toBe(true)
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await ended(child)
    expect(await allGone()).toBe(true)
  }, 180_000)

  it('ends in order when a process manager stops the one process it knows', async () => {
    const product = await start(bootstrap)
    expect(product.said).not.toContain('did not end in order')
    product.child.kill('SIGTERM')
    await ended(product.child)
    expect(product.child.exitCode, product.said).toBe(0)
    expect(await allGone()).toBe(true)
  }, 120_000)

  it('ends with an error when its database is killed, so that whoever watches it starts it anew', async () => {
    const { child, url, said } = await start(main)
    // The one that leads: a process it has just made still has its name, and that one's end it survives.
    const database = Number(readFileSync(join(dataDir(), 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(database, 'SIGKILL')
    await ended(child)
    expect([child.exitCode, said, url]).toEqual([1, expect.any(String), expect.any(String)])
    expect(await allGone()).toBe(true)
  }, 120_000)

  it('ends without a trace when npm alone is killed with -9', async () => {
    const { child } = await start(npm)
    child.kill('SIGKILL')
    await ended(child)
    expect(await allGone()).toBe(true)
  }, 120_000)

  it('says in one sentence that its folder cannot be written', async () => {
    const { code, said } = await refused({ DATA_DIR: '/proc/tongban/data' })
    expect([code, said]).toEqual([1, expect.stringContaining('The data folder /proc/tongban/data cannot be written')])
    expect(said).not.toMatch(/\n {4}at /)
    expect(listProcesses()).toEqual([])
  }, 60_000)
})
