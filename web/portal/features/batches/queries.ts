// Tables of applications: what may be applied for so, those uploaded, one of them with its rows.
// While the server works on a table it is asked again every moment.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type BatchMatter = Reply<'listBatchMatters'>['matters'][number]
export type Batch = Reply<'getBatch'>
export type BatchRow = Reply<'listBatchRows'>['rows'][number]

const everyMs = 1500
/** While only other people's words are waited for. */
const slowlyMs = 30_000

/** The server is at work: how far it is changes by itself. */
export const isAtWork = ({ state }: Pick<Batch, 'state'>): boolean => state === 'checking' || state === 'running'

export const batchMattersQuery = queryOptions({ queryKey: ['batches', 'matters'], queryFn: async ({ signal }) => (await api('listBatchMatters', {}, { signal })).matters })

export const batchesQuery = queryOptions({ queryKey: ['batches', 'mine'], queryFn: async ({ signal }) => (await api('listBatches', {}, { signal })).batches })

export const batchQuery = (id: string) => queryOptions({
  queryKey: ['batches', id],
  queryFn: ({ signal }) => api('getBatch', { params: { id } }, { signal }),
  refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? (state.data.rows.ready + state.data.rows.unchecked > 0 ? everyMs : slowlyMs) : false),
})

export const shownRows = 100

/** Asked anew when the counts have changed. */
export const rowsQuery = (id: string, of: 'problems' | 'handedIn', count: number) => queryOptions({
  queryKey: ['batches', id, of, count],
  queryFn: async ({ signal }) => (await api('listBatchRows', { params: { id }, query: { of, limit: shownRows } }, { signal })).rows,
  placeholderData: (before) => before,
})
