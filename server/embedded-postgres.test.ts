// The embedded database through crashes, second starts, closed folders and foreign versions: always the data, or a clear sentence.
// Each test has a data folder of its own; killed programs are real child processes.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listProcessesIn, waitUntil } from './embedded-postgres/processes.ts'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, findRunningDatabase, startEmbeddedPostgres } from './embedded-postgres.ts'
import { connect } from './kernel/postgres-driver.ts'
import { StartRefusal } from './start-refusal.ts'

const isRoot = process.geteuid?.() === 0
const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-database-'))
  chmodSync(folder, 0o755)
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// Making a cluster is most of a first start, so one is made and each test gets a copy, owners and modes included.
let made = ''
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'tongban-database-made-'))
  chmodSync(made, 0o755)
  await (await startEmbeddedPostgres({ dataDir: made, log: () => {}, throwaway: true })).stop()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

const makeFolderWithDatabase = (): string => {
  const folder = makeFolder()
  spawnSync('cp', ['-a', join(made, 'postgres'), folder])
  return folder
}

const start = async (dataDir: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> => {
  const running = await startEmbeddedPostgres({ dataDir, log: () => {}, throwaway: true, ...options })
  cleanups.push(() => running.stop())
  return running
}

const query = async (url: string, statement: string): Promise<unknown[]> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end()
  }
}

const refusalOf = async (work: Promise<unknown>): Promise<StartRefusal> => {
  const error = await work.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof StartRefusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

/** A program of its own that starts the database and then waits, to be killed. */
const startInChild = async (dataDir: string) => {
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)})
    const running = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    process.stdout.write(running.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanups.push(() => void child.kill('SIGKILL'))
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: url.toString(), killHard: async () => (child.kill('SIGKILL'), await once(child, 'exit')) }
}

const findGuards = (postmaster: number): number[] =>
  listProcessesIn('/').filter((pid) => {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return commandLine.includes('tongban-database-guard') && commandLine.includes(`\0${postmaster}\0`)
  })
const getPostmaster = (dataDir: string) => Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

