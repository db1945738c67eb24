// How soon the first screen and a matter are there on a slow phone: measured and written down, never a reason to fail,
// because a busy machine says nothing about the product. Runs alone.
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { nowhere, phone, type Journey } from './harness/journey.ts'

/** Lighthouse's mobile settings: round trips of 150 ms, 1.6 Mbit/s down, 750 kbit/s up, a processor four times slower. */
const network = { latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const slowerProcessor = 4
const places = [{ name: 'home', path: '/' }, { name: 'matter', path: '/matters/newborn' }] as const

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds from the start of the navigation to the largest contentful paint; what it was. */
const largestPaint = (page: Page): Promise<{ ms: number; what: string }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1)
          const element = last && 'element' in last && last.element instanceof Element ? last.element : null
          resolve({ ms: Math.round(last?.startTime ?? 0), what: `${element?.tagName.toLowerCase() ?? ''} ${element?.textContent.trim().slice(0, 20) ?? ''}`.trim() })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )

export const journey: Journey = {
  name: 'load',
  about: '慢手机、慢网络下多久看得到：只量，不判 / how soon it is there on a slow phone: measured, not judged',
  alone: true,
  run: async ({ asked, open, step, note, keep }) => {
    // Once shows that it is there on a slow phone; a figure needs more.
    const rounds = asked ? 5 : 1
    const figures: unknown[] = []
    for (const { name, path } of places) {
      await step(`${name}`, async () => {
        const measured: { ms: number; what: string; usable: number; bytes: number; requests: number }[] = []
        for (let round = 0; round < rounds; round += 1) {
          // A phone has Chinese letters; the font for machines that have none is not part of what it loads.
          const page = await open({ at: nowhere, size: phone, expected: [/wght|ERR_FAILED|ERR_BLOCKED|fetch dynamically imported|preload CSS/] })
          await page.route(/\/wght-[^/]*\.css$|\.woff2$/, (route) => route.abort())
          const client = await page.context().newCDPSession(page)
          await client.send('Network.enable')
          await client.send('Network.emulateNetworkConditions', { offline: false, ...network })
          await client.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
          let [bytes, requests] = [0, 0]
          client.on('Network.loadingFinished', ({ encodedDataLength }) => {
            bytes += encodedDataLength
            requests += 1
          })
          await page.goto(path)
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.waitForLoadState('networkidle')
          const usable = await page.evaluate(() => Math.round(performance.getEntriesByName('app')[0]?.startTime ?? Number.NaN))
          measured.push({ ...(await largestPaint(page)), usable, bytes, requests })
          await page.context().close()
        }
        const largest = median(measured.map(({ ms }) => ms))
        const usable = median(measured.map((each) => each.usable))
        const [one] = measured
        figures.push({ page: name, largestContentfulPaintMs: largest, each: measured.map(({ ms }) => ms), usableMs: usable, element: one?.what, transferredBytes: one?.bytes, requests: one?.requests })
        note(`${name}: LCP ${largest} ms (${measured.map(({ ms }) => ms).join(', ')}) · ${one?.what} · usable ${usable} ms · ${Math.round((one?.bytes ?? 0) / 1000)} kB, ${one?.requests} requests`)
      })
    }
    await keep({ aimMs: 1500, latencyMs: network.latency, downBytesPerSecond: network.downloadThroughput, processor: `÷${slowerProcessor}`, rounds, machineLoad: loadavg(), figures })
  },
}
