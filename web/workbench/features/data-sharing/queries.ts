// Data shared between authorities: the catalogue, one resource, requests for access, needs and duties.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type ResourceRow = Reply<'listResources'>['resources'][number]
export type Resource = Reply<'getResource'>
export type Content = NonNullable<Resource['content']>
export type RequestRow = Reply<'listAccessRequests'>['requests'][number]
export type AccessRequest = Reply<'getAccessRequest'>
export type Asker = Reply<'listAskers'>['askers'][number]
export type Duties = Reply<'listDataDuties'>
export type ServiceDuties = Duties['services'][number]
export type Consumers = Reply<'listExchangeConsumers'>
export type Consumer = Consumers['consumers'][number]

export const sharingTypes = ['unconditional', 'conditional', 'none'] as const
export const sharingTones = { unconditional: 'success', conditional: 'azure', none: 'neutral' } as const

/** What the catalogue is filtered by; it stands in the address. */
export type CatalogueFilter = { words: string; line: string; sharing: (typeof sharingTypes)[number] | '' }

export const readFilter = (search: URLSearchParams): CatalogueFilter => ({ words: search.get('words') ?? '', line: search.get('line') ?? '', sharing: sharingTypes.find((type) => type === search.get('sharing')) ?? '' })

export const resourcesQuery = ({ words, line, sharing }: CatalogueFilter) =>
  queryOptions({ queryKey: ['resources', 'list', words, line, sharing], queryFn: ({ signal }) => api('listResources', { query: { ...(words ? { words } : {}), ...(line ? { line } : {}), ...(sharing ? { sharing } : {}) } }, { signal }) })

export const resourceQuery = (resource: string) => queryOptions({ queryKey: ['resources', 'one', resource], queryFn: ({ signal }) => api('getResource', { params: { resource } }, { signal }) })

export const resourceUseQuery = (resource: string) => queryOptions({ queryKey: ['resources', 'use', resource], queryFn: ({ signal }) => api('getResourceUse', { params: { resource } }, { signal }) })

export const sides = ['both', 'asking', 'owning'] as const
export type Side = (typeof sides)[number]
export type RequestFilter = { side: Side; open: boolean }

export const readRequests = (search: URLSearchParams): RequestFilter => ({ side: sides.find((side) => side === search.get('side')) ?? 'both', open: search.get('open') === 'yes' })

export const requestsQuery = ({ side, open }: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['access-requests', 'list', side, open],
    queryFn: ({ pageParam, signal }) => api('listAccessRequests', { query: { side, open, limit: 50, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const requestQuery = (id: string) => queryOptions({ queryKey: ['access-requests', 'one', id], queryFn: ({ signal }) => api('getAccessRequest', { params: { id } }, { signal }) })

export const askersQuery = queryOptions({ queryKey: ['access-requests', 'askers'], queryFn: async ({ signal }) => (await api('listAskers', {}, { signal })).askers })

export const dutiesQuery = (line: string) => queryOptions({ queryKey: ['data-duties', line], queryFn: ({ signal }) => api('listDataDuties', { query: line ? { line } : {} }, { signal }) })

export const connectorsQuery = queryOptions({ queryKey: ['connectors'], queryFn: async ({ signal }) => (await api('listConnectors', {}, { signal })).connectors, staleTime: 30_000 })

export const consumersQuery = queryOptions({ queryKey: ['exchange-consumers'], queryFn: ({ signal }) => api('listExchangeConsumers', {}, { signal }) })
