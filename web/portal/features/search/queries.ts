// What the search page asks the server. An empty question is not asked.
// Results are kept for a minute, so going back from a result is instant.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { Search } from './search-address.ts'

export type SearchReply = Reply<'search'>
export type Result = SearchReply['results'][number]

/** Most results the API gives for one question. */
const limit = 100

export const searchQuery = ({ q, type, region }: Search) =>
  queryOptions({
    queryKey: ['search', q, type ?? '', region ?? ''],
    queryFn: ({ signal }): Promise<SearchReply> => api('search', { query: { q, limit, ...(type ? { type } : {}), ...(region ? { region } : {}) } }, { signal }),
    enabled: q !== '',
    staleTime: 60_000,
  })
