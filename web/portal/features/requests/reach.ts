// What a reporter can do with a request, by login or by its link: the same steps, each with its own calls.
// Whoever has only the link neither reads words and photos nor withdraws.
import { createContext, useContext } from 'react'
import type { Grade } from '../../../../server/modules/requests/request.ts'
import { api } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { keepRequest, progressQuery, requestQuery, type OwnRequest, type Progress, type Shown } from './queries.ts'

export interface Verdict {
  grade: Grade
  solved: boolean
  words: string
}

export interface Reach {
  rate: (verdict: Verdict) => Promise<Shown>
  /** `parts`: of one that was split, those that were not done well. */
  redo: (why: string, parts: string[]) => Promise<Shown>
  add: (words: string) => Promise<Shown>
  addFile: (form: FormData) => Promise<unknown>
  /** Shows the request as a reply says. */
  keep: (one: Shown) => void
  /** Asks for it anew. */
  refresh: () => Promise<void>
}

export const reachOwn = (id: string): Reach => ({
  rate: (body) => api('rateMyRequest', { params: { id }, body }),
  redo: (why, parts) => api('redoMyRequest', { params: { id }, body: { why, parts } }),
  add: (words) => api('addToMyRequest', { params: { id }, body: { words } }),
  addFile: (form) => api('addMyRequestFile', { params: { id } }, { form }),
  // Its own calls answer with it whole.
  keep: (one) => keepRequest(one as OwnRequest),
  refresh: () => queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey }),
})

export const reachByLink = (token: string): Reach => ({
  rate: (body) => api('rateByLink', { params: { token }, body }),
  redo: (why, parts) => api('redoByLink', { params: { token }, body: { why, parts } }),
  add: (words) => api('addByLink', { params: { token }, body: { words } }),
  addFile: (form) => api('addFileByLink', { params: { token } }, { form }),
  // Its own calls answer with what the link shows.
  keep: (one) => queryClient.setQueryData(progressQuery(token).queryKey, one as Progress),
  refresh: () => queryClient.invalidateQueries({ queryKey: progressQuery(token).queryKey }),
})

export const ReachContext = createContext<Reach | undefined>(undefined)

export function useReach(): Reach {
  const reach = useContext(ReachContext)
  if (!reach) throw new Error('useReach needs a ReachContext around it')
  return reach
}
