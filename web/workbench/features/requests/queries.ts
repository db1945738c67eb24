// What the desk of requests asks the server: lists by view with counts, one request, classes and units to choose from, the map.
// Lists are asked again now and then; after a step the reply is kept and the lists asked anew.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { requestKinds } from '../../../../server/modules/requests/request.ts'
import { api, type Reply } from '../../../api/client.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { queryClient } from '../../../shared/query-client.ts'
import type { DeskFilter } from './filter.ts'

export type DeskRequest = Reply<'getRequest'>
export type RequestPage = Reply<'listRequests'>
export type RequestRow = RequestPage['requests'][number]
export type Unit = NonNullable<DeskRequest['unit']>
export type Outcome = DeskRequest['answers'][number]['outcome']
export type Finding = DeskRequest['answers'][number]['findings'][number]

const pageSize = 50
const everyMs = 30_000

const asked = ({ view, q, kind }: DeskFilter) => {
  const known = requestKinds.find((each) => each === kind)
  return { view, ...(q.length > 1 ? { words: q } : {}), ...(known ? { kind: known } : {}) }
}

export const listQuery = (filter: DeskFilter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', asked(filter)],
    queryFn: ({ pageParam, signal }) => api('listRequests', { query: { ...asked(filter), limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    // Without a type of its own the first page would only ever be undefined.
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
  })

export const requestQuery = (id: string) => queryOptions({ queryKey: ['requests', 'one', id], queryFn: () => api('getRequest', { params: { id } }) })

export const similarQuery = (id: string) => queryOptions({ queryKey: ['requests', 'similar', id], queryFn: async () => (await api('listSimilarRequests', { params: { id } })).similar, staleTime: 60_000 })

export const classesQuery = queryOptions({ queryKey: ['request-classes'], queryFn: async () => (await api('listRequestClasses')).classes, staleTime: Infinity })

export const unitsQuery = queryOptions({ queryKey: ['request-units'], queryFn: async () => (await api('listRequestUnits')).units, staleTime: Infinity })

/** Outlines with their names in the language of the page. */
export const mapQuery = queryOptions({
  queryKey: ['request-map'],
  queryFn: async () => {
    const { outlines, tiles } = await api('getRequestMap')
    // A ring is written as GeoJSON writes it: pairs of longitude and latitude.
    return { tiles: tiles ?? undefined, outlines: outlines.map(({ id, name, kind, region, rings }) => ({ id, name: textNow(name), kind, region, rings: rings as [number, number][][] })) }
  },
  staleTime: Infinity,
})

/** After a step: the request as the reply says, the lists anew. */
export function keepRequest(one: DeskRequest): void {
  queryClient.setQueryData(requestQuery(one.id).queryKey, one)
  void queryClient.invalidateQueries({ queryKey: ['requests', 'list'] })
}
