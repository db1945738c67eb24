// What the guide pages ask the server: the list with its filters, one service, one imported service.
// The list is fetched page by page; each page says where the next begins.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { ServiceFilter } from './service-filter.ts'

const staleTime = 5 * 60_000
const pageSize = 20

export type ListedService = Reply<'browseServices'>['services'][number]
export type Facets = Reply<'browseServices'>['facets']
export type ServiceGuide = Reply<'getService'>
export type ImportedGuide = Reply<'getImportedService'>

export const browseQuery = (filter: ServiceFilter) =>
  infiniteQueryOptions({
    queryKey: ['services', 'list', filter],
    queryFn: ({ pageParam, signal }) => api('browseServices', { query: { ...filter, limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime,
  })

/** The first few services of a theme, and how many there are. */
export const themeQuery = (theme: string) =>
  queryOptions({ queryKey: ['services', 'theme', theme], queryFn: ({ signal }) => api('browseServices', { query: { theme, limit: 5 } }, { signal }), staleTime })

export const serviceQuery = (service: string) => queryOptions({ queryKey: ['services', 'guide', service], queryFn: () => api('getService', { params: { service }, query: {} }), staleTime })

export const importedServiceQuery = (code: string) => queryOptions({ queryKey: ['services', 'imported', code], queryFn: () => api('getImportedService', { params: { code } }), staleTime })

/** What others found difficult about a service. */
export const answersQuery = (service: string) => queryOptions({ queryKey: ['answers', 'of', service], queryFn: () => api('listAnswers', { query: { service } }), staleTime })
