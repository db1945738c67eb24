// Runs one journey: opens its windows, prints its steps, keeps pictures; on failure a picture of every window, what the
// browser said and the end of the server's log.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { failureLine } from '../../tools/test-steps.ts'
import { untilReadable } from './chinese.ts'
import { desk, nowhere, phone, type Journey, type Scene, type Window } from './journey.ts'
import { logInAs } from './people.ts'
import { resultsFolder, type Product } from './product.ts'
import { watchContext, type Watch } from './watch.ts'

export type Outcome = { passed: number; failed: number }

/** Generous: the machine may be busy with other things. */
const patienceMs = 60_000
const longestJourneyMs = 900_000

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
const linesOf = (text: string): string[] => text.split('\n').map((line) => `    ${line}`)

/** The app itself has drawn the page, not only the server; every page has one main heading, though a phone may show the list beside it instead. */
const untilDrawn = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('app').length > 0)
  await page.locator('h1').first().waitFor({ state: 'attached' })
}

/** `asked`: the journey was asked for by its name, so the pictures of one that passes are kept; they cost a fifth of its time. */
export const runJourney = async (journey: Journey, product: Product, browser: Browser, { say, asked }: { say: (line: string) => void; asked: boolean }): Promise<Outcome> => {
  const folder = join(resultsFolder, journey.name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const print = (text: string) => say(`${journey.name.padEnd(16)}${text}`)
  const pages: Page[] = []
  const watches: Watch[] = []
  const outcome: Outcome = { passed: 0, failed: 0 }
  const told = new Set<unknown>()

  async function step<T>(what: string, work: () => Promise<T>): Promise<T>
  async function step(what: string, work: () => Promise<void>, options: { goOn: true }): Promise<void>
  async function step<T>(what: string, work: () => Promise<T>, options?: { goOn: true }): Promise<T | undefined> {
    const start = performance.now()
    try {
      const result = await work()
      outcome.passed += 1
      print(`✓ ${what} (${seconds(start)})`)
      return result
    } catch (error) {
      outcome.failed += 1
      told.add(error)
      print(failureLine(`${what} (${seconds(start)})`, error instanceof Error ? error.message : String(error)).trimEnd())
      if (error instanceof Error) linesOf(options ? error.message : (error.stack ?? error.message)).forEach(print)
      if (options) return undefined
      throw error
    }
  }

  const open = async ({ as, at = '/', size = desk, settings, expected = [] }: Window): Promise<Page> => {
    const context = await browser.newContext({ baseURL: product.url, viewport: size, isMobile: size === phone, hasTouch: size === phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
    watches.push(watchContext(context, product.url, expected))
    context.setDefaultTimeout(patienceMs)
    context.setDefaultNavigationTimeout(patienceMs)
    context.on('page', (page) => pages.push(page))
    // An empty window has no storage of its own.
    if (settings) await context.addInitScript((stored) => location.protocol.startsWith('http') && localStorage.setItem('tongban.settings', stored), JSON.stringify(settings))
    const page = await context.newPage()
    if (as) await logInAs(page, as, at)
    else if (at !== nowhere) await page.goto(at)
    if (at !== nowhere) await untilDrawn(page)
    return page
  }

  const scene: Scene = {
    product,
    asked,
    step,
    open: (window = {}) => open(window),
    openTab: async (context, path) => {
      const page = await context.newPage()
      await page.goto(path)
      await untilDrawn(page)
      return page
    },
    picture: async (page, name, { fullPage = false } = {}) => {
      await untilReadable(page)
      if (asked) await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
    },
    note: (text) => print(`  ${text}`),
    keep: (figures) => writeFile(join(resultsFolder, `${journey.name}.json`), `${JSON.stringify(figures, null, 2)}\n`),
  }

  const explain = async (error: unknown) => {
    if (!told.has(error)) {
      outcome.failed += 1
      print(failureLine('outside its steps', error instanceof Error ? error.message : String(error)).trimEnd())
      if (error instanceof Error) linesOf(error.stack ?? error.message).forEach(print)
    }
    for (const [index, page] of pages.entries()) {
      if (page.isClosed()) continue
      print(`    window ${index + 1}: ${page.url()}`)
      await page.screenshot({ path: join(folder, `failed-${index + 1}.png`), timeout: 5_000 }).catch(() => {})
    }
    for (const trouble of watches.flatMap((watch) => watch.troubles())) print(`    ${trouble}`)
    print(`    pictures: test-results/${journey.name}/`)
    for (const line of product.logTail()) print(`    server | ${line}`)
  }

  const start = performance.now()
  let late: NodeJS.Timeout | undefined
  try {
    const tooLong = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error(`took longer than ${longestJourneyMs / 1000} s`)), longestJourneyMs)
    })
    await Promise.race([journey.run(scene), tooLong])
    await step('没有脚本错误，没有访问别的网站 / no errors behind the pages, no request to another host', async () => {
      const troubles = watches.flatMap((watch) => watch.troubles())
      if (troubles.length > 0) throw new Error(troubles.join('\n'))
    }, { goOn: true })
  } catch (error) {
    await explain(error)
  } finally {
    clearTimeout(late)
    await Promise.all([...new Set(pages.map((page) => page.context()))].map((context) => context.close().catch(() => {})))
  }
  print(`${outcome.failed === 0 ? '✓' : '✗'} ${journey.about} (${seconds(start)})`)
  return outcome
}
