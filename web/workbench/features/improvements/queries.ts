// What the pages of poorly rated guides ask the server, and what stands in their addresses.
// Ratings come in all the time: a list is old after a few seconds.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Improvement = Reply<'listImprovements'>['parts'][number]
export type ImprovementDetail = Reply<'getImprovement'>
export type Counted = Improvement['since']

export const states = ['open', 'dealt', 'setAside'] as const satisfies readonly Improvement['state'][]

export const readState = (address: URLSearchParams): Improvement['state'] => states.find((each) => each === address.get('state')) ?? 'open'

/** Most the API gives at once; those said least often are left out. */
const most = 200
const perPage = 20

/** Parts residents choose from when they rate a guide (web/portal/features/ratings/GuideForm.tsx). */
export const parts = ['conditions', 'documents', 'steps', 'fees', 'form'] as const

/** `of`: service or matter. `page`: section or form page, '' the whole. */
export interface Part {
  of: string
  page: string
  region?: string | undefined
}

export const readPart = (of: string, address: URLSearchParams): Part => ({ of, page: address.get('page') ?? '', ...(address.get('region') ? { region: address.get('region') ?? '' } : {}) })

export const listQuery = (state: Improvement['state']) => queryOptions({ queryKey: ['improvements', state], queryFn: ({ signal }) => api('listImprovements', { query: { state, limit: most } }, { signal }), staleTime: 5_000 })

export const partQuery = ({ of, page, region }: Part) =>
  queryOptions({ queryKey: ['improvements', 'part', of, page, region ?? ''], queryFn: ({ signal }) => api('getImprovement', { query: { of, page, ...(region ? { region } : {}) } }, { signal }), staleTime: 5_000 })

export const ratingsQuery = ({ of, page, region }: Part) =>
  infiniteQueryOptions({
    queryKey: ['improvements', 'ratings', of, page, region ?? ''], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api('listPoorRatings', { query: { of, page, limit: perPage, ...(region ? { region } : {}), ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal }),
    getNextPageParam: ({ next }) => next,
  })
