// Which process is which: a process id alone may have been given to a stranger since, so start times decide.
// Linux answers from /proc; elsewhere `ps` does.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const linux = process.platform === 'linux'

const readOrUndefined = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const ps = (pid: number, field: string): string | undefined => {
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() || undefined : undefined
}

/** Different for every process that ever ran on this machine; undefined when the process has ended. */
export const findProcessIdentity = (pid: number): string | undefined => {
  if (!linux) return ps(pid, 'lstart')
  const stat = readOrUndefined(`/proc/${pid}/stat`)
  // The command, in parentheses, may hold spaces; the state is the first field after it, the start time the twentieth.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${fields[19] ?? ''}`
}

export const isRunning = (pid: number): boolean => findProcessIdentity(pid) !== undefined

/** Whether the process was started with all these words on its command line. */
export const wasStartedWith = (pid: number, words: readonly string[]): boolean => {
  const commandLine = linux ? readOrUndefined(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') : ps(pid, 'command')
  return commandLine !== undefined && words.every((word) => commandLine.includes(word))
}

/** Processes working in this folder, as every PostgreSQL process works in its cluster. Empty where the system cannot tell. */
export const listProcessesIn = (folder: string): number[] => {
  if (!linux) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === folder
      } catch {
        return false
      }
    })
    .map(Number)
    .filter(isRunning)
}

/** Waits until `condition` holds; false when it still does not after `milliseconds`. */
export const waitUntil = async (condition: () => boolean, milliseconds: number): Promise<boolean> => {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (condition()) return true
    await sleep(20)
  }
  return condition()
}
