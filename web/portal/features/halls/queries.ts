// What the cards of halls ask the server: those near a place.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Hall = Reply<'listOutlets'>['outlets'][number]

/** @param region undefined: the city */
export const hallsQuery = (region: string | undefined) =>
  queryOptions({ queryKey: ['outlets', region ?? ''], queryFn: async ({ signal }) => (await api('listOutlets', { query: region === undefined ? {} : { region } }, { signal })).outlets, staleTime: 5 * 60_000 })
