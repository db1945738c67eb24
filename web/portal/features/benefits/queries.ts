// Benefits as the portal asks for them.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Policy = Reply<'listBenefits'>['benefits'][number]
export type Match = Reply<'tryBenefits'>['matches'][number]
export type Mine = Reply<'getMyBenefits'>
export type Entitlement = Mine['entitlements'][number]
export type Audience = Policy['for']

export const benefitsQuery = queryOptions({ queryKey: ['benefits'], queryFn: async ({ signal }) => (await api('listBenefits', { query: {} }, { signal })).benefits })

export const benefitQuery = (id: string) => queryOptions({ queryKey: ['benefits', id], queryFn: ({ signal }) => api('getBenefit', { params: { id } }, { signal }) })

export const mineQuery = (uscc: string) => queryOptions({ queryKey: ['benefits', 'mine', uscc], queryFn: ({ signal }) => api('getMyBenefits', { query: uscc === '' ? {} : { uscc } }, { signal }) })

export const factsQuery = (audience: Audience) => queryOptions({ queryKey: ['benefits', 'facts', audience], queryFn: async ({ signal }) => (await api('listBenefitFacts', { query: { for: audience } }, { signal })).facts })

export const payListsQuery = queryOptions({ queryKey: ['benefits', 'lists'], queryFn: async ({ signal }) => (await api('listPublishedPayLists', { query: {} }, { signal })).lists })

export const payListQuery = (id: string) => queryOptions({ queryKey: ['benefits', 'lists', id], queryFn: ({ signal }) => api('getPublishedPayList', { params: { id } }, { signal }) })
