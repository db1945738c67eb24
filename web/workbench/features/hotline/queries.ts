// What the agent's screen asks the server. Calls ring all the time: the list is asked for every three seconds while the page is shown.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type Calls = Reply<'listCalls'>
export type Call = Reply<'getCall'>
export type Suggested = Reply<'suggestForCall'>
export type Knowledge = Suggested['knowledge'][number]

const askEveryMs = 3_000

export const callsQuery = queryOptions({ queryKey: ['hotline', 'calls'], queryFn: () => api('listCalls'), refetchInterval: askEveryMs })
export const callQuery = (id: string) => queryOptions({ queryKey: ['hotline', 'call', id], queryFn: () => api('getCall', { params: { id } }), staleTime: 30_000 })

/** Characters from which the server is asked. */
const enough = 4

export const suggestionsQuery = (text: string, address: string, category: string) =>
  queryOptions({
    queryKey: ['hotline', 'suggestions', text, address, category], enabled: text.length >= enough, placeholderData: keepPreviousData, staleTime: 60_000,
    queryFn: ({ signal }) => api('suggestForCall', { body: { text, ...(address === '' ? {} : { address }), ...(category === '' ? {} : { category }) } }, { signal }),
  })

export const renewCalls = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['hotline', 'calls'] })
export const keepCall = (call: Call): void => {
  queryClient.setQueryData(callQuery(call.id).queryKey, call)
  void renewCalls()
}
