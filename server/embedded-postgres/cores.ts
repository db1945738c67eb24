// On a machine of two cores the database keeps to one of them. Woken for each statement, its processes would otherwise take the core away from
// the one thread of the server that answers everybody, while the other core has nothing to do (bench/matters.ts tells by how much).
// With more cores the system finds an idle one by itself; with one there is nothing to share.
import { existsSync, readFileSync } from 'node:fs'

/** '0-2,5' → [0, 1, 2, 5]; as Linux writes which cores a process may use. */
export const coresIn = (list: string): number[] =>
  [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, first, last = first]) => Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at))

/** The program that starts another on certain cores; part of util-linux, so of nearly every Linux. */
const tasksets = ['/usr/bin/taskset', '/bin/taskset']

const usableCores = (): number[] => {
  try {
    return coresIn(/^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '')
  } catch {
    return [] // Not Linux.
  }
}

type Machine = { cores: readonly number[]; taskset: string | undefined }

const thisMachine = (): Machine => ({ cores: usableCores(), taskset: tasksets.find((file) => existsSync(file)) })

/** What to run so that a program keeps to the second of two cores; the program itself where there are not two, or no way to say it. */
export const onSecondOfTwoCores = (program: string, parameters: readonly string[], { cores, taskset }: Machine = thisMachine()): [string, string[]] => {
  const [, second] = cores
  return cores.length === 2 && second !== undefined && taskset !== undefined ? [taskset, ['-c', String(second), program, ...parameters]] : [program, [...parameters]]
}
