// What the search asks the server: results, and what many people ask. An empty question is not asked.
// Results are kept for a minute, so going back from a result is instant.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { currentActing } from '../../../shared/acting.ts'
import { audienceOf, type Search } from './search-address.ts'

export type SearchReply = Reply<'search'>
export type Result = SearchReply['results'][number]
export type Intent = SearchReply['intent']

/** Most results the API gives for one question. */
const limit = 100

export const searchQuery = ({ q, type, region, audience: asked }: Search) => {
  const audience = audienceOf(asked, currentActing())
  return queryOptions({
    queryKey: ['search', q, type ?? '', region ?? '', audience ?? ''],
    queryFn: ({ signal }): Promise<SearchReply> => api('search', { query: { q, limit, ...(type ? { type } : {}), ...(region ? { region } : {}), ...(audience ? { audience } : {}) } }, { signal }),
    enabled: q !== '',
    staleTime: 60_000,
  })
}

/** What many people ask here; an addition, so that it fails in silence. */
export const popularQuery = (region: string | undefined) =>
  queryOptions({ queryKey: ['search', 'popular', region ?? ''], queryFn: () => api('listPopularSearches', { query: region ? { region } : {} }), staleTime: 600_000, retry: false })
