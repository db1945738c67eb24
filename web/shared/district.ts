// The place somebody searches for, remembered on this device: new searches start there, so that the district's own version comes first. Until
// one is chosen they start in the district a resident lives in, as the login says it; that is never kept. The address of a search says itself
// which place it is about; a browser that forbids storage asks again next time.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { regionCovers } from '../../server/kernel/regions.ts'
import type { Reply } from '../api/client.ts'
import { currentActing } from './acting.ts'
import { queryClient } from './query-client.ts'
import { regionsQuery, sessionQuery } from './SessionProvider.tsx'

const name = 'tongban.district'
/** Kept by whoever chose to search anywhere. */
const anywhere = 'anywhere'

type Served = Pick<Reply<'listRegions'>, 'region' | 'regions'>

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
export const districtServed = (code: string, served: Served | undefined): string | undefined => {
  if (!/^\d{6}(\d{3})?$/.test(code)) return undefined
  return served === undefined || (regionCovers(served.region, code) && served.regions.some((each) => each.code === code)) ? code : undefined
}

/** GB/T 2260 code of a place that is served; undefined: anywhere. */
export function useDistrict(): string | undefined {
  const code = useSyncExternalStore(subscribe, read, () => '')
  const { data: served } = useQuery(regionsQuery)
  return districtServed(code, served)
}

/**
 * Where a search starts that says no place itself; undefined: anywhere. What was chosen counts, also that it is anywhere; else the district
 * somebody lives in, once it is known that it is served.
 * @param chosen as it is kept on this device; empty: nothing was chosen yet @param home GB/T 2260 of a district or street
 */
export const startOf = (chosen: string, home: string | undefined, served: Served | undefined): string | undefined => {
  if (chosen !== '') return districtServed(chosen, served)
  const district = home === undefined ? undefined : served?.regions.find(({ code, level }) => level === 'district' && regionCovers(code, home))
  return district && districtServed(district.code, served)
}

/** Where a resident lives. Whoever acts for somebody else searches for them, and where they are is not known. */
const homeIn = (session: Reply<'getSession'> | undefined): string | undefined => (currentActing() ? undefined : session?.person?.region)

/** As `startOf`, for who is using the page. */
export function useSearchStart(): string | undefined {
  const chosen = useSyncExternalStore(subscribe, read, () => '')
  const { data: session } = useQuery(sessionQuery)
  const { data: served } = useQuery(regionsQuery)
  return startOf(chosen, homeIn(session), served)
}

/** The same for who cannot wait to be drawn: asks who is logged in only where nothing was chosen. Never rejects. */
export const findSearchStart = async (): Promise<string | undefined> => {
  if (read() === '') await Promise.all([queryClient.prefetchQuery(sessionQuery), queryClient.prefetchQuery(regionsQuery)])
  return startOf(read(), homeIn(queryClient.getQueryData(sessionQuery.queryKey)), queryClient.getQueryData(regionsQuery.queryKey))
}

/** Empty: anywhere. */
export function rememberDistrict(code: string): void {
  try {
    localStorage.setItem(name, code || anywhere)
  } catch {
    // Nothing is kept.
  }
}
