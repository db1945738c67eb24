// A cluster is PostgreSQL's folder of databases: made once, completely or not at all, and checked before every start.
// Whatever a crash left behind is put in order here without touching the data.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { Binaries } from './binaries.ts'
import type { Place, SystemUser } from './place.ts'
import { isRunning, listProcessesIn, waitUntil, wasStartedWith } from './processes.ts'

/** Role and database of the program; the role's password is in the file `password` next to the cluster. */
export const databaseName = 'tongban'

type Log = (line: string) => void

/** Opens the existing cluster or makes one, and returns its password. */
export const openCluster = async (place: Place, binaries: Binaries, throwaway: boolean, log: Log): Promise<string> => {
  removeUnfinished(place.home)
  if (!existsSync(place.cluster)) return makeCluster(place, binaries, throwaway, log)
  refuseOtherVersions(place.cluster, binaries.majorVersion)
  chmodSync(place.cluster, 0o700)
  await stopLeftovers(place.cluster, log)
  return getPassword(place.home)
}

const unfinishedPrefix = 'unfinished-'

const removeUnfinished = (home: string) => {
  for (const name of readdirSync(home)) if (name.startsWith(unfinishedPrefix)) rmSync(join(home, name), { recursive: true, force: true })
}

const makeCluster = async ({ home, cluster, user }: Place, binaries: Binaries, throwaway: boolean, log: Log): Promise<string> => {
  log(`正在新建数据库：${cluster} / Making a new database in ${cluster}`)
  const unfinished = join(home, `${unfinishedPrefix}${process.pid}`)
  const passwordForInitdb = join(home, `${unfinishedPrefix}password`)
  const password = randomBytes(24).toString('base64url')
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordForInitdb, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordForInitdb]) chownSync(path, user.uid, user.gid)
  const initialise = (locale: string) =>
    run(binaries.initdb, user, [
      `--pgdata=${unfinished}`, `--username=${databaseName}`, `--pwfile=${passwordForInitdb}`, '--auth=scram-sha-256', '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8 sorts and folds case the same on every system, whatever locales that system has.
      `--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-messages=C', '--no-instructions',
      ...(throwaway ? ['--no-sync'] : []),
    ])
  const first = await initialise('C.UTF-8')
  if (first.code !== 0) {
    const second = await initialise('C')
    if (second.code !== 0) throw failed(second.output, home)
  }
  const created = await run(
    binaries.postgres, user,
    ['--single', '-D', unfinished, ...(throwaway ? ['-c', 'fsync=off'] : []), 'postgres'],
    `CREATE DATABASE ${databaseName}\n`,
  )
  if (created.code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(created.output)) throw failed(created.output, home)
  writeFileSync(join(home, 'password'), `${password}\n`, { mode: 0o600, flush: !throwaway })
  renameSync(unfinished, cluster)
  removeUnfinished(home)
  return password
}

/** The environment is not handed on: PGDATA, PGPORT and the like would change what the programs do. */
export const bareEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

const run = (program: string, user: SystemUser | undefined, parameters: string[], input = ''): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...user, cwd: '/', env: bareEnvironment })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stdin.on('error', () => {}) // The program ended without reading: its exit code tells.
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.end(input)
  })

/** What PostgreSQL said, as a refusal; `home` is named because the log is there. */
export const failed = (output: string, home: string): StartRefusal => {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new StartRefusal('disk_full', `磁盘空间不足，数据库无法写入 ${home}，请清理后再启动。 / There is no space left for the database in ${home}. Free some and start again.`)
  }
  if (/Read-only file system|could not (create|open|write).*Permission denied/i.test(output)) {
    return new StartRefusal('data_folder_read_only', `数据库目录 ${home} 不可写，请授予写权限；数据未改动。 / The database folder ${home} cannot be written. Allow writing there; nothing was changed.`)
  }
  const said = output.split('\n').filter((line) => /(ERROR|FATAL|PANIC|error):/i.test(line)).slice(-2).join(' ') || output.trim().split('\n').slice(-2).join(' ')
  return new StartRefusal('database_failed', `内置数据库没有启动：${said}（日志在 ${home}）。 / The embedded database did not start: ${said} (its log is in ${home}).`)
}

const refuseOtherVersions = (cluster: string, programs: number) => {
  const file = join(cluster, 'PG_VERSION')
  const data = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  if (data === programs) return
  if (!data) {
    throw new StartRefusal('data_folder_unusable', `${cluster} 不是 PostgreSQL 的数据目录（缺少 PG_VERSION），未作任何改动；请恢复备份或移走该目录。 / ${cluster} is not a PostgreSQL data folder (PG_VERSION is missing); nothing was changed. Restore a backup or move the folder away.`)
  }
  if (data > programs) {
    throw new StartRefusal('database_newer', `${cluster} 由 PostgreSQL ${data} 建立，本程序随附的是 ${programs}，请换用新版通办；数据未改动。 / ${cluster} was made by PostgreSQL ${data}, this version of Tongban comes with ${programs}. Use a newer Tongban; nothing was changed.`)
  }
  throw new StartRefusal('database_older', `${cluster} 由 PostgreSQL ${data} 建立，本程序随附的是 ${programs}，请先用旧版导出（pg_dump）再导入；数据未改动。 / ${cluster} was made by PostgreSQL ${data}, this version of Tongban comes with ${programs}. Dump it with the old version (pg_dump) and restore it here; nothing was changed.`)
}

export const getPassword = (home: string): string => {
  const file = join(home, 'password')
  const password = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (password) return password
  throw new StartRefusal('database_password_missing', `缺少数据库密码文件 ${file}，请从备份中恢复；数据未改动。 / The password file ${file} is missing. Restore it from a backup; nothing was changed.`)
}

/** What PostgreSQL writes about its main process; undefined when it shut down in order. */
export const findPostmasterFile = (cluster: string): { pid: number; port: number; ready: boolean } | undefined => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Ends a database whose server was killed. The lock is ours, so no living server uses it. */
const stopLeftovers = async (cluster: string, log: Log) => {
  const left = findPostmasterFile(cluster)
  if (!left) return
  const folder = realpathSync(cluster)
  if (isRunning(left.pid) && wasStartedWith(left.pid, ['postgres', cluster])) {
    log('上次没有正常退出，正在停止遗留的数据库进程 / The last run did not end in order: stopping the database it left behind')
    stopInOrder(left.pid, cluster)
    if (!(await waitUntil(() => !isRunning(left.pid), 60_000))) throw stillRunning(cluster, left.pid)
  } else log('上次没有正常退出，数据库正从日志恢复，已提交的数据不会丢 / The last run did not end in order: the database recovers from its log, nothing committed is lost')
  // Without their main process the others end by themselves, each at its next look.
  if (!(await waitUntil(() => listProcessesIn(folder).length === 0, 20_000))) throw stillRunning(cluster, listProcessesIn(folder)[0] ?? left.pid)
  // After a restart of the machine or container the old number may belong to a stranger, which PostgreSQL takes for itself.
  const stale = findPostmasterFile(cluster)
  if (stale && process.platform === 'linux' && !wasStartedWith(stale.pid, ['postgres', cluster])) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const stopInOrder = (pid: number, cluster: string) => {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') throw stillRunning(cluster, pid)
  }
}

const stillRunning = (cluster: string, pid: number) =>
  new StartRefusal('data_folder_in_use', `仍有数据库进程（${pid}）在使用 ${cluster}，请先停止它；数据未改动。 / A database process (${pid}) is still using ${cluster}. Stop it first; nothing was changed.`)
