// The place somebody searches for, remembered on this device: new searches start there, so that the district's own version comes first.
// The address of a search says itself which place it is about; a browser that forbids storage asks again next time.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { regionCovers } from '../../server/kernel/regions.ts'
import type { Reply } from '../api/client.ts'
import { queryClient } from './query-client.ts'
import { regionsQuery } from './SessionProvider.tsx'

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

/** The place that was remembered where it is served, else undefined: the city. What is served may have changed since. @param served undefined: not known yet */
export const districtServed = (code: string, served: Pick<Reply<'listRegions'>, 'region' | 'regions'> | undefined): string | undefined => {
  if (!/^\d{6}(\d{3})?$/.test(code)) return undefined
  return served === undefined || (regionCovers(served.region, code) && served.regions.some((each) => each.code === code)) ? code : undefined
}

/** GB/T 2260 code of a place that is served; undefined: anywhere. */
export function useDistrict(): string | undefined {
  const code = useSyncExternalStore(subscribe, read, () => '')
  const { data: served } = useQuery(regionsQuery)
  return districtServed(code, served)
}

/** The same for who cannot wait to be drawn. */
export const rememberedDistrict = (): string | undefined => districtServed(read(), queryClient.getQueryData(regionsQuery.queryKey))

/** Empty: forgets it. */
export function rememberDistrict(code: string): void {
  try {
    if (code) localStorage.setItem(name, code)
    else localStorage.removeItem(name)
  } catch {
    // Nothing is kept.
  }
}
