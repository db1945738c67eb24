// The figures of docs/benchmarks.md, from the newest run of every benchmark in bench/results: one table each, and whether its aim is reached.
// Used by doc-tables.ts; nothing here is typed in by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Line, Report } from '../bench/harness.ts'

const folder = fileURLToPath(new URL('../bench/results', import.meta.url))

/** What a benchmark is to show: our figure of a metric at least `times` the peer's. */
export type Aim = { metric: string; peer: string; times: number }

/** What a benchmark is to reach (`least`) or to stay below (`most`), in the unit of the metric. */
export type Limit = { subject: string; metric: string } & ({ most: number } | { least: number })

export const limits: Readonly<Record<string, readonly Limit[]>> = {
  planner: [
    { subject: 'tongban', metric: 're-plan after one answer', most: 4 }, { subject: 'tongban in Chromium', metric: 're-plan after one answer', most: 8 },
    { subject: 'tongban', metric: '20 services from cold', most: 3 },
  ],
  instant: [{ subject: 'tongban', metric: 'registries asked to decided', most: 1000 }],
  cases: [
    { subject: 'tongban', metric: 'read p95 at 1 M', most: 50 }, { subject: 'tongban', metric: 'write p95 at 1 M', most: 150 },
    { subject: 'tongban', metric: 'queue p95 at 1 M', most: 60 }, { subject: 'tongban', metric: 'cost at 1 M beside 10 k', most: 1.2 },
  ],
  credentials: [
    { subject: 'tongban', metric: 'issue', least: 1000 }, { subject: 'tongban', metric: 'verify', least: 2500 },
    { subject: 'tongban', metric: 'shown code checked, p95', most: 30 }, { subject: 'tongban', metric: 'million places, 10 % ended', most: 150 },
  ],
  exchange: [
    { subject: 'tongban', metric: 'calls per second', least: 800 },
    { subject: 'tongban', metric: 'added to the p50 at 200 a second', most: 3 }, { subject: 'tongban', metric: 'added to the p50 at 800 a second', most: 3 },
  ],
  requests: [{ subject: '1 M', metric: 'search p95', most: 60 }, { subject: '1 M', metric: 'like ones p95', most: 60 }, { subject: '1 M', metric: 'classification', most: 2 }],
  screening: [
    { subject: 'tongban', metric: '10 million × 50 policies', most: 60 }, { subject: 'tongban', metric: 'most memory of the process', most: 4096 },
    { subject: 'tongban', metric: 'one person × 50 with reasons', most: 20 },
  ],
  search: [
    { subject: 'tongban', metric: '720 k: p95', most: 20 }, { subject: 'tongban', metric: '5 k: p95', most: 5 },
    { subject: 'tongban', metric: '720 k: memory', most: 1536 }, { subject: 'tongban', metric: '720 k: build', most: 300 },
  ],
}

const limitVerdict = ({ results }: Report, limit: Limit): string => {
  const { subject, metric } = limit
  const line = results.find((each) => each.subject === subject && each.metric === metric)
  const bound = 'most' in limit ? `at most ${limit.most}` : `at least ${limit.least}`
  if (!line) return `Aim: ${metric}, ${subject}, ${bound}. This run has no figure.`
  const isReached = 'most' in limit ? line.median <= limit.most : line.median >= limit.least
  return `Aim: ${metric}, ${subject}, ${bound} ${line.unit}. Measured: ${figure(line.median)} ${line.unit} — **${isReached ? 'reached' : 'not reached'}**.`
}

export const aims: Readonly<Record<string, Aim>> = {
  matters: { metric: 'matters per second', peer: 'dbos', times: 2 },
}

/** Three significant digits, and no more than two decimals. */
const figure = (value: number): string => (value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3))))

const cell = (line: Line | undefined): string => (line ? `${figure(line.median)} (${figure(line.min)}–${figure(line.max)})` : '–')

const verdict = ({ results }: Report, { metric, peer, times }: Aim): string => {
  const of = (subject: string) => results.find((line) => line.subject === subject && line.metric === metric)?.median
  const [own, other] = [of('tongban'), of(peer)]
  if (own === undefined || other === undefined) return `Aim: at least ${times} × ${peer} in ${metric}. This run has no figure for both.`
  return `Aim: at least ${times} × ${peer} in ${metric}. Measured: ${(own / other).toFixed(2)} × — **${own >= times * other ? 'reached' : 'not reached'}**.`
}

/** Where it ran, a row per metric, a column per subject, the aim. Medians, with the least and the most in brackets. */
const figuresTable = ({ machine, rounds, results }: Report): string[] => {
  const subjects = [...new Set(results.map((line) => line.subject))]
  const metrics = [...new Map(results.map((line) => [line.metric, line.unit]))]
  const rows = metrics.map(([metric, unit]) => `| ${metric} | ${unit} | ${subjects.map((subject) => cell(results.find((line) => line.subject === subject && line.metric === metric))).join(' | ')} |`)
  return [
    `${machine.cpu.trim()}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node.replace('v', '')}, ${machine.at.slice(0, 10)}, ${rounds} rounds. Median (least–most).`, '',
    `| | unit | ${subjects.join(' | ')} |`, `|---|---|${subjects.map(() => '--:').join('|')}|`, ...rows,
  ]
}

/** One benchmark as Markdown, and whether its aims are reached. */
export const benchmarkTable = (report: Report): string => {
  const { benchmark } = report
  const aim = aims[benchmark]
  return [
    `### ${benchmark}`, '', ...figuresTable(report),
    ...(aim ? ['', verdict(report, aim)] : []), ...(limits[benchmark] ?? []).flatMap((limit) => ['', limitVerdict(report, limit)]),
  ].join('\n')
}

/** The newest run of a benchmark; undefined: none is kept. */
const newestRun = (name: string): Report | undefined => {
  const file = join(folder, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

/** How long questions to the search take, and what the index takes, of every engine. */
export const searchSpeedTable = (): string => {
  const report = newestRun('search')
  if (!report) return ''
  const results = report.results.filter(({ metric }) => /: (p50|p95|p99|processor time|memory|build)$/.test(metric))
  return figuresTable({ ...report, results }).join('\n')
}

/** Every kept run, by the name of its benchmark. */
export const benchmarkTables = (): string => {
  const names = existsSync(folder) ? readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [])).sort() : []
  return names.flatMap((name) => newestRun(name) ?? []).map(benchmarkTable).join('\n\n')
}
