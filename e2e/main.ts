// Browser journeys: the whole product in a real Chromium, used the way people use it. `node e2e/main.ts [journey…]` runs some and keeps
// their pictures. Ends with "N passed, N failed" alone on the last line; pictures, server log and figures are in test-results/.
import type { Browser } from 'playwright-core'
import { launchChromium } from './harness/chromium.ts'
import type { Journey } from './harness/journey.ts'
import { startProduct, type Product } from './harness/product.ts'
import { runJourney, type Outcome } from './harness/scene.ts'
import { journeys } from './journeys.ts'

/** Twice as many journeys at once as a small machine has cores: while some wait for the product the others go on. */
const lanes = 4

const say = (line: string) => process.stdout.write(`${line}\n`)

let stopProduct: Product['stop'] | undefined
let browser: Browser | undefined
let ending: Promise<unknown> | undefined

/** Leaves no process behind, however the run ends. */
const end = () => (ending ??= Promise.all([browser?.close().catch(() => {}), stopProduct?.().catch(() => {})]))

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
  process.once(signal, () => void end().then(() => process.exit(code)))
}

const runAll = async (wanted: readonly Journey[], run: (journey: Journey) => Promise<Outcome>): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  const together = wanted.filter(({ alone }) => !alone)
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = together.shift(); next; next = together.shift()) outcomes.push(await run(next))
    }),
  )
  for (const journey of wanted.filter(({ alone }) => alone)) outcomes.push(await run(journey))
  return outcomes
}

const main = async (names: readonly string[]): Promise<number> => {
  const unknown = names.filter((name) => !journeys.some((journey) => journey.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`没有 / no such journey: ${unknown.join(', ')}\n${journeys.map(({ name, about }) => `  ${name.padEnd(16)}${about}`).join('\n')}\n`)
    return 2
  }
  const start = performance.now()
  const launching = launchChromium().then((launched) => (browser = launched))
  let running: Product
  let window: Browser
  try {
    ;[window, running] = await Promise.all([launching, startProduct((stop) => (stopProduct = stop))])
  } catch (error) {
    await launching.catch(() => {})
    await end()
    say(error instanceof Error ? error.message : String(error))
    say('0 passed, 1 failed')
    return 1
  }
  say(`Chromium ${window.version()} · ${running.url} · ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const wanted = journeys.filter(({ name }) => names.length === 0 || names.includes(name))
  const outcomes = await runAll(wanted, (journey) => runJourney(journey, running, window, { say, asked: names.length > 0 }))
  await end()
  const sum = (of: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[of], 0)
  say(`${((performance.now() - start) / 1000).toFixed(0)} s`)
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
