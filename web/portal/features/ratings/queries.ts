// Ratings as residents ask for them: what may be rated of an application, one's own, what is published, what a link is for.
import { queryOptions, infiniteQueryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Rateable = Reply<'listRateable'>['cases'][number]
export type OwnRating = Reply<'listOwnRatings'>['ratings'][number]
export type Published = Reply<'listPublishedRatings'>['ratings'][number]

export const rateableQuery = (application: string) => queryOptions({ queryKey: ['ratings', 'of', application], queryFn: async ({ signal }) => (await api('listRateable', { params: { id: application } }, { signal })).cases })

export const ownRatingsQuery = queryOptions({ queryKey: ['ratings', 'own'], queryFn: async ({ signal }) => (await api('listOwnRatings', {}, { signal })).ratings })

export const linkQuery = (token: string) => queryOptions({ queryKey: ['ratings', 'link', token], queryFn: ({ signal }) => api('getRatingLink', { params: { token } }, { signal }), staleTime: 0, retry: false })

export const publishedQuery = infiniteQueryOptions({
  queryKey: ['ratings', 'public'], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => api('listPublishedRatings', { query: { limit: 20, ...(pageParam === '' ? {} : { before: pageParam }) } }, { signal }), getNextPageParam: ({ next }) => next ?? undefined,
})