describe('a data folder', () => {
  it('gets a database at the first start and keeps what was written from one start to the next', async () => {
    const dataDir = makeFolder()
    const first = await start(dataDir)
    await query(first.url, 'create table note (text text); insert into note values (\'出生证明\')')
    await first.stop()
    const second = await start(dataDir)
    expect(await query(second.url, 'select text from note')).toEqual([{ text: '出生证明' }])
  })

  it('is refused to a second program while the first one runs, which goes on undisturbed', async () => {
    const dataDir = makeFolderWithDatabase()
    const first = await start(dataDir)
    const refusal = await refusalOf(startEmbeddedPostgres({ dataDir, log: () => {} }))
    expect(refusal.code).toBe('data_folder_in_use')
    expect(refusal.message).toContain(String(process.pid))
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('that cannot be written is named in the refusal', async () => {
    const folder = makeFolder()
    chmodSync(folder, 0o555)
    // Root may write anywhere, so for this test the process gives that power up.
    if (isRoot) process.seteuid?.(65_534)
    try {
      const refusal = await refusalOf(startEmbeddedPostgres({ dataDir: folder, log: () => {} }))
      expect(refusal.code).toBe('data_folder_read_only')
      expect(refusal.message).toContain(folder)
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })

  it.skipIf(process.platform !== 'linux')('that cannot be made, as on a read-only disk, is named in the refusal', async () => {
    expect((await refusalOf(startEmbeddedPostgres({ dataDir: '/proc/tongban/data', log: () => {} }))).code).toBe('data_folder_read_only')
  })

  it('that is a file is named in the refusal', async () => {
    const file = join(makeFolder(), 'data')
    writeFileSync(file, 'not a folder')
    expect((await refusalOf(startEmbeddedPostgres({ dataDir: file, log: () => {} }))).code).toBe('data_folder_unusable')
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
  })

  it('made by a newer PostgreSQL is refused and works again with the right one', async () => {
    const dataDir = makeFolderWithDatabase()
    const first = await start(dataDir)
    await query(first.url, 'create table note as select 1 as one')
    await first.stop()
    const versionFile = join(dataDir, 'postgres/cluster/PG_VERSION')
    const version = readFileSync(versionFile, 'utf8')
    writeFileSync(versionFile, '99\n')
    const refusal = await refusalOf(startEmbeddedPostgres({ dataDir, log: () => {} }))
    expect(refusal.code).toBe('database_newer')
    expect(refusal.message).toContain('PostgreSQL 99')
    writeFileSync(versionFile, version)
    expect(await query((await start(dataDir)).url, 'select one from note')).toEqual([{ one: 1 }])
  })

  it('whose first start was interrupted gets its database at the next one', async () => {
    const dataDir = makeFolder()
    mkdirSync(join(dataDir, 'postgres/unfinished-1'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres/unfinished-1/PG_VERSION'), '18\n')
    writeFileSync(join(dataDir, 'postgres/password'), 'of the unfinished one\n')
    const { url, dataFolder } = await start(dataDir)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(dataFolder, 'unfinished-1'))).toBe(false)
  })

  it('without its password file is refused instead of being replaced', async () => {
    const dataDir = makeFolderWithDatabase()
    renameSync(join(dataDir, 'postgres/password'), join(dataDir, 'postgres/kept'))
    expect((await refusalOf(startEmbeddedPostgres({ dataDir, log: () => {} }))).code).toBe('database_password_missing')
    expect(existsSync(join(dataDir, 'postgres/cluster/PG_VERSION'))).toBe(true)
  })
})

describe('the database', () => {
  it('leaves no process and no lock behind after stop, also when stop is called twice', async () => {
    const dataDir = makeFolderWithDatabase()
    const running = await start(dataDir)
    const guards = process.platform === 'linux' ? findGuards(getPostmaster(dataDir)) : []
    await Promise.all([running.stop(), running.stop()])
    expect(listProcessesIn(join(dataDir, 'postgres/cluster'))).toEqual([])
    expect(await waitUntil(() => guards.every((pid) => !existsSync(`/proc/${pid}`)), 2_000)).toBe(true)
    expect(existsSync(join(dataDir, 'postgres/lock'))).toBe(false)
  })

  it('is found by a command that runs beside the program, and only while it runs', async () => {
    const dataDir = makeFolderWithDatabase()
    expect(findRunningDatabase(dataDir)).toBeUndefined()
    const running = await start(dataDir)
    expect(findRunningDatabase(dataDir)).toBe(running.url)
    await running.stop()
    expect(findRunningDatabase(dataDir)).toBeUndefined()
  })

  it('is closed to whoever does not know the password, and keeps that password from other users', async () => {
    const dataDir = makeFolderWithDatabase()
    const { url, dataFolder } = await start(dataDir)
    await expect(query(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(dataFolder, 'password')).mode & 0o077).toBe(0)
    expect(statSync(join(dataFolder, 'cluster')).mode & 0o077).toBe(0)
  })

  it('says so when its port is taken', async () => {
    const first = await start(makeFolderWithDatabase())
    const refusal = await refusalOf(startEmbeddedPostgres({ dataDir: makeFolderWithDatabase(), log: () => {}, port: Number(new URL(first.url).port), throwaway: true }))
    expect(refusal.code).toBe('port_taken')
  })

  it('reports once when it ends although nobody stopped it', async () => {
    const dataDir = makeFolderWithDatabase()
    const reasons: string[] = []
    await start(dataDir, { onUnexpectedExit: (reason) => reasons.push(reason) })
    process.kill(getPostmaster(dataDir), 'SIGQUIT')
    expect(await waitUntil(() => reasons.length > 0, 5_000)).toBe(true)
    expect(reasons).toHaveLength(1)
  })
})

describe.skipIf(process.platform !== 'linux')('after kill -9', () => {
  it('of the program alone, the database stops by itself and the next start has the data', async () => {
    const dataDir = makeFolderWithDatabase()
    const { url, killHard } = await startInChild(dataDir)
    await query(url, 'create table note as select 1 as one')
    await killHard()
    expect(await waitUntil(() => listProcessesIn(join(dataDir, 'postgres/cluster')).length === 0, 10_000)).toBe(true)
    expect(await query((await start(dataDir)).url, 'select one from note')).toEqual([{ one: 1 }])
  })

  it('of the program and its guard, the next start stops the orphaned database in order and has the data', async () => {
    const dataDir = makeFolderWithDatabase()
    const { url, killHard } = await startInChild(dataDir)
    await query(url, 'create table note as select 1 as one')
    const orphan = getPostmaster(dataDir)
    for (const guard of findGuards(orphan)) process.kill(guard, 'SIGKILL')
    await killHard()
    expect(listProcessesIn(join(dataDir, 'postgres/cluster'))).toContain(orphan)
    const lines: string[] = []
    const next = await start(dataDir, { log: (line) => lines.push(line) })
    expect(lines.join('\n')).toContain('did not end in order')
    expect(listProcessesIn(join(dataDir, 'postgres/cluster'))).not.toContain(orphan)
    expect(await query(next.url, 'select one from note')).toEqual([{ one: 1 }])
  })

  it('of everything at once, the next start replays what was committed', async () => {
    const dataDir = makeFolderWithDatabase()
    const { url, killHard } = await startInChild(dataDir)
    await query(url, 'create table note as select generate_series(1, 1000) as number')
    const postmaster = getPostmaster(dataDir)
    process.kill(postmaster, 'SIGKILL')
    await killHard()
    expect(await query((await start(dataDir)).url, 'select count(*)::int as notes from note')).toEqual([{ notes: 1000 }])
  })

  it('and a restart that gave the old process number to a stranger, the next start is not misled', async () => {
    const dataDir = makeFolderWithDatabase()
    const stranger = spawn('sleep', ['60'], isRoot ? { uid: 65_534, gid: 65_534 } : {})
    cleanups.push(() => void stranger.kill('SIGKILL'))
    const cluster = join(dataDir, 'postgres/cluster')
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n         1         1\nready   \n`)
    writeFileSync(join(dataDir, 'postgres/lock'), `${stranger.pid}\nof another process\n`)
    expect(await query((await start(dataDir)).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBe(null)
  })
})

// An ordinary user's own folder is always open to the database, which runs as that same user.
describe.skipIf(!isRoot)('started by root in a folder only root may enter', () => {
  it('puts programs and data where the database user reaches them, says where, and finds them again', async () => {
    const home = makeFolder()
    chmodSync(home, 0o700)
    const dataDir = join(home, 'clone/data')
    const lines: string[] = []
    const first = await start(dataDir, { log: (line) => lines.push(line) })
    cleanups.unshift(() => rmSync(first.dataFolder, { recursive: true, force: true }))
    expect(first.dataFolder.startsWith(home)).toBe(false)
    expect(lines.join('\n')).toContain(first.dataFolder)
    expect(readFileSync(join(dataDir, 'postgres/location.txt'), 'utf8')).toContain(first.dataFolder)
    expect(statSync(join(first.dataFolder, 'cluster')).uid).not.toBe(0)
    await query(first.url, 'create table note as select 1 as one')
    await first.stop()
    const second = await start(dataDir)
    expect(second.dataFolder).toBe(first.dataFolder)
    expect(await query(second.url, 'select one from note')).toEqual([{ one: 1 }])
  })

  it('lets the database user, and nobody else, pass a data folder that is closed itself', async () => {
    const dataDir = makeFolder()
    chmodSync(dataDir, 0o700)
    const running = await start(dataDir)
    expect(running.dataFolder).toBe(join(dataDir, 'postgres'))
    expect(statSync(dataDir).mode & 0o777).toBe(0o710)
    expect(statSync(dataDir).gid).toBe(statSync(join(running.dataFolder, 'cluster')).gid)
  })

  it('refuses a moved data folder rather than beginning with an empty database', async () => {
    const home = makeFolder()
    chmodSync(home, 0o700)
    const first = await start(join(home, 'before'))
    cleanups.unshift(() => rmSync(first.dataFolder, { recursive: true, force: true }))
    await first.stop()
    renameSync(join(home, 'before'), join(home, 'after'))
    const refusal = await refusalOf(startEmbeddedPostgres({ dataDir: join(home, 'after'), log: () => {} }))
    expect(refusal.code).toBe('data_folder_moved')
    expect(refusal.message).toContain(`mv ${first.dataFolder} /var/lib/tongban-`)
  })

  it('refuses a database whose folder was closed later, and opens it again unchanged', async () => {
    const home = makeFolder()
    const first = await start(join(home, 'data'))
    await query(first.url, 'create table note as select 1 as one')
    await first.stop()
    chmodSync(home, 0o700)
    expect((await refusalOf(startEmbeddedPostgres({ dataDir: join(home, 'data'), log: () => {} }))).code).toBe('data_folder_unreachable')
    chmodSync(home, 0o755)
    expect(await query((await start(join(home, 'data'))).url, 'select one from note')).toEqual([{ one: 1 }])
  })
})
