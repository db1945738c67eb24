// My credit, and what I do about it: every change answers with the whole of it.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Credit = Reply<'getOwnCredit'>
export type CareBill = Credit['bills'][number]

export const companyCreditQuery = queryOptions({ queryKey: ['credit', 'companies'], queryFn: async ({ signal }) => (await api('listCompanyCredit', {}, { signal })).companies })

export const creditQuery = queryOptions({ queryKey: ['credit', 'own'], queryFn: ({ signal }) => api('getOwnCredit', {}, { signal }) })
