// What the pages of supervision ask: cards of one's jurisdiction, the ladder of late cases, what one is told.
// For a file all pages are fetched, so it is complete.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type Card = Reply<'listCards'>['cards'][number]
export type LateCase = Reply<'listLateCases'>['cases'][number]
export type LateRequest = Reply<'listLateRequests'>['requests'][number]
export type LadderStep = LateCase['steps'][number]
export type StaffMessage = Reply<'listStaffMessages'>['messages'][number]

export const standings = ['all', 'open', 'answered', 'confirmed', 'cancelled'] as const
export type StandingFilter = (typeof standings)[number]

/** What the address says; everything when it says nothing known. */
export const readStanding = (search: URLSearchParams): StandingFilter => standings.find((each) => each === search.get('show')) ?? 'all'

const pageSize = 50
const everyMs = 60_000

const fetchCards = (standing: StandingFilter, before: string | undefined, limit: number, signal?: AbortSignal) =>
  api('listCards', { query: { limit, ...(standing === 'all' ? {} : { standing }), ...(before ? { before } : {}) } }, signal ? { signal } : {})

export const cardsQuery = (standing: StandingFilter) => infiniteQueryOptions({
  queryKey: ['supervision', 'cards', standing],
  queryFn: ({ pageParam, signal }) => fetchCards(standing, pageParam, pageSize, signal),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: 10_000,
})

/** Every card that meets the filter, however many pages that takes. */
export async function listAllCards(standing: StandingFilter): Promise<Card[]> {
  const all: Card[] = []
  let before: string | undefined
  do {
    const page = await fetchCards(standing, before, 200)
    all.push(...page.cards)
    before = page.next ?? undefined
  } while (before)
  return all
}

export const lateQuery = infiniteQueryOptions({
  queryKey: ['supervision', 'late'],
  queryFn: ({ pageParam, signal }) => api('listLateCases', { query: { limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: 10_000,
})

export const lateRequestsQuery = infiniteQueryOptions({
  queryKey: ['supervision', 'late-requests'],
  queryFn: ({ pageParam, signal }) => api('listLateRequests', { query: { limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: 10_000,
})

export const requestSupervisionQuery = (id: string) => queryOptions({ queryKey: ['supervision', 'request', id], queryFn: () => api('getRequestSupervision', { params: { id } }), staleTime: 10_000 })

export const caseSupervisionQuery = (id: string) => queryOptions({ queryKey: ['supervision', 'case', id], queryFn: () => api('getCaseSupervision', { params: { id } }), staleTime: 10_000 })

/** Newest first, page by page. */
export const staffMessagesQuery = infiniteQueryOptions({
  queryKey: ['staff-messages', 'list'],
  queryFn: ({ pageParam, signal }) => api('listStaffMessages', { query: { limit: pageSize, ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ messages }) => (messages.length < pageSize ? undefined : messages.at(-1)?.id),
})

export const unreadQuery = queryOptions({ queryKey: ['staff-messages', 'unread'], queryFn: async ({ signal }) => (await api('listStaffMessages', { query: { limit: 1 } }, { signal })).unread, refetchInterval: everyMs })

/** After an answer, a verdict or a reading: everything here is asked again. */
export const askAgain = (...keys: ('supervision' | 'staff-messages')[]): void => {
  for (const key of keys) void queryClient.invalidateQueries({ queryKey: [key] })
}
