// The map of a submitted application: the answer to handing in, and what the pages of applications go on asking.
// While something can still move it is asked again every few seconds, but not while the page is hidden.
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'

const everyMs = 5000

export const applicationQuery = (application: string) =>
  queryOptions({
    queryKey: ['applications', application],
    queryFn: ({ signal }) => api('getApplication', { params: { id: application } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.cases.some(({ ended }) => !ended) ? everyMs : false),
  })
