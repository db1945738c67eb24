// What a hall sends and hands out: the list page by page, labels. The view and the hall stand in the address.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

type Page = Reply<'listDeliveries'>
export type Row = Page['deliveries'][number]
export type Outcome = Reply<'actOnDeliveries'>['outcomes'][number]
export type Label = Reply<'listLabels'>['labels'][number]

export const views = ['toSend', 'toShelve', 'onTheWay', 'waiting', 'uncollected'] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  outlet: string
}

export const readFilter = (search: URLSearchParams): Filter => ({ view: views.find((view) => view === search.get('view')) ?? 'toSend', outlet: search.get('outlet') ?? '' })

/** For the address: what is usual is left out. */
export const filterQuery = ({ view, outlet }: Filter) => ({ ...(view === 'toSend' ? {} : { view }), ...(outlet ? { outlet } : {}) })

/** Parcels move and bookings come through without anybody doing anything here. */
const everyMs = 10_000

export const listQuery = ({ view, outlet }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['hall-deliveries', view, outlet],
    queryFn: ({ pageParam, signal }) => api('listDeliveries', { query: { view, limit: 50, ...(outlet ? { outlet } : {}), ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ more, deliveries }) => (more ? deliveries.at(-1)?.id : undefined),
    refetchInterval: view === 'onTheWay' ? everyMs : false,
  })

export const labelsQuery = (parcels: string) =>
  queryOptions({
    queryKey: ['hall-deliveries', 'labels', parcels],
    queryFn: async ({ signal }) => (parcels === '' ? [] : (await api('listLabels', { query: { parcels } }, { signal })).labels),
    refetchInterval: ({ state }) => (state.data?.some(({ number, state: at }) => number === null && at === 'requested') ? 3_000 : false),
  })

export const refreshDeliveries = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['hall-deliveries'] })
