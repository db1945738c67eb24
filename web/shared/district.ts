// The place somebody searches for, remembered on this device: new searches start there, so that the district's own version comes first.
// The address of a search says itself which place it is about; a browser that forbids storage asks again next time.
import { useSyncExternalStore } from 'react'

const name = 'tongban.district'

const read = (): string => {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

const subscribe = (listener: () => void) => {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}

/** GB/T 2260 code; undefined: anywhere. */
export function useDistrict(): string | undefined {
  const code = useSyncExternalStore(subscribe, read, () => '')
  return /^\d{6}(\d{3})?$/.test(code) ? code : undefined
}

/** Empty: forgets it. */
export function rememberDistrict(code: string): void {
  try {
    if (code) localStorage.setItem(name, code)
    else localStorage.removeItem(name)
  } catch {
    // Nothing is kept.
  }
}
