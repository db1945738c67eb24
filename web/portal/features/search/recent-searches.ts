// Keeps what was searched on this device: in the tab while somebody is logged in, in the browser once they asked for it.
// A browser that forbids storage keeps nothing.
import { useSyncExternalStore } from 'react'
import { useSession } from '../../../shared/session.tsx'
import { parseKept, withSearch, withoutSearch, type KeptSearches } from './kept-searches.ts'

const name = 'tongban.searches'
const listeners = new Set<() => void>()

const read = (storage: 'localStorage' | 'sessionStorage'): string | null => {
  try {
    return globalThis[storage].getItem(name)
  } catch {
    return null
  }
}

/** undefined: removes them. */
const write = (storage: 'localStorage' | 'sessionStorage', kept: KeptSearches | undefined): void => {
  try {
    if (kept) globalThis[storage].setItem(name, JSON.stringify(kept))
    else globalThis[storage].removeItem(name)
  } catch {
    // Nothing is kept.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface RecentSearches {
  words: readonly string[]
  /** Whether they stay on this device, also without a login. */
  always: boolean
  /** Whether a search made now would be kept. */
  keeping: boolean
  add: (q: string) => void
  remove: (q: string) => void
  clear: () => void
  setAlways: (always: boolean) => void
}

export function useRecentSearches(): RecentSearches {
  const { person, acting } = useSession()
  const onDevice = useSyncExternalStore(subscribe, () => read('localStorage'), () => null)
  const inTab = useSyncExternalStore(subscribe, () => read('sessionStorage'), () => null)
  const always = onDevice !== null
  // What is searched for somebody else is not the searcher's own.
  const owner = acting ? undefined : always ? null : person?.id
  const found = parseKept(always ? onDevice : inTab)
  const kept = found?.owner === owner ? found : undefined
  const place = always ? 'localStorage' : 'sessionStorage'
  return {
    words: kept?.words ?? [],
    always,
    keeping: owner !== undefined,
    add: (q) => {
      if (owner !== undefined) write(place, withSearch(kept, owner, q))
    },
    remove: (q) => {
      if (kept) write(place, withoutSearch(kept, q))
    },
    clear: () => {
      if (kept) write(place, { ...kept, words: [] })
    },
    setAlways: (wanted) => {
      write('sessionStorage', undefined)
      write('localStorage', wanted ? { owner: null, words: [...(kept?.words ?? [])] } : undefined)
    },
  }
}
