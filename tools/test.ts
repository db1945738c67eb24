// `npm test`: every check, each a process of its own; a failed one does not keep the later ones from running.
// Ends with a table and, alone on the last line, "N passed, N failed", which the build server reads.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Counts, countsOf, inTurns, isFailureLine, type Outcome, parseCounts, type Step, steps, summary } from './test-steps.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'

const running = new Set<ChildProcess>()
const failures: string[] = []
let interrupted: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined

/** Each command leads a process group, so whatever it started ends with it. */
const signalGroup = (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.pid === undefined) return
  try {
    process.kill(windows ? child.pid : -child.pid, signal)
  } catch {
    // All of it has ended.
  }
}

/** Asks first and insists after five seconds. */
const endGroup = (child: ChildProcess) => {
  signalGroup(child, 'SIGTERM')
  setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000).unref()
}

type Result = { ok: boolean; counts?: Counts }
type Say = (text: string) => void
const sayNow: Say = (text) => process.stdout.write(text)

const runCommand = async (parameters: readonly string[], environment: Step['environment'], milliseconds: number, say: Say): Promise<Result> => {
  const file = parameters[0] ?? ''
  if (!file.startsWith('-') && !existsSync(join(root, file))) {
    say(`缺少 ${file} / ${file} is missing\n`)
    return { ok: false }
  }
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn(process.execPath, parameters, { cwd: root, env: { ...process.env, ...colours, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows })
  running.add(child)
  const result: Result = { ok: false }
  const show = (line: string) => {
    const counts = parseCounts(line)
    if (isFailureLine(line)) failures.push(line)
    if (counts) result.counts = counts
    else say(`${line}\n`)
  }
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', show)
  let late = false
  const limit = setTimeout(() => {
    late = true
    say('超时，已停止 / took too long and was stopped\n')
    endGroup(child)
  }, milliseconds)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearTimeout(limit)
  signalGroup(child, 'SIGKILL') // Nothing a command started may outlive it and disturb the next.
  if (!child.stdout.readableEnded || !child.stderr.readableEnded) await new Promise((resolve) => child.once('close', resolve))
  running.delete(child)
  return { ...result, ok: code === 0 && !late }
}

const runStep = async (step: Step, extra: readonly string[], say: Say): Promise<Outcome> => {
  const start = performance.now()
  say(`\n── ${step.about} (${step.name})\n`)
  let last: Result = { ok: false }
  let counts: Counts | undefined
  for (const command of step.commands) {
    last = await runCommand([...command, ...extra], step.environment, start + step.minutes * 60_000 - performance.now(), say)
    counts = last.counts ?? counts
    if (!last.ok || interrupted) break
  }
  return { step, ok: last.ok, counts: countsOf(last.ok, counts), seconds: (performance.now() - start) / 1000 }
}

/** What steps beside the first have to say waits for their turn, so that each can be read as a whole. */
const runTogether = async ([first, ...others]: readonly Step[], extra: readonly string[]): Promise<Outcome[]> => {
  const said = others.map((): string[] => [])
  const outcomes = await Promise.all([
    ...(first ? [runStep(first, extra, sayNow)] : []),
    ...others.map((step, index) => runStep(step, extra, (text) => said[index]?.push(text))),
  ])
  sayNow(said.flat().join(''))
  return outcomes
}

const main = async (parameters: readonly string[]): Promise<number> => {
  const cut = parameters.includes('--') ? parameters.indexOf('--') : parameters.length
  const names = parameters.slice(0, cut)
  const usage = `npm test [-- ${steps.map((step) => step.name).join(' | ')} … [-- 参数 / parameters]]\n`
  if (names[0] === 'help') {
    process.stdout.write(usage)
    return 0
  }
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`${usage}没有 / no such step: ${unknown.join(', ')}\n`)
    return 2
  }
  const outcomes: Outcome[] = []
  for (const turn of inTurns(steps.filter(({ name }) => names.length === 0 || names.includes(name)))) {
    outcomes.push(...(await runTogether(turn, parameters.slice(cut + 1))))
    if (interrupted) return 128 + constants.signals[interrupted]
  }
  process.stdout.write(summary(outcomes, failures))
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted ??= signal
    running.forEach(endGroup)
  })
}
process.exitCode = await main(process.argv.slice(2))
