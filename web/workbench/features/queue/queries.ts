// What the queue asks the server: pages of cases, how many each view holds, the matters to filter by.
// The list is asked again every half minute and when the window is looked at again, so it stays true while one works.
import { keepPreviousData, type InfiniteData, type QueryKey } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { currentLanguage } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { narrowingOf, type QueueFilter } from './queue.ts'

export type QueuePage = Reply<'listCases'>
export type QueueItem = QueuePage['cases'][number]

const pageSize = 50
const refreshEvery = 30_000

/** What the server is asked for a filter. */
export const askedOf = (filter: QueueFilter) => {
  const { view, q, matter } = filter
  return { view, ...(q ? { q } : {}), ...(matter ? { matter } : {}), ...narrowingOf(filter) }
}

/** Names come in the language of the screen, so they are kept by language. */
export const queueQuery = (filter: QueueFilter) => ({
  queryKey: ['cases', 'queue', currentLanguage(), filter.view, filter.q, filter.matter, narrowingOf(filter)] as QueryKey,
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    api('listCases', { query: { ...askedOf(filter), limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: QueuePage) => last.next ?? undefined,
  placeholderData: keepPreviousData<InfiniteData<QueuePage, string | undefined>>,
  refetchInterval: refreshEvery,
  refetchOnWindowFocus: true,
  staleTime: 5_000,
})

export const countsQuery = { queryKey: ['cases', 'counts'], queryFn: () => api('countCases'), refetchInterval: refreshEvery, refetchOnWindowFocus: true, staleTime: 5_000 }

export const matterNamesQuery = {
  queryKey: ['matter-names'],
  queryFn: async () => (await api('listMatters', { query: {} })).matters.map(({ id, name }) => ({ id, name })),
  staleTime: 5 * 60_000,
}

/** After an action everything that lists or counts cases is asked again. */
export const refreshLists = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'cases' && queryKey[1] !== 'case' })

/** Finds any case of one's jurisdiction, also ended ones, by anything in it. */
export const findQuery = (q: string) => ({
  queryKey: ['cases', 'found', currentLanguage(), q],
  queryFn: ({ signal }: { signal: AbortSignal }) => api('findCases', { body: { q, limit: 8 } }, { signal }),
  enabled: q.length > 0,
  staleTime: 10_000,
})
