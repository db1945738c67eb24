// `npm test`: every check in order, each a process of its own; a failed one does not keep the later ones from running.
// Ends with a table and, alone on the last line, "N passed, N failed", which the build server reads.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'tongban-test-reports-'))
const vitestReport = join(reports, 'vitest.json')

type Step = {
  name: string
  about: string
  /** parameters for Node, run one after the other until one fails; the first parameter that is a file must exist */
  commands: readonly (readonly string[])[]
  /** the step is stopped and counts as failed after this time */
  minutes: number
  /** where the step counts several checks: how many passed and failed; otherwise the step is one check */
  readCounts?: () => Counts | undefined
}
export type Counts = { passed: number; failed: number }

const readVitestCounts = (): Counts | undefined => {
  if (!existsSync(vitestReport)) return undefined
  const report = JSON.parse(readFileSync(vitestReport, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

const buildWeb = ['--input-type=module', '-e', `await (await import(${JSON.stringify(new URL('../server/start/build-web.ts', import.meta.url).href)})).buildWeb()`]

const steps: readonly Step[] = [
  { name: 'types', about: '类型检查 / type check', minutes: 2, commands: [['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']] },
  { name: 'lint', about: '代码规范 / lint', minutes: 1, commands: [['node_modules/oxlint/bin/oxlint', '--deny-warnings']] },
  { name: 'packs', about: '业务包 / packs', minutes: 1, commands: [['server/cli.ts', 'pack', 'check']] },
  {
    name: 'unit',
    about: '单元、数据库与规范测试 / unit, store and house-rule tests',
    minutes: 6,
    commands: [['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]],
    readCounts: readVitestCounts,
  },
  { name: 'web', about: '网页构建与体积 / web build and budgets', minutes: 3, commands: [buildWeb, ['tools/budgets.ts']] },
  { name: 'journeys', about: '浏览器旅程 / browser journeys', minutes: 6, commands: [['e2e/main.ts']] },
]

/** A line of this form from a step gives its counts and is not shown, so that the run's own is the only one. */
export const parseCounts = (line: string): Counts | undefined => {
  const match = /^(\d+) passed, (\d+) failed$/.exec(line.trim())
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined
}

let running: ChildProcess | undefined
let interrupted: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined

/** Each step leads a process group, so whatever it started ends with it. */
const signalStep = (signal: NodeJS.Signals) => {
  if (running?.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? running.pid : -running.pid, signal)
  } catch {
    // It has just ended.
  }
}

const runCommand = (parameters: readonly string[], deadline: number): Promise<{ ok: boolean; counts: Counts | undefined }> =>
  new Promise((resolve) => {
    const file = parameters[0] ?? ''
    if (!file.startsWith('-') && !existsSync(join(root, file))) {
      process.stdout.write(`缺少 ${file} / ${file} is missing\n`)
      resolve({ ok: false, counts: undefined })
      return
    }
    const environment = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) }
    const child = spawn(process.execPath, parameters, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' })
    running = child
    let counts: Counts | undefined
    const show = (line: string) => {
      const found = parseCounts(line)
      if (found) counts = found
      else process.stdout.write(`${line}\n`)
    }
    createInterface({ input: child.stdout }).on('line', show)
    createInterface({ input: child.stderr }).on('line', show)
    let late = false
    const limit = setTimeout(() => {
      late = true
      process.stdout.write('超时，已停止 / took too long and was stopped\n')
      signalStep('SIGTERM')
      setTimeout(() => signalStep('SIGKILL'), 5_000).unref()
    }, Math.max(0, deadline - performance.now()))
    child.once('close', (code) => {
      clearTimeout(limit)
      signalStep('SIGKILL') // Whoever of its group is still there.
      running = undefined
      resolve({ ok: code === 0 && !late, counts })
    })
  })

type Outcome = { step: Step; ok: boolean; counts: Counts; seconds: number }

const runStep = async (step: Step, extra: readonly string[]): Promise<Outcome> => {
  const start = performance.now()
  process.stdout.write(`\n── ${step.about} (${step.name})\n`)
  let ok = true
  let counts: Counts | undefined
  for (const command of step.commands) {
    const result = await runCommand([...command, ...extra], start + step.minutes * 60_000)
    counts = result.counts ?? counts
    ok = result.ok
    if (!ok || interrupted) break
  }
  return { step, ok, counts: countsOf(ok, step.readCounts?.() ?? counts), seconds: (performance.now() - start) / 1000 }
}

/** A step that failed without a failing check of its own, say because it did not start, still counts as one failure. */
export const countsOf = (ok: boolean, counts: Counts | undefined): Counts => {
  if (!counts) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return ok ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) }
}

const summary = (outcomes: readonly Outcome[]): string => {
  const rows = outcomes.map(({ step, ok, counts, seconds }) => `${ok ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s   ${counts.passed} ✓${counts.failed > 0 ? `  ${counts.failed} ✗` : ''}`)
  const total = (pick: (counts: Counts) => number) => outcomes.reduce((sum, { counts }) => sum + pick(counts), 0)
  return `\n${rows.join('\n')}\n\n${total((counts) => counts.passed)} passed, ${total((counts) => counts.failed)} failed\n`
}

const main = async (parameters: readonly string[]): Promise<number> => {
  const cut = parameters.includes('--') ? parameters.indexOf('--') : parameters.length
  const names = parameters.slice(0, cut)
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`npm test [-- ${steps.map((step) => step.name).join(' | ')} …] [-- 参数 / parameters]\n没有 / no such step: ${unknown.join(', ')}\n`)
    return 2
  }
  const outcomes: Outcome[] = []
  for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) {
    outcomes.push(await runStep(step, parameters.slice(cut + 1)))
    if (interrupted) return 128 + constants.signals[interrupted]
  }
  process.stdout.write(summary(outcomes))
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}

if (import.meta.main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted ??= signal
      signalStep('SIGTERM')
      setTimeout(() => signalStep('SIGKILL'), 5_000).unref()
    })
  }
  try {
    process.exitCode = await main(process.argv.slice(2))
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}
