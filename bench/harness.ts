// What every benchmark shares: peers side by side in the same run, rounds in turn, medians, and the newest run kept as raw JSON.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** One figure of one round. */
export type Figure = { metric: string; unit: string; value: number }

/** Something measured; `round` does one whole round and returns its figures. */
export type Subject = { subject: string; round: () => Promise<Figure[]>; close: () => Promise<void> }

export type Benchmark = { name: string; about: string; rounds: number; subjects: () => Promise<Subject[]> }

export type Line = { subject: string; metric: string; unit: string; median: number; min: number; max: number }
export type Report = { benchmark: string; machine: { cpu: string; cores: number; memoryGb: number; node: string; at: string }; rounds: number; results: Line[] }

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The middle value; of an even number of values the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** One line per subject and metric, in the order first seen. */
export const summarise = (seen: readonly { subject: string; figures: readonly Figure[] }[]): Line[] => {
  const lines = new Map<string, { subject: string; metric: string; unit: string; values: number[] }>()
  for (const { subject, figures } of seen) {
    for (const { metric, unit, value } of figures) {
      const key = `${subject} ${metric}`
      const line = lines.get(key) ?? { subject, metric, unit, values: [] }
      line.values.push(value)
      lines.set(key, line)
    }
  }
  return [...lines.values()].map(({ subject, metric, unit, values }) => ({ subject, metric, unit, median: median(values), min: Math.min(...values), max: Math.max(...values) }))
}

/** Installs the peers, in their own folder, unless those of package.json are all there. */
export const installPeers = (): void => {
  const { dependencies = {} } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { dependencies?: Record<string, string> }
  const isThere = ([name, version]: [string, string]) => {
    const file = `${folder}node_modules/${name}/package.json`
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
  }
  if (Object.entries(dependencies).every(isThere)) return
  execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })
}

/**
 * Runs the rounds, one subject after the other in each, after one round each that is not counted. When a subject fails, the run fails with its name
 * and nothing is kept: half a comparison is none.
 * @param results folder the report is kept in
 */
export const run = async ({ name, rounds, subjects }: Benchmark, say: (line: string) => void, results = `${folder}results`): Promise<Report> => {
  const present = await subjects()
  const seen: { subject: string; figures: Figure[] }[] = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const { subject, round: measure } of present) {
        const figures = await measure().catch((error: unknown) => {
          throw new Error(`${subject}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
        })
        say(`${round === 0 ? 'warm-up' : `round ${round}`}  ${subject}  ${figures.map((figure) => `${figure.metric} ${Math.round(figure.value * 100) / 100} ${figure.unit}`).join(' · ')}`)
        if (round > 0) seen.push({ subject, figures })
      }
    }
  } catch (error) {
    await closeAll(present).catch(() => {}) // What went wrong first is what counts.
    throw error
  }
  await closeAll(present)
  const report: Report = {
    benchmark: name, rounds, results: summarise(seen),
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, at: new Date().toISOString() },
  }
  await mkdir(results, { recursive: true })
  await writeFile(`${results}/${name}.json`, `${JSON.stringify(report, null, 2)}\n`)
  return report
}

/** One after the other, as a later one may hold what the earlier ones use; one that cannot be closed does not keep the others open. */
const closeAll = async (subjects: readonly Subject[]): Promise<void> => {
  const problems: unknown[] = []
  for (const { close } of subjects) await close().catch((error: unknown) => problems.push(error))
  if (problems.length > 0) throw problems[0]
}
