// The public register of agencies, and the agencies one works for.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Agency = Reply<'listAgencies'>['agencies'][number]
export type MyAgency = Reply<'listMyAgencies'>['agencies'][number]

export const agenciesQuery = queryOptions({ queryKey: ['agencies'], queryFn: async ({ signal }) => (await api('listAgencies', { query: {} }, { signal })).agencies })

export const myAgenciesQuery = queryOptions({ queryKey: ['my-agencies'], queryFn: async ({ signal }) => (await api('listMyAgencies', {}, { signal })).agencies })
