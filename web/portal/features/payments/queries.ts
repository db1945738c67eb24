// What the screens ask about fees. While something is being paid it is asked again every few seconds, so that what the platform tells shows by itself.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type FeesReply = Reply<'listOwnFees'>
export type Fee = FeesReply['fees'][number]
export type Order = Reply<'getPaymentOrder'>

const whilePaying = 2500

export const feesQuery = (application: string) =>
  queryOptions({
    queryKey: ['fees', application], queryFn: ({ signal }) => api('listOwnFees', { query: { application } }, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.fees.some(({ state }) => isMoving(state)) ? whilePaying : false),
  })

export const myFeesQuery = queryOptions({ queryKey: ['fees', 'mine'], queryFn: ({ signal }) => api('listOwnFees', { query: {} }, { signal }) })

export const orderQuery = (id: string) =>
  queryOptions({ queryKey: ['payment-orders', id], queryFn: ({ signal }) => api('getPaymentOrder', { params: { id } }, { signal }), refetchInterval: ({ state: { data } }) => (data?.open === false ? false : whilePaying) })

/** Something that goes on by itself: the screen looks again. */
export const isMoving = (state: Fee['state']): boolean => state === 'paying' || state === 'refunding'

/** What was paid changes what can be seen of an application. */
export const refreshAfterPaying = (): void => {
  for (const queryKey of [['fees'], ['payment-orders'], ['applications'], ['notices'], ['messages']]) void queryClient.invalidateQueries({ queryKey })
}

export const payableSum = (fees: readonly Fee[]): number => fees.reduce((sum, { payable, fen }) => sum + (payable ? (fen ?? 0) : 0), 0)
