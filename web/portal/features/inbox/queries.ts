// The resident's messages, and how many are unread.
// The count in the header is asked again now and then; the list when it is opened.
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { isResident, useSession } from '../../../shared/session.tsx'

export type Message = Reply<'listMessages'>['messages'][number]

const pageSize = 30
const everyMs = 60_000

/** Newest first, page by page. */
export const messagesQuery = infiniteQueryOptions({
  queryKey: ['messages', 'list'],
  queryFn: ({ pageParam, signal }) => api('listMessages', { query: { limit: pageSize, ...(pageParam === '' ? {} : { before: pageParam }) } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ messages }) => (messages.length < pageSize ? undefined : messages.at(-1)?.id),
})

export const unreadQuery = queryOptions({
  queryKey: ['messages', 'unread'],
  queryFn: async ({ signal }) => (await api('listMessages', { query: { limit: 1 } }, { signal })).unread,
  refetchInterval: everyMs,
})

/** Unread messages of the person logged in; 0 for everybody else. */
export function useUnread(): number {
  const session = useSession()
  const { data } = useQuery({ ...unreadQuery, enabled: isResident(session) && !session.acting })
  return data ?? 0
}
