// Lets a page open without network: registers its service worker and tells it which files the page is made of.
// Pages call it once everything they need without network has been loaded.
import type { offlineScopes } from '../../../shared/on-device.ts'

const workerFile = '/wallet-worker.js'
const manifestFile = '/wallet.webmanifest'

/** Files of the build loaded so far; fonts are not needed to read, and large. */
const filesLoaded = (): string[] =>
  [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/') && !pathname.endsWith('.woff2')).map(({ pathname }) => pathname))]

const activated = (registration: ServiceWorkerRegistration): Promise<ServiceWorker> =>
  new Promise((resolve, reject) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active
    if (!worker) return reject(new Error('no service worker'))
    const look = () => {
      if (worker.state === 'activated') resolve(worker)
      if (worker.state === 'redundant') reject(new Error('the service worker was replaced'))
    }
    worker.addEventListener('statechange', look)
    return look()
  })

/** A browser without service workers needs the network; nothing else is lost. */
export async function offerWithoutNetwork(scope: (typeof offlineScopes)[number]): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  if (scope === '/wallet' && !document.querySelector('link[rel=manifest]')) document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: manifestFile }))
  try {
    const worker = await activated(await navigator.serviceWorker.register(workerFile, { scope }))
    worker.postMessage([scope, ...filesLoaded()])
  } catch {
    // In private windows registering is refused.
  }
}
