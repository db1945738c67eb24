// My licences and other results, and what an authority means to do with one before it does.
// Asked only when a resident is logged in.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type OwnResult = Reply<'listMyResults'>['results'][number]
export type Way = OwnResult['ways'][number]

export const ownResultsQuery = queryOptions({ queryKey: ['my-results'], queryFn: async ({ signal }) => (await api('listMyResults', { query: { limit: 100 } }, { signal })).results })

export const proposalQuery = (caseId: string) => queryOptions({ queryKey: ['my-cases', caseId, 'proposal'], queryFn: async ({ signal }) => (await api('getMyProposal', { params: { id: caseId } }, { signal })).proposal })
