// On a machine of two cores the database keeps to one of them. Woken for each statement, its processes would otherwise take the core away from
// the one thread of the server that answers everybody, while the other core has nothing to do (bench/matters.ts tells by how much).
// With more cores the system finds an idle one by itself; with one there is nothing to share.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** '0-2,5' → [0, 1, 2, 5]; as Linux writes which cores a process may use. */
export const coresIn = (list: string): number[] =>
  [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, first, last = first]) => Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at))

const usableCores = (): number[] => {
  try {
    return coresIn(/^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '')
  } catch {
    return [] // Not Linux.
  }
}

/** Whether `taskset` (of util-linux, so of nearly every Linux) is there and may do it: a service manager can forbid it. */
const canKeepTo = (core: number): boolean => spawnSync('taskset', ['-c', String(core), 'true'], { stdio: 'ignore' }).status === 0

type Machine = { cores: readonly number[]; canKeepTo: (core: number) => boolean }

/** What to run so that a program keeps to the second of two cores; the program itself where there are not two, or it cannot be kept to one. */
export const onSecondOfTwoCores = (program: string, parameters: readonly string[], machine: Machine = { cores: usableCores(), canKeepTo }): [string, string[]] => {
  const [, second] = machine.cores
  return machine.cores.length === 2 && second !== undefined && machine.canKeepTo(second) ? ['taskset', ['-c', String(second), program, ...parameters]] : [program, [...parameters]]
}
