// One engine with one catalogue in a process of its own, so that its memory is its own. Told to measure, it answers questions at a fixed rate.
// Started by measuring.ts with: name of the engine, entries.
import { readFileSync } from 'node:fs'
import { setTimeout as until } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLexicon, readQuestion, shippedVectors, teachEntry } from '../../server/modules/search/index.ts'
import { readQueries } from '../../eval/search/query.ts'
import { batchesOf, realCatalogue, thesaurus } from './catalogue.ts'
import { engines, type EngineName } from './engines.ts'
import { judge } from './judging.ts'

export type Built = { seconds: number; rssMb: number; heapMb: number; buffersMb: number; storedMb: number }
/** `busy`: milliseconds of processor time of this process for one question, which other processes on the machine hardly change. */
export type Measured = { p50: number; p95: number; p99: number; blocked: number; busy: number }
export type Asked = { measure: { rate: number; seconds: number } } | { judge: true } | { end: true }

const collect = (): void => {
  globalThis.gc?.()
}

const mb = (bytes: number): number => bytes / 2 ** 20
const tell = (message: unknown): void => {
  process.send?.(message)
}

const [, , name = '', size = ''] = process.argv
const isEngine = (given: string): given is EngineName => given in engines
if (!isEngine(name)) throw new Error(`no engine "${name}"`)
const refuse = (error: unknown): never => {
  throw error
}
// Only our own engine looks for what a question means; the others get the words it means.
const lexicon = createLexicon(thesaurus(), name === 'tongban' ? shippedVectors(refuse) : undefined)
const engine = await engines[name](lexicon)
const queries = readQueries(readFileSync(fileURLToPath(new URL('../../eval/search/queries-open.jsonl', import.meta.url)), 'utf8'))
readQuestion('社保卡', lexicon)
collect()
const before = process.memoryUsage()
const start = performance.now()
let making = 0
for (const batch of size === 'real' ? await realCatalogue() : batchesOf(Number(size))) {
  const from = performance.now()
  const entries = batch()
  making += performance.now() - from
  await engine.add(entries)
  entries.forEach(teachEntry(lexicon))
}
for (const _ of lexicon.resemblance?.settle() ?? []);
await engine.ready()
const seconds = (performance.now() - start - making) / 1000
collect()
const after = process.memoryUsage()
tell({ seconds, rssMb: mb(after.rss - before.rss), heapMb: mb(after.heapUsed - before.heapUsed), buffersMb: mb(after.arrayBuffers - before.arrayBuffers), storedMb: mb(engine.stored()) } satisfies Built)

const answer = async (q: string) => engine.find(q, 20)

/** Questions come at a fixed rate whether or not earlier ones are answered; a question's time counts from when it was due. */
const measure = async ({ rate, seconds: lasting }: { rate: number; seconds: number }): Promise<Measured> => {
  const times: number[] = []
  let blocked = 0
  const used = process.cpuUsage()
  const from = performance.now() + 20
  const asking = Array.from({ length: rate * lasting }, async (_, at) => {
    const due = from + (at * 1000) / rate
    await until(Math.max(0, due - performance.now()))
    const begun = performance.now()
    const answering = answer(queries[(at * 37) % queries.length]?.query ?? '')
    blocked = Math.max(blocked, performance.now() - begun)
    await answering
    // A timer may be late by its own grain; a question is not asked before it is due.
    times.push(performance.now() - Math.min(begun, due + 2))
  })
  await Promise.all(asking)
  const { user, system } = process.cpuUsage(used)
  times.sort((a, b) => a - b)
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), blocked, busy: (user + system) / 1000 / times.length }
}

process.on('message', (asked: Asked) => {
  const work = async () => {
    if ('measure' in asked) tell(await measure(asked.measure))
    else if ('judge' in asked) tell(await judge(queries, answer))
    else {
      await engine.close()
      process.disconnect()
    }
  }
  work().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})
