// The steps of `npm test` and how their results add up. Adding a check to the build is adding an entry here.
// What runs them is in test.ts.
import { availableParallelism } from 'node:os'

export type Counts = { passed: number; failed: number }

export type Step = {
  /** for `npm test -- <name>` */
  name: string
  about: string
  /** parameters for Node, one command after the other until one fails; a first parameter that is a file must exist */
  commands: readonly (readonly string[])[]
  environment?: Readonly<Record<string, string>>
  /** runs at the same time as the step before it */
  beside?: true
  /** the step is stopped and counts as failed after this time */
  minutes: number
}

export type Outcome = { step: Pick<Step, 'name'>; ok: boolean; counts: Counts; seconds: number }

const buildWeb = ['--input-type=module', '-e', 'await (await import("./server/start/build-web.ts")).buildWeb()']

/** Each finds out anew what all of them need, so on two cores, which lint and packs share, one has least to do. */
const checkers = Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2)))
/** Collecting garbage is a third of the compiler's work, and less memory is needed than by four checkers that collect. */
const compilerEnvironment = { GOGC: 'off', GOMEMLIMIT: '3GiB' }

export const steps: readonly Step[] = [
  {
    name: 'types', about: '类型检查 / type check', minutes: 2, environment: compilerEnvironment,
    commands: [['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json', '--checkers', String(checkers)]],
  },
  { name: 'lint', about: '代码规范 / lint', minutes: 1, beside: true, commands: [['node_modules/oxlint/bin/oxlint', '--deny-warnings']] },
  { name: 'packs', about: '业务包 / packs', minutes: 1, beside: true, commands: [['server/cli.ts', 'pack', 'check']] },
  { name: 'unit', about: '单元、数据库与规范测试 / unit, store and house-rule tests', minutes: 20, commands: [['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=./tools/count-reporter.ts']] },
  { name: 'web', about: '网页构建与体积 / web build and budgets', minutes: 3, commands: [buildWeb, ['tools/budgets.ts']] },
  { name: 'journeys', about: '浏览器旅程 / browser journeys', minutes: 20, commands: [['e2e/main.ts']] },
]

/** Steps in the order they run, those that run at the same time together. */
export const inTurns = (wanted: readonly Step[]): Step[][] => {
  const turns: Step[][] = []
  for (const step of wanted) {
    const before = turns.at(-1)
    if (step.beside && before) before.push(step)
    else turns.push([step])
  }
  return turns
}

/** A step of several checks ends with this line, which is not shown, so that the run's own stays the only one. */
export const parseCounts = (line: string): Counts | undefined => {
  const match = /^(\d+) passed, (\d+) failed$/.exec(line.trim())
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined
}

/** Names one failed check and what it said on a line of its own; `npm test` says them again at its end. */
export const failureLine = (name: string, message = ''): string => {
  const said = message.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return `✗ ${name}: ${said.slice(0, 12).join(' ⏎ ').slice(0, 1200)}\n`
}

export const isFailureLine = (line: string): boolean => /^(\S+\s*)?✗ /.test(line)

/** A step that failed without a failing check of its own, say because it did not start, still counts as one failure. */
export const countsOf = (ok: boolean, counts: Counts | undefined): Counts => {
  if (!counts) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return ok ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) }
}

/** The table at the end; its last line is the one the build server reads. */
export const summary = (outcomes: readonly Outcome[], failures: readonly string[] = []): string => {
  const rows = outcomes.map(
    ({ step, ok, counts, seconds }) => `${ok ? '✓' : '✗'} ${step.name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s ${String(counts.passed).padStart(6)} ✓${counts.failed > 0 ? ` ${counts.failed} ✗` : ''}`,
  )
  const total = (pick: (counts: Counts) => number) => outcomes.reduce((sum, { counts }) => sum + pick(counts), 0)
  const failed = failures.length > 0 ? `\n${failures.join('\n')}\n` : ''
  return `\n${rows.join('\n')}\n${failed}\n${total((counts) => counts.passed)} passed, ${total((counts) => counts.failed)} failed\n`
}
