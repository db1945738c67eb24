// What the wallet keeps on this device for the time without network: cards, the device's key, its page. Named here, because ending the
// session ends all of it, whichever page that happens on. What is kept and how is the wallet's own business.

export const deviceStore = 'tongban-wallet'
/** Pages that open without network; the worker of each keeps its files in a cache named after it. */
export const offlineScopes = ['/wallet', '/verify'] as const

const waitMs = 1500

/** Forgets it all; ends also where the browser is slow or forbids storage. */
export async function forgetDevice(): Promise<void> {
  const work = Promise.allSettled([dropStore(), dropCaches(), dropWorkers()])
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, waitMs))])
}

const dropStore = () =>
  new Promise<void>((resolve) => {
    const asked = indexedDB.deleteDatabase(deviceStore)
    asked.onsuccess = asked.onerror = () => resolve()
  })

const dropCaches = async () => {
  if ('caches' in globalThis) await caches.delete(`tongban${offlineScopes[0]}`)
}

const dropWorkers = async () => {
  const registrations = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
  await Promise.all(registrations.filter(({ scope }) => new URL(scope).pathname === offlineScopes[0]).map((each) => each.unregister()))
}
