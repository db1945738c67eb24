// Agreeing, not agreeing and ending: the list is asked again, and what happened is said.
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { t } from '../../../shared/i18n/store.ts'
import { toast } from '../../../ui/toasts.ts'
import { delegationsQuery, type Delegation } from './queries.ts'

export type Answer = Delegation['actions'][number]

export function useAnswer(id: string) {
  const queries = useQueryClient()
  return useChange((action: Answer) => api('answerDelegation', { params: { id }, body: { action } }), async (_, action) => {
    await queries.invalidateQueries({ queryKey: delegationsQuery.queryKey })
    toast(t(`delegations.answered.${action}`))
  })
}
