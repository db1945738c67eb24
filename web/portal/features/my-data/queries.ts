// Who read my data, page by page as it is narrowed; what I have agreed to; what can be erased.
// Asked only when a resident is logged in.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { addressOf, api, type Reply } from '../../../api/client.ts'

export type DataUse = Reply<'listDataUse'>['uses'][number]
export type Consent = Reply<'listConsents'>['consents'][number]
export type DepartmentConsent = Reply<'listDepartmentConsents'>['consents'][number]

export type UseFilter = { kind?: DataUse['kind']; line?: string; from?: string; until?: string }

const given = (filter: UseFilter): UseFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))

export const dataUseQuery = (filter: UseFilter) => infiniteQueryOptions({
  queryKey: ['data-use', given(filter)],
  queryFn: ({ signal, pageParam }) => api('listDataUse', { query: { ...given(filter), limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  // What narrows the list stays under the fingers while the narrower list comes.
  placeholderData: keepPreviousData,
})

export const fileHref = (filter: UseFilter, format: 'pdf' | 'xlsx' | 'csv' | 'json'): string => addressOf('getDataUseFile', {}, { ...given(filter), format })

export const doneForMeQuery = queryOptions({ queryKey: ['done-for-me'], queryFn: async ({ signal }) => (await api('listDoneForMe', {}, { signal })).uses })

export const consentsQuery = queryOptions({ queryKey: ['consents'], queryFn: async ({ signal }) => (await api('listConsents', {}, { signal })).consents })

export const departmentConsentsQuery = queryOptions({ queryKey: ['department-consents'], queryFn: async ({ signal }) => (await api('listDepartmentConsents', {}, { signal })).consents })

export const erasureQuery = queryOptions({ queryKey: ['erasure'], queryFn: ({ signal }) => api('getErasure', {}, { signal }) })
