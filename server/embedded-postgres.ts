// The embedded database: a real PostgreSQL from an npm package, started for one data folder and stopped with the program.
// It listens on a free port of the loopback address behind a random password; any crash is put in order at the next start.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { prepareBinaries } from './embedded-postgres/binaries.ts'
import { bareEnvironment, databaseName, failed, findPostmasterFile, getPassword, openCluster } from './embedded-postgres/cluster.ts'
import { isLocked, takeLock } from './embedded-postgres/lock.ts'
import { findPlace, type Place } from './embedded-postgres/place.ts'
import { waitUntil } from './embedded-postgres/processes.ts'
import { refusalForFolder, StartRefusal } from './start-refusal.ts'

export type EmbeddedPostgresOptions = {
  /** the program's data folder; the database goes into `postgres` below it where its system user can reach that */
  dataDir: string
  /** receives one bilingual line per step a person may wait for or must know */
  log: (line: string) => void
  /** default: a free one */
  port?: number
  /** for tests: gives up safety against power failure for speed */
  throwaway?: boolean
  /** PostgreSQL settings on top of ours, e.g. `{ max_connections: '200' }` */
  settings?: Readonly<Record<string, string>>
  /** called once when PostgreSQL ends although nobody stopped it */
  onUnexpectedExit?: (reason: string) => void
}

export type EmbeddedPostgres = {
  /** postgres://… of the program's own database; its role may do everything in this cluster */
  url: string
  /** disconnects everybody, writes everything, ends every process; may be called twice */
  stop: () => Promise<void>
  /** folder of the programs that run */
  binaries: string
  /** folder of the cluster, its password and its log */
  dataFolder: string
}

const ordinary = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  jit: 'off', // Our statements are short; compiling them costs more than it saves.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}
const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', shared_buffers: '128MB' }

/** Starts the database of `dataDir`, making it first where there is none. Throws StartRefusal with the data untouched. */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { dataDir, log, throwaway = false } = options
  const place = findPlace(dataDir)
  try {
    const unlock = takeLock(join(place.home, 'lock'), dataDir)
    try {
      const binaries = prepareBinaries(place.home, place.user)
      if (place.user) log(whereForRoot(place, binaries.folder))
      const password = await openCluster(place, binaries, throwaway, log)
      const settings = { ...ordinary, ...(throwaway ? throwawaySettings : {}), ...options.settings }
      const running = await startServer(binaries.postgres, place, settings, options)
      return {
        url: urlOf(running.port, password),
        stop: async () => {
          await running.stop()
          unlock()
        },
        binaries: binaries.folder,
        dataFolder: place.home,
      }
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw refusalForFolder(error, place.home)
  }
}

/** The address of the database another living program has started for this data folder, for commands that run beside it. */
export const findRunningDatabase = (dataDir: string): string | undefined => {
  const { home, cluster } = findPlace(dataDir)
  const running = isLocked(join(home, 'lock')) ? findPostmasterFile(cluster) : undefined
  return running?.ready ? urlOf(running.port, getPassword(home)) : undefined
}

const urlOf = (port: number, password: string) => `postgres://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`

const whereForRoot = ({ home, user, elsewhere }: Place, programs: string) =>
  elsewhere
    ? `以 root 启动：数据库改由普通用户（uid ${user?.uid}）运行，它进不了数据目录，因此数据在 ${home}，程序在 ${programs} / Started as root: the database runs as an unprivileged user (uid ${user?.uid}) who cannot enter the data folder, so its data is in ${home} and its programs in ${programs}`
    : `以 root 启动：数据库改由普通用户（uid ${user?.uid}）运行，数据在 ${home}，程序在 ${programs} / Started as root: the database runs as an unprivileged user (uid ${user?.uid}); its data is in ${home}, its programs in ${programs}`

type Running = { port: number; stop: () => Promise<void> }

