// What the desk of hard cases asks the server: lists by view, one hard case, what may help, opinions, the ledger, lessons.
// Lists are asked again now and then; a hard case when somebody comes back to it.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type HardCase = Reply<'getHardCase'>
export type HardCaseRow = Reply<'listHardCases'>['hardCases'][number]
export type OpinionRow = Reply<'listHardCaseOpinions'>['opinions'][number]
export type Opinion = Reply<'getHardCaseOpinion'>
export type Lesson = Reply<'listLessons'>['lessons'][number]
export type Suggestions = Reply<'suggestForHardCase'>

export const caseViews = ['toSort', 'mine', 'open', 'answered', 'all'] as const
export const views = [...caseViews, 'opinions', 'given'] as const
export type View = (typeof views)[number]

export function readView(search: URLSearchParams): View | undefined {
  return views.find((view) => view === search.get('view'))
}

const everyMs = 60_000

export const listQuery = (view: (typeof caseViews)[number]) =>
  queryOptions({ queryKey: ['hard-cases', 'list', view], queryFn: ({ signal }) => api('listHardCases', { query: { view, limit: 100 } }, { signal }), refetchInterval: everyMs })

export const opinionsQuery = (given: boolean) =>
  queryOptions({ queryKey: ['hard-cases', 'opinions', given], queryFn: ({ signal }) => api('listHardCaseOpinions', { query: { given } }, { signal }), refetchInterval: everyMs })

export const hardCaseQuery = (id: string) => queryOptions({ queryKey: ['hard-cases', 'one', id], queryFn: () => api('getHardCase', { params: { id } }) })

export const suggestionsQuery = (id: string) => queryOptions({ queryKey: ['hard-cases', 'suggestions', id], queryFn: () => api('suggestForHardCase', { params: { id } }), staleTime: 5 * everyMs })

export const opinionQuery = (id: string) => queryOptions({ queryKey: ['hard-cases', 'opinion', id], queryFn: () => api('getHardCaseOpinion', { params: { id } }) })

export const windowQuery = queryOptions({ queryKey: ['hard-cases', 'window'], queryFn: () => api('getHardCaseWindow'), staleTime: Infinity })

export const lessonsQuery = queryOptions({ queryKey: ['lessons'], queryFn: () => api('listLessons') })

export type LedgerFilter = Partial<Record<'q' | 'state' | 'category' | 'from' | 'until', string>>

export function readLedgerFilter(search: URLSearchParams): LedgerFilter {
  return Object.fromEntries((['q', 'state', 'category', 'from', 'until'] as const).flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])))
}

/** Only what the API knows as a state is sent as one. */
export const ledgerInput = ({ state, ...filter }: LedgerFilter) => {
  const known = states.find((each) => each === state)
  return { ...filter, ...(known ? { state: known } : {}) }
}

export const states = ['received', 'consulting', 'guided', 'redirected', 'answered', 'settled', 'unsettled', 'retracted'] as const satisfies readonly HardCase['state'][]

export const ledgerQuery = (filter: LedgerFilter) => queryOptions({ queryKey: ['hard-cases', 'ledger', filter], queryFn: ({ signal }) => api('listLedger', { query: { ...ledgerInput(filter), limit: 100 } }, { signal }) })

export const statisticsQuery = ({ from, until }: LedgerFilter) =>
  queryOptions({ queryKey: ['hard-cases', 'statistics', from, until], queryFn: () => api('countHardCases', { query: { ...(from ? { from } : {}), ...(until ? { until } : {}) } }) })

/** After a step: the hard case as the reply says, the lists anew. */
export function keepHardCase(one: HardCase): void {
  queryClient.setQueryData(hardCaseQuery(one.id).queryKey, one)
  void queryClient.invalidateQueries({ queryKey: ['hard-cases', 'list'] })
}
