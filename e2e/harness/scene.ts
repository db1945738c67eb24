// Runs one journey: opens its windows, prints its steps, keeps pictures; on failure a picture of every window, what the
// browser said and the end of the server's log.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { desk, type Journey, type Scene, type Window } from './journey.ts'
import { logInAs } from './people.ts'
import { resultsFolder, type Product } from './product.ts'
import { watchContext, type Watch } from './watch.ts'

export type Outcome = { passed: number; failed: number }

/** Generous: the machine may be busy with other things. */
const patienceMs = 30_000
const longestJourneyMs = 180_000

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

export const runJourney = async (journey: Journey, product: Product, browser: Browser, say: (line: string) => void): Promise<Outcome> => {
  const folder = join(resultsFolder, journey.name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const print = (text: string) => say(`${journey.name.padEnd(16)}${text}`)
  const pages: Page[] = []
  const watches: Watch[] = []
  const outcome: Outcome = { passed: 0, failed: 0 }
  let current = '开始 / start'

  const enter = async (page: Page) => {
    pages.push(page)
    page.setDefaultTimeout(patienceMs)
    page.setDefaultNavigationTimeout(patienceMs)
  }
  const scene: Scene = {
    product,
    step: async (what, work) => {
      const start = performance.now()
      current = what
      const result = await work()
      outcome.passed += 1
      print(`✓ ${what} (${seconds(start)})`)
      return result
    },
    open: async ({ as, at = '/', size = desk, settings, expected = [] }: Window = {}) => {
      const context = await browser.newContext({ baseURL: product.url, viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
      watches.push(watchContext(context, product.url, expected))
      if (settings) await context.addInitScript((stored) => localStorage.setItem('tongban.settings', stored), JSON.stringify(settings))
      const page = await context.newPage()
      await enter(page)
      if (as) await logInAs(page, as, at)
      else await page.goto(at)
      return page
    },
    openTab: async (context, path) => {
      const page = await context.newPage()
      await enter(page)
      await page.goto(path)
      return page
    },
    picture: async (page, name, { fullPage = false } = {}) => {
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
    },
    note: (text) => print(`  ${text}`),
    keep: (figures) => writeFile(join(resultsFolder, `${journey.name}.json`), `${JSON.stringify(figures, null, 2)}\n`),
  }

  const explain = async (error: unknown) => {
    outcome.failed += 1
    print(`✗ ${current}`)
    for (const line of (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n')) print(`    ${line}`)
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
    await scene.step('没有脚本错误，没有访问别的网站 / no errors behind the pages, no request to another host', async () => {
      const troubles = watches.flatMap((watch) => watch.troubles())
      if (troubles.length > 0) throw new Error(troubles.join('\n'))
    })
  } catch (error) {
    await explain(error)
  } finally {
    clearTimeout(late)
    await Promise.all([...new Set(pages.map((page) => page.context()))].map((context) => context.close().catch(() => {})))
  }
  print(`${outcome.failed === 0 ? '✓' : '✗'} ${journey.about} (${seconds(start)})`)
  return outcome
}
