// A step on a visit by the applicant: afterwards the visit and the map of the application are read anew.
import { useQueryClient } from '@tanstack/react-query'
import { useChange } from '../../../shared/changing.ts'
import { applicationQuery } from '../apply/submitted.ts'
import { myVisitsQuery } from './queries.ts'

export function useVisitChange<V>(application: string, call: (variables: V) => Promise<unknown>, after?: () => void) {
  const queries = useQueryClient()
  return useChange(call, () => {
    void queries.invalidateQueries({ queryKey: myVisitsQuery(application).queryKey })
    void queries.invalidateQueries({ queryKey: applicationQuery(application).queryKey })
    void queries.invalidateQueries({ queryKey: ['notices'] })
    after?.()
  })
}
