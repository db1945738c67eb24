// Corrections residents ask for, as their authority sees them.
// A list by view, and one of them with what may be done.
import { queryOptions } from '@tanstack/react-query'
import type { Concept, Region } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'

export type DisputeItem = Reply<'listDisputes'>['disputes'][number]
export type StaffDispute = Reply<'getDispute'>

/** The API describes it only as an object; the server sends exactly this (dispute-replies.ts). */
export type Definition = { concept: Concept; regions: Record<string, Region> }

export const views = ['open', 'late', 'objected', 'ended'] as const
export type DisputeView = (typeof views)[number]

export const disputesQuery = (view: DisputeView) => queryOptions({ queryKey: ['staff-disputes', view], queryFn: ({ signal }) => api('listDisputes', { query: { view, limit: 200 } }, { signal }) })

export const disputeQuery = (id: string) => queryOptions({ queryKey: ['staff-disputes', 'one', id], queryFn: ({ signal }) => api('getDispute', { params: { id } }, { signal }) })
