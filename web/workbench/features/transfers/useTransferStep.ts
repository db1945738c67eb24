// One step on a hand-over: sent, said, and what is shown is what the server says now.
import { useQueryClient } from '@tanstack/react-query'
import { useChange } from '../../../shared/changing.ts'
import { toast } from '../../../ui/toasts.ts'
import { transferQuery, type Transfer } from './queries.ts'

/** @param done what is said when it worked */
export function useTransferStep(one: Transfer, done: string, call: () => Promise<Transfer>) {
  const queries = useQueryClient()
  return useChange(call, async (next) => {
    toast(done, { tone: 'success' })
    queries.setQueryData(transferQuery(one.id).queryKey, next)
    await queries.invalidateQueries({ queryKey: ['transfers', 'list'] })
  })
}
