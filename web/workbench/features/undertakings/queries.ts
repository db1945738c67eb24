// Promises in the jurisdiction of the official: the list page by page, how many each view holds, one with everything, the figures.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Item = Reply<'listUndertakings'>['undertakings'][number]
export type Undertaking = Reply<'getUndertaking'>
export type Tally = Reply<'tallyUndertakings'>['tallies'][number]

export const views = ['mine', 'due', 'owed', 'late', 'questioned', 'ended', 'all'] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  kind: '' | 'commitment' | 'later'
  q: string
  case: string
}

export function readFilter(search: URLSearchParams): Filter {
  const kind = search.get('kind')
  return { view: views.find((view) => view === search.get('view')) ?? 'mine', kind: kind === 'commitment' || kind === 'later' ? kind : '', q: search.get('q') ?? '', case: search.get('case') ?? '' }
}

/** For the address: what is usual is left out. */
export const filterQuery = ({ view, kind, q, case: of }: Filter) => ({ ...(view === 'mine' ? {} : { view }), ...(kind ? { kind } : {}), ...(q ? { q } : {}), ...(of ? { case: of } : {}) })

export const listQuery = ({ view, kind, q, case: of }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['undertakings', 'list', view, kind, q, of],
    queryFn: ({ pageParam, signal }) => api('listUndertakings', { query: { view, limit: 50, ...(kind ? { kind } : {}), ...(q ? { q } : {}), ...(of ? { case: of } : {}), ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const countsQuery = queryOptions({ queryKey: ['undertakings', 'counts'], queryFn: ({ signal }) => api('countUndertakings', {}, { signal }) })

export const undertakingQuery = (id: string) => queryOptions({ queryKey: ['undertakings', 'one', id], queryFn: ({ signal }) => api('getUndertaking', { params: { id } }, { signal }) })

export interface Period {
  from: string
  to: string
}

export const tallyQuery = ({ from, to }: Period) =>
  queryOptions({ queryKey: ['undertakings', 'tally', from, to], queryFn: ({ signal }) => api('tallyUndertakings', { query: { ...(from ? { from } : {}), ...(to ? { to } : {}) } }, { signal }) })

export type Objection = Reply<'listCreditEntriesToAnswer'>['entries'][number]

/** Broken promises on record that somebody objects to or wants repaired. */
export const objectionsQuery = queryOptions({ queryKey: ['undertakings', 'objections'], queryFn: async ({ signal }) => (await api('listCreditEntriesToAnswer', {}, { signal })).entries })
