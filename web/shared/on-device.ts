// What pages keep on this device for the time without network: the wallet its cards, the device's key and its page, a request its photos.
// Named here, because ending the session ends all of it, whichever page that happens on. What is kept and how is their own business.

export const deviceStore = 'tongban-wallet'
/** Photos and voice of a request being written, and requests that wait for the network. */
export const requestStore = 'tongban-requests'
/** Pages that open without network; the worker of each keeps its files in a cache named after it. */
export const offlineScopes = ['/wallet', '/verify'] as const

const waitMs = 1500

/** Forgets it all; ends also where the browser is slow or forbids storage. */
export async function forgetDevice(): Promise<void> {
  const work = Promise.allSettled([dropStore(deviceStore), dropStore(requestStore), dropCaches(), dropWorkers()])
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, waitMs))])
}

const dropStore = (store: string) =>
  new Promise<void>((resolve) => {
    const asked = indexedDB.deleteDatabase(store)
    asked.onsuccess = asked.onerror = () => resolve()
  })

const dropCaches = async () => {
  if ('caches' in globalThis) await caches.delete(`tongban${offlineScopes[0]}`)
}

const dropWorkers = async () => {
  const registrations = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
  await Promise.all(registrations.filter(({ scope }) => new URL(scope).pathname === offlineScopes[0]).map((each) => each.unregister()))
}
