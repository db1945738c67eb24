// A step of the applicant: the reply is the hard case as it is then, and the list follows.
// Shared by the cards of the page.
import { useChange } from '../../../shared/changing.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { hardCaseQuery, mineQuery, type OwnHardCase } from './queries.ts'

export function useStep<V = void>(call: (variables: V) => Promise<OwnHardCase>, onDone?: () => void) {
  return useChange<OwnHardCase, V>(call, (one) => {
    queryClient.setQueryData(hardCaseQuery(one.id).queryKey, one)
    void queryClient.invalidateQueries({ queryKey: mineQuery.queryKey })
    onDone?.()
  })
}
