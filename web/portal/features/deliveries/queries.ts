// How the results of one application reach me, while it is filled in and afterwards. Looked at again while something is on its way.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type Deliveries = Reply<'getDeliveries'>
export type Item = Deliveries['items'][number]
export type Hall = Deliveries['halls'][number]
export type Pickup = NonNullable<Item['pickup']>
export type Parcel = NonNullable<Item['parcel']>
export type Way = Item['way']

/** Movement is shown without reloading the page; nobody is asked about what lies still. */
const everyMs = 15_000

export const deliveriesQuery = (application: string) =>
  queryOptions({
    queryKey: ['deliveries', application],
    queryFn: ({ signal }) => api('getDeliveries', { params: { id: application } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ standing }) => standing === 'ready' || standing === 'sent') ? everyMs : false),
  })

export const keepDeliveries = (application: string) => (reply: Deliveries): void => {
  queryClient.setQueryData(deliveriesQuery(application).queryKey, reply)
}

/** Each pick-up and each parcel once, with the results in it. */
export function bundles(items: readonly Item[]): { pickups: { pickup: Pickup; items: Item[] }[]; parcels: { parcel: Parcel; items: Item[] }[] } {
  const pickups = [...Map.groupBy(items.filter(({ pickup }) => pickup), ({ pickup }) => pickup?.id).values()]
  const parcels = [...Map.groupBy(items.filter(({ parcel }) => parcel), ({ parcel }) => parcel?.id).values()]
  return {
    pickups: pickups.flatMap((of) => (of[0]?.pickup ? [{ pickup: of[0].pickup, items: of }] : [])),
    parcels: parcels.flatMap((of) => (of[0]?.parcel ? [{ parcel: of[0].parcel, items: of }] : [])),
  }
}
