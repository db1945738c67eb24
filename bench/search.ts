// How fast and how well everyday questions are answered over a city's and over a province's catalogue, beside three engines one could have used.
// Each engine and size has a process of its own; only one of them is asked at a time.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { installPeers, type Benchmark, type Figure, type Subject } from './harness.ts'
import type { EngineName } from './search/engines.ts'
import type { Judged } from './search/judging.ts'
import type { Asked, Built, Measured } from './search/process.ts'

/** So long that each of the 700 questions is asked once. */
const load = { rate: 50, seconds: 14 }
/** Before each round, not counted: whose turn it was not for a minute is asked for a moment first. */
const waking = { rate: 50, seconds: 4 }
/** Entries by engine: MiniSearch and PostgreSQL do not hold a province in reasonable time or memory. */
const sizes: Readonly<Record<EngineName, readonly number[]>> = { tongban: [5000, 100_000, 720_000], 'SQLite FTS5': [5000, 100_000, 720_000], MiniSearch: [5000, 100_000], 'PostgreSQL GIN': [5000, 100_000] }

const named = (size: number): string => `${size / 1000} k`

/** An engine with a catalogue; builds it before it can be asked. */
const start = async (engine: EngineName, size: number | 'real') => {
  const child: ChildProcess = fork(fileURLToPath(new URL('search/process.ts', import.meta.url)), [engine, String(size)], { execArgv: ['--expose-gc', '--max-old-space-size=8192', '--disable-warning=ExperimentalWarning'] })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`it ended with ${String(code)}`)
  })
  failed.catch(() => {})
  const next = async <Told>(): Promise<Told> => (await Promise.race([once(child, 'message'), failed]))[0] as Told
  const ask = <Told>(asked: Asked): Promise<Told> => {
    child.send(asked)
    return next<Told>()
  }
  return {
    built: await next<Built>(), ask,
    end: async () => {
      const over = once(child, 'exit')
      child.send({ end: true } satisfies Asked)
      await over
    },
  }
}

const builtFigures = (size: number, { seconds, rssMb, buffersMb, heapMb, storedMb }: Built): Figure[] => [
  { metric: `${named(size)}: build`, unit: 's', value: seconds },
  { metric: `${named(size)}: memory`, unit: 'MB', value: Math.max(rssMb, buffersMb + heapMb) },
  ...(storedMb > 0 ? [{ metric: `${named(size)}: on disk`, unit: 'MB', value: storedMb }] : []),
]

const subjectOf = async (engine: EngineName): Promise<Subject> => {
  const real = await start(engine, 'real')
  const judged = await real.ask<Judged>({ judge: true })
  await real.end()
  const running: { size: number; figures: Figure[]; process: Awaited<ReturnType<typeof start>> }[] = []
  for (const size of sizes[engine]) {
    const process = await start(engine, size)
    running.push({ size, process, figures: builtFigures(size, process.built) })
  }
  return {
    subject: engine,
    round: async () => {
      const figures: Figure[] = [
        { metric: 'labelled questions: answered first', unit: '%', value: judged.first }, { metric: 'labelled questions: answered among five', unit: '%', value: judged.five },
      ]
      for (const { size, process, figures: built } of running) {
        await process.ask<Measured>({ measure: waking })
        const { p50, p95, p99, blocked, busy } = await process.ask<Measured>({ measure: load })
        figures.push(...built, { metric: `${named(size)}: p50`, unit: 'ms', value: p50 }, { metric: `${named(size)}: p95`, unit: 'ms', value: p95 }, { metric: `${named(size)}: p99`, unit: 'ms', value: p99 }, { metric: `${named(size)}: processor time`, unit: 'ms', value: busy },
          ...(engine === 'tongban' ? [{ metric: `${named(size)}: longest turn`, unit: 'ms', value: blocked }] : []))
      }
      return figures
    },
    close: async () => {
      for (const { process } of running) await process.end()
    },
  }
}

export const search: Benchmark = {
  name: 'search',
  about: 'everyday questions over 5,000, 100,000 and 720,000 services at 50 a second, beside SQLite FTS5, MiniSearch and PostgreSQL GIN with the same terms',
  rounds: 5,
  subjects: async () => {
    installPeers()
    const subjects: Subject[] = []
    // Sizes are keyed by the names of the engines.
    for (const engine of Object.keys(sizes) as EngineName[]) subjects.push(await subjectOf(engine))
    return subjects
  },
}
