// Corrections a resident asks for: what may be disputed, what has been, and sending proof.
// Proof is sent one document after the other; what does not arrive is said and can be sent again.
import { queryOptions } from '@tanstack/react-query'
import type { Concept, Region } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type DisputeItem = Reply<'listOwnDisputes'>['disputes'][number]
export type OwnDispute = Reply<'getOwnDispute'>
export type Sighting = { application?: string; call?: string; concept: string }

/** The API describes it only as an object; the server sends exactly this (dispute-replies.ts). */
export type Definition = { concept: Concept; regions: Record<string, Region> }

export const disputableQuery = (sighting: Sighting) => queryOptions({
  queryKey: ['disputable', sighting],
  queryFn: async ({ signal }) => {
    const reply = await api('getDisputable', { query: sighting }, { signal })
    return { ...reply, definition: reply.definition as Definition }
  },
})

export const disputesQuery = queryOptions({ queryKey: ['disputes'], queryFn: async ({ signal }) => (await api('listOwnDisputes', {}, { signal })).disputes })

export const disputeQuery = (id: string) => queryOptions({ queryKey: ['disputes', id], queryFn: ({ signal }) => api('getOwnDispute', { params: { id } }, { signal }) })

/** Takes over what a change answered. */
export const keepDispute = (one: OwnDispute): void => {
  queryClient.setQueryData(disputeQuery(one.id).queryKey, one)
  void queryClient.invalidateQueries({ queryKey: disputesQuery.queryKey, exact: true })
}

export const accepted = ['.pdf', 'application/pdf', '.jpg', '.jpeg', 'image/jpeg', '.png', 'image/png']
export const largest = 20 * 1024 * 1024
export const mostFiles = 8

/** Sends proof; answers with what did not arrive. */
export const sendProof = async (id: string, files: readonly File[]): Promise<{ file: File; error: unknown }[]> => {
  const failed: { file: File; error: unknown }[] = []
  for (const file of files) {
    const form = new FormData()
    form.set('file', file)
    await change(() => api('attachToDispute', { params: { id } }, { form })).catch((error: unknown) => failed.push({ file, error }))
  }
  return failed
}
