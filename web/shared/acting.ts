// In whose name this tab works: kept in the tab only, so that closing it ends it. Both apps send it with every call that may be made
// for somebody else. Beginning and ending load the page anew: nothing read for one person is left over for the other.
import { setActing } from '../api/client.ts'

/** What entitles to act, and whom for: `mandate` is `<kind>:<id>`. */
export interface Acting {
  mandate: string
  /** The person represented. */
  name: string
  capacity: 'family' | 'agent' | 'company' | 'guardian' | 'helper' | 'window'
  /** Where ending it leads to. */
  home: string
}

const storageKey = 'tongban.acting'

const isActing = (value: unknown): value is Acting =>
  typeof value === 'object' && value !== null && ['mandate', 'name', 'capacity', 'home'].every((key) => key in value && typeof (value as Record<string, unknown>)[key] === 'string')

function stored(): Acting | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
    return isActing(value) ? value : undefined
  } catch {
    return undefined
  }
}

let current: Acting | undefined

/** Reads it once, before the first call. */
export function resumeActing(): void {
  current = stored()
  setActing(current?.mandate ?? null)
}

/** undefined: everybody acts for themselves. */
export const currentActing = (): Acting | undefined => current

/** From now on this tab works for somebody else, beginning at `path`; answers kept for oneself are forgotten. */
export function startActing(acting: Acting, path: string): void {
  sessionStorage.clear()
  sessionStorage.setItem(storageKey, JSON.stringify(acting))
  location.assign(path)
}

/** This tab is one's own again. */
export function stopActing(): void {
  const home = current?.home ?? '/'
  sessionStorage.clear()
  location.assign(home)
}
