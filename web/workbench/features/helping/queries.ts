// What a helper did, and what the helpers of the halls one looks after did.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type HelpSession = Reply<'listHelpSessions'>['sessions'][number]
export type HelpStatistics = Reply<'getHelpStatistics'>

export const helpQuery = queryOptions({ queryKey: ['help-sessions'], queryFn: ({ signal }) => api('listHelpSessions', {}, { signal }) })

export const statisticsQuery = queryOptions({ queryKey: ['help-statistics'], queryFn: ({ signal }) => api('getHelpStatistics', { query: {} }, { signal }) })
