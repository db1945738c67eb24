// Handling across regions as a resident asks for it: the chains of an application, cities, and what differs between them.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type OwnTransfer = Reply<'getChains'>['transfers'][number]
export type Compared = Reply<'compareRegions'>['services'][number]

const staleTime = 5 * 60_000

export const chainsQuery = (application: string) => queryOptions({ queryKey: ['applications', application, 'chains'], queryFn: ({ signal }) => api('getChains', { params: { id: application } }, { signal }) })

export const placesQuery = queryOptions({ queryKey: ['places'], queryFn: ({ signal }) => api('listPlaces', {}, { signal }), staleTime })

export const comparisonQuery = ({ here, there, matter }: { here: string; there: string; matter: string }) =>
  queryOptions({ queryKey: ['comparisons', here, there, matter], queryFn: ({ signal }) => api('compareRegions', { query: { here, there, matter } }, { signal }), staleTime })
