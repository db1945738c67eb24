// What the window page asks the server. What belongs to the person served is asked in their name and forgotten when they are done.
import { queryOptions } from '@tanstack/react-query'
import { api, setActing, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type WindowState = Reply<'getWindow'>
export type Served = NonNullable<WindowState['served']>
export type Shift = NonNullable<WindowState['shift']>
export type HandOver = NonNullable<WindowState['left']>
export type ListLine = HandOver['list']['drafts'][number]
export type Collectable = Reply<'listCollectable'>['results'][number]
export type Application = Reply<'listApplications'>['applications'][number]

/** Asked again now and then: a session that has run out must not stay on the screen. */
export const windowQuery = queryOptions({ queryKey: ['window'], queryFn: () => api('getWindow'), refetchInterval: 15_000, staleTime: 0 })

const ofPerson = 'window-person'

/** The e-licence by which who is served was identified; told once and kept in memory only, until they are done. */
export const shownKey = (session: string) => [ofPerson, session, 'shown'] as const
export type ShownCard = NonNullable<Reply<'identifyAtWindow'>['shown']>

export const applicationsQuery = (mandate: string) =>
  queryOptions({
    queryKey: [ofPerson, mandate, 'applications'],
    queryFn: async () => {
      setActing(mandate)
      return (await api('listApplications', { query: { limit: 50 } })).applications
    },
    gcTime: 0,
  })

/** Results by number, or without one those of who is served. */
export const collectableQuery = (session: string, number: string) =>
  queryOptions({ queryKey: [ofPerson, session, 'results', number], queryFn: async () => (await api('listCollectable', { query: number === '' ? {} : { number } })).results, gcTime: 0 })

export const matchingQuery = (q: string) =>
  queryOptions({ queryKey: ['window-matters', q], queryFn: async ({ signal }) => (await api('search', { query: { q, type: 'matter', limit: 8 } }, { signal })).results, enabled: q !== '', staleTime: 60_000 })

export const listQuery = queryOptions({ queryKey: ['window', 'list'], queryFn: () => api('getShiftList'), staleTime: 0 })

/** Nothing of the person is kept in the browser; `next` is who is served from now on. */
export function forgetPerson(next: Served | null = null): void {
  setActing(null)
  queryClient.setQueryData(windowQuery.queryKey, (before) => before && { ...before, served: next })
  queryClient.removeQueries({ queryKey: [ofPerson] })
}
