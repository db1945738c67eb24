// When the results of an application were first opened, and that one is opened now.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'

export const receiptsQuery = (application: string) =>
  queryOptions({ queryKey: ['applications', application, 'receipts'], queryFn: ({ signal }) => api('getReceipts', { params: { id: application } }, { signal }) })

/** The server keeps the first time; what is opened again changes nothing. */
export function useOpening(application: string): (result: string) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (result: string) => api('openResult', { params: { id: result } }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: receiptsQuery(application).queryKey }), client.invalidateQueries({ queryKey: ['deliveries', application] })]),
  })
  return mutate
}
