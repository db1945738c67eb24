// Joint visits of one application of mine, with half days they could be moved to and what I wished.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type MyVisits = Reply<'listMyVisits'>
export type Visit = MyVisits['visits'][number]
export type VisitPart = Visit['parts'][number]
export type Slot = Visit['slot']

export const myVisitsQuery = (application: string) =>
  queryOptions({ queryKey: ['site-visits', 'own', application], queryFn: ({ signal }) => api('listMyVisits', { params: { id: application } }, { signal }) })

export const visitCardId = 'site-visit'

/** The visit that goes on, or else the newest that says something. */
export const presentVisit = ({ visits }: MyVisits): Visit | undefined => visits.find(({ can }) => can.length > 0) ?? visits[0]
