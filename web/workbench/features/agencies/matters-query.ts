// The matters an agency can be listed for.
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'

export const mattersQuery = queryOptions({ queryKey: ['register-matters'], queryFn: async ({ signal }) => (await api('listMatters', { query: {} }, { signal })).matters, staleTime: Infinity })
