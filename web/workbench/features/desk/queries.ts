// What the pages of the desk ask: who has how much, what words find, what came of many steps, whom many cases can be given to.
// Everything under 'cases' is asked again after an action.
import { api, type Reply } from '../../../api/client.ts'
import { currentLanguage } from '../../../shared/i18n/store.ts'

export type Found = Reply<'findCases'>['cases'][number]
export type Colleague = Reply<'getWorkload'>['colleagues'][number]
export type BulkOutcome = Reply<'actOnCases'>['outcomes'][number]

export const workloadQuery = { queryKey: ['cases', 'workload'], queryFn: () => api('getWorkload'), refetchOnWindowFocus: true, staleTime: 10_000 }

/** @param q words; nothing is asked for none */
export const findPageQuery = (q: string) => ({
  queryKey: ['cases', 'find-page', currentLanguage(), q],
  queryFn: ({ signal }: { signal?: AbortSignal }) => api('findCases', { body: { q, limit: 50 } }, signal ? { signal } : {}),
  enabled: q !== '',
  staleTime: 10_000,
})

/** Colleagues who can take all of these cases. */
export const sharedColleaguesQuery = (ids: readonly string[]) => ({
  queryKey: ['cases', 'shared-colleagues', [...ids].sort().join()],
  queryFn: async () => (await api('listSharedColleagues', { body: { ids: [...ids] } })).colleagues,
  enabled: ids.length > 0,
  staleTime: 60_000,
})
