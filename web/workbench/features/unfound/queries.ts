// What the page of unfound questions asks the server, and what stands in its address.
// New questions come in all the time: a list is old after a few seconds.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type UnfoundList = Reply<'listUnfound'>
export type Unfound = UnfoundList['questions'][number]

export const states = ['open', 'answered', 'setAside'] as const satisfies readonly Unfound['state'][]
export const sources = ['search', 'clicks', 'guidance', 'assistant'] as const satisfies readonly Unfound['source'][]
export const remedies = ['keyword', 'thesaurus', 'answer', 'service', 'other'] as const satisfies readonly NonNullable<Unfound['remedy']>[]
export type Remedy = (typeof remedies)[number]

export interface Filter {
  state: Unfound['state']
  source?: Unfound['source'] | undefined
}

/** Most the API gives at once; the rarest are left out. */
export const most = 200

export function readFilter(address: URLSearchParams): Filter {
  const source = sources.find((each) => each === address.get('source'))
  return { state: states.find((each) => each === address.get('state')) ?? 'open', ...(source ? { source } : {}) }
}

export const unfoundQuery = ({ state, source }: Filter) =>
  queryOptions({ queryKey: ['unfound', state, source ?? ''], queryFn: () => api('listUnfound', { query: { state, limit: most, ...(source ? { source } : {}) } }), staleTime: 5_000 })
