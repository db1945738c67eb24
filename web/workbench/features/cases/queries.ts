// What the case page asks the server: one case with everything its authority may see.
// The case after the open one is fetched while the open one is read, so moving on takes no time.
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type CaseReply = Reply<'getCase'>
export type CaseState = CaseReply['state']
export type CaseAction = CaseReply['actions'][number]['action']
export type ContentItem = CaseReply['content'][number]
export type Check = CaseReply['checks'][number]
export type EvidenceItem = CaseReply['evidence'][number]
export type HistoryItem = CaseReply['history'][number]

export const caseQuery = (id: string) => ({
  queryKey: ['cases', 'case', id],
  queryFn: ({ signal }: { signal?: AbortSignal }) => api('getCase', { params: { id } }, signal ? { signal } : {}),
  staleTime: 5_000,
  refetchInterval: 30_000,
  refetchOnWindowFocus: true,
})

/** Whom a case can be given to. */
export const colleaguesQuery = (id: string) => ({
  queryKey: ['cases', 'case', id, 'colleagues'],
  queryFn: async () => (await api('listColleagues', { params: { id } })).colleagues,
  staleTime: 60_000,
})

/** E-licences the case relies on, and whether they still hold. */
export const caseCredentialsQuery = (id: string) => ({
  queryKey: ['cases', 'case', id, 'credentials'],
  queryFn: () => api('listCaseCredentials', { params: { id } }),
  staleTime: 30_000,
})

export const prepareCase = (id: string): void => void queryClient.prefetchQuery(caseQuery(id))

export const keepCase = (reply: CaseReply): void => {
  queryClient.setQueryData(caseQuery(reply.id).queryKey, reply)
}
