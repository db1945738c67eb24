// `npm run -s bench -- <name> [--json] [--rounds n]`: runs one benchmark beside its peers and keeps the result in bench/results/.
import { Command } from 'commander'
import { cases } from './cases.ts'
import { exchange } from './exchange.ts'
import { credentials } from './credentials.ts'
import { run, type Benchmark, type Report } from './harness.ts'
import { insight } from './insight.ts'
import { instant } from './instant.ts'
import { matters } from './matters.ts'
import { planner } from './planner.ts'
import { screening } from './screening.ts'
import { requests } from './requests.ts'
import { search } from './search.ts'

const benchmarks: Readonly<Record<string, Benchmark>> = { cases, credentials, exchange, insight, instant, matters, planner, screening, requests, search }

const table = (report: Report): string =>
  [
    `${report.benchmark} · ${report.machine.cpu} · ${report.machine.cores} cores · ${report.rounds} rounds`,
    ...report.results.map((line) => `  ${line.subject.padEnd(10)} ${line.metric.padEnd(28)} ${line.median.toFixed(1).padStart(10)} ${line.unit}  (${line.min.toFixed(1)}–${line.max.toFixed(1)})`),
  ].join('\n')

const program = new Command('bench')
  .description('性能对比：同一台机器、同一轮次、各跑各的。 / Benchmarks beside peers in the same run.')
  .argument('<name>', Object.entries(benchmarks).map(([name, { about }]) => `${name}: ${about}`).join('\n'))
  .option('--json', '打印结果 / print the report as JSON')
  .option('--rounds <n>', '轮次，至少 5 / rounds, at least 5', (text) => Math.max(5, Number.parseInt(text, 10) || 5))
  .showHelpAfterError('(--help)')
  .action(async (name: string, { json = false, rounds }: { json?: boolean; rounds?: number }) => {
    const benchmark = benchmarks[name]
    if (!benchmark) {
      process.stderr.write(`没有“${name}” / no benchmark "${name}": ${Object.keys(benchmarks).join(', ')}\n`)
      process.exitCode = 1
      return
    }
    const report = await run({ ...benchmark, rounds: rounds ?? benchmark.rounds }, (line) => process.stderr.write(`${line}\n`))
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${table(report)}\n`)
  })

await program.parseAsync()
