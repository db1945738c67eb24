// The service worker of the wallet and of the page that checks codes: lets both open without network, and touches nothing else.
// Pages come from the network as long as it answers in time; files of the build never change under their name. No answer of the API is kept.
// Imports nothing: it is one file under a name of its own.

// The type of a service worker's global stands in a library that excludes the one of pages; these are the parts used here.
type Waiting = { waitUntil(work: Promise<unknown>): void }
type Asked = { request: Request; respondWith(reply: Promise<Response>): void }
type Told = Waiting & { data: unknown }
type WorkerScope = {
  addEventListener(kind: 'install' | 'activate', heard: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', heard: (event: Asked) => void): void
  addEventListener(kind: 'message', heard: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { scope: string }
  location: Location
}
const worker = self as WorkerScope & typeof self

/** A network that is slower than this is none. */
const patienceMs = 4000

const scope = (): string => new URL(worker.registration.scope).pathname
/** Named in web/shared/on-device.ts as well, which forgets it. */
const cacheName = (): string => `tongban${scope()}`

const isFile = ({ pathname, origin }: URL): boolean => origin === worker.location.origin && pathname.startsWith('/assets/')

const fromNetwork = async (request: Request, kept: Response | undefined): Promise<Response> => {
  try {
    return await fetch(request, kept ? { signal: AbortSignal.timeout(patienceMs) } : {})
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

const page = async (request: Request): Promise<Response> => fromNetwork(request, await caches.match(scope(), { cacheName: cacheName() }))

const file = async (request: Request): Promise<Response> => (await caches.match(request, { cacheName: cacheName() })) ?? fetch(request)

/** Keeps exactly these: the page itself always anew, since it names the files of the newest version. */
const keep = async (addresses: readonly string[]): Promise<void> => {
  const cache = await caches.open(cacheName())
  const wanted = addresses.map((address) => new URL(address, worker.location.origin))
  await Promise.all(wanted.map(async (address) => {
    if (!isFile(address) || !(await cache.match(address))) await cache.add(address)
  }))
  const names = new Set(wanted.map(({ href }) => href))
  await Promise.all((await cache.keys()).filter(({ url }) => !names.has(url)).map((each) => cache.delete(each)))
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const { data } = event
  if (Array.isArray(data) && data.every((each) => typeof each === 'string')) event.waitUntil(keep(data))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (isFile(new URL(request.url))) event.respondWith(file(request))
})

// A module for the type checker; the build leaves nothing of it.
export {}