const startServer = async (program: string, place: Place, settings: Readonly<Record<string, string>>, options: EmbeddedPostgresOptions): Promise<Running> => {
  const logFile = join(place.home, 'postgres.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort())
    const parameters = ['-D', place.cluster, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    const output = openFreshLog(logFile)
    // A session of its own: Ctrl-C in the terminal reaches the program alone, which then stops the database last.
    const child = spawn(program, parameters, { ...place.user, cwd: '/', env: bareEnvironment, detached: true, stdio: ['ignore', output, output] })
    closeSync(output)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
    const guard = startGuard(child, place)
    if (await becomesReady(child, place.cluster, options.log)) {
      return { port, stop: watch(child, guard, ended, options.onUnexpectedExit ?? options.log) }
    }
    await endGuard(guard)
    const said = readFileSync(logFile, 'utf8')
    const portTaken = /Address already in use|could not create any TCP\/IP sockets/.test(said)
    if (portTaken && options.port !== undefined) throw portRefusal(port)
    if (!portTaken || attempt === 5) throw failed(said, place.home)
  }
}

const portRefusal = (port: number) =>
  new StartRefusal('port_taken', `内置数据库的端口 ${port} 已被占用，请换一个端口。 / Port ${port} for the embedded database is taken. Choose another one.`)

/** PostgreSQL writes here itself, so a killed program does not silence it. The log of the run before is kept. */
const openFreshLog = (file: string): number => {
  try {
    renameSync(file, `${file}.1`)
  } catch {
    // The first start has no log to keep.
  }
  return openSync(file, 'a', 0o600)
}

const becomesReady = async (child: ChildProcess, cluster: string, log: (line: string) => void): Promise<boolean> => {
  const decided = () => {
    const file = findPostmasterFile(cluster)
    return child.pid === undefined || child.exitCode !== null || child.signalCode !== null || (file?.ready === true && file.pid === child.pid)
  }
  while (!(await waitUntil(decided, 5_000))) log('数据库正在从上次中断处恢复… / The database is recovering from the last interruption …')
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

/** Ends the database when this process ends without having stopped it, kill -9 included: the pipe between them then closes. */
const startGuard = (child: ChildProcess, { user }: Place): ChildProcess | undefined => {
  if (process.platform === 'win32' || child.pid === undefined) return undefined
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'tongban-database-guard', String(child.pid)], {
    ...user, cwd: '/', env: bareEnvironment, detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {}) // Without it a killed program leaves the database running, which the next start puts in order.
  guard.stdin.on('error', () => {})
  guard.unref()
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref() // A pipe is a socket underneath; it must not keep a finished program alive.
  return guard
}

const endGuard = async (guard: ChildProcess | undefined) => {
  if (guard?.pid === undefined || guard.exitCode !== null || guard.signalCode !== null) return
  guard.ref()
  const ended = new Promise((resolve) => guard.once('exit', resolve))
  guard.kill('SIGKILL')
  await ended
}

const watch = (child: ChildProcess, guard: ChildProcess | undefined, ended: Promise<void>, onUnexpectedExit: (reason: string) => void) => {
  let stopping: Promise<void> | undefined
  void ended.then(() => {
    if (stopping) return
    void endGuard(guard)
    onUnexpectedExit(`内置数据库意外退出（${child.signalCode ?? child.exitCode}） ；已提交的数据不会丢，重新启动即可 / The embedded database ended unexpectedly (${child.signalCode ?? child.exitCode}); nothing committed is lost, start again`)
  })
  child.unref()
  const stop = async () => {
    child.ref()
    child.kill('SIGINT') // Fast shutdown: disconnect everybody, write everything.
    const late = setTimeout(() => child.kill('SIGQUIT'), 30_000) // Without the last writes; they are redone from its log at the next start.
    if (child.exitCode === null && child.signalCode === null) await ended
    clearTimeout(late)
    await endGuard(guard)
  }
  return () => (stopping ??= stop())
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
