// What is asked of the server while somebody types. By itself, because the home page asks it too and nothing else of the search.
// It is not counted among what people search for.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { currentActing } from '../../../shared/acting.ts'
import { audienceOf, type Search } from './search-address.ts'

const most = 6

/** The best few for what is typed so far, with what was asked for them: they stay until the next ones are there. */
export const suggestionsQuery = ({ q, region, audience: wanted }: Search) => {
  const audience = audienceOf(wanted, currentActing())
  const asked = { q, ...(region ? { region } : {}) }
  return queryOptions({
    queryKey: ['search', 'suggestions', q, region ?? '', audience ?? ''],
    queryFn: async ({ signal }) => ({
      ...(await api('search', { query: { ...asked, limit: most, typing: true, ...(audience ? { audience } : {}) } }, { signal })),
      asked,
    }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
