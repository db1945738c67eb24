// Listens to everything that happens behind a page: errors in the console, uncaught errors, requests to other hosts, requests that fail.
// A journey fails when something is left that it did not provoke itself.
import type { BrowserContext } from 'playwright-core'

export type Watch = { troubles: () => string[] }

/** Leaving a page cancels what it was loading; that is no failure. */
const isCancelled = (reason: string | undefined): boolean => reason === undefined || /ERR_ABORTED|ERR_NETWORK_CHANGED/.test(reason)

export const watchContext = (context: BrowserContext, own: string, expected: readonly RegExp[]): Watch => {
  const found: string[] = []
  const note = (text: string) => {
    if (!expected.some((each) => each.test(text))) found.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url.replace(own, '')}) on ${message.page()?.url().replace(own, '') ?? ''}`)
  })
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== own && /^(https?|wss?):$/.test(protocol)) note(`request to another host: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    if (!isCancelled(request.failure()?.errorText)) note(`failed request: ${request.method()} ${request.url().replace(own, '')} ${request.failure()?.errorText ?? ''}`)
  })
  return { troubles: () => [...new Set(found)] }
}
