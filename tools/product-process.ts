// The product as a process of its own with its workers, over a database given to it; how to end it, kindly or not, and what it costs.
// For benchmarks and for the test of faults.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { waitUntil } from '../server/embedded-postgres/processes.ts'

export type RunningServer = { url: string; pid: number; stop: () => Promise<void>; kill: () => Promise<void> }

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))

export const startServer = async (environment: Readonly<Record<string, string>>): Promise<RunningServer> => {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { ...process.env, PORT: '0', SANDBOX: 'off', LOG_LEVEL: 'silent', ...environment }, stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  if (!(await waitUntil(() => said.includes('Ctrl-C') || child.exitCode !== null, 120_000)) || child.exitCode !== null) throw new Error(`the server did not start:\n${said}`)
  return {
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '',
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Seconds of processor time a process has used so far; Linux only, NaN elsewhere. */
const secondsOf = (pid: number | string): number => {
  try {
    const stat = readFileSync(join('/proc', String(pid), 'stat'), 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

const isPostgres = (pid: string): boolean => {
  try {
    return readFileSync(join('/proc', pid, 'comm'), 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

/** Of the server and of every PostgreSQL process there is. */
export const processorSeconds = (server: number): { server: number; database: number } => {
  if (process.platform !== 'linux') return { server: Number.NaN, database: Number.NaN }
  return { server: secondsOf(server), database: readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isPostgres(name)).reduce((sum, pid) => sum + secondsOf(pid), 0) }
}
