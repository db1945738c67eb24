// Ratings as officials ask for them, and the visit at one's own window that may be rated now.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type DeskItem = Reply<'listRatings'>['ratings'][number]
export type DeskRating = Reply<'getRating'>

export const views = ['open', 'questions', 'ended', 'all', 'mine'] as const
export type View = (typeof views)[number]

export const ratingsQuery = (view: View) => queryOptions({ queryKey: ['rating-desk', view], queryFn: ({ signal }) => api('listRatings', { query: { view, limit: 200 } }, { signal }) })

export const ratingQuery = (id: string) => queryOptions({ queryKey: ['rating-desk', 'one', id], queryFn: ({ signal }) => api('getRating', { params: { id } }, { signal }) })

/** Asked often: the tablet stands beside the screen on which the next person is identified. */
export const visitQuery = queryOptions({ queryKey: ['window-rating'], queryFn: ({ signal }) => api('getWindowRating', {}, { signal }), refetchInterval: 3000, staleTime: 0 })
