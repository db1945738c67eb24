// Hand-overs between regions: lists, one with everything around it, the chain of a case.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Row = Reply<'listTransfers'>['transfers'][number]
export type Transfer = Reply<'getTransfer'>

export const views = ['both', 'giving', 'receiving', 'all'] as const
export type View = (typeof views)[number]
export const readView = (search: URLSearchParams): View => views.find((view) => view === search.get('view')) ?? 'both'

export const listQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['transfers', 'list', view],
    queryFn: ({ pageParam, signal }) => api('listTransfers', { query: { side: view === 'all' ? 'both' : view, open: view !== 'all', limit: 50, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const transferQuery = (id: string) => queryOptions({ queryKey: ['transfers', 'one', id], queryFn: ({ signal }) => api('getTransfer', { params: { id } }, { signal }) })

export const caseChainQuery = (id: string) => queryOptions({ queryKey: ['cases', id, 'chain'], queryFn: ({ signal }) => api('getCaseChain', { params: { id } }, { signal }) })

export const differencesQuery = (here: string, there: string, service: string) => queryOptions({ queryKey: ['comparisons', here, there, service], queryFn: ({ signal }) => api('compareRegions', { query: { here, there, service } }, { signal }) })
