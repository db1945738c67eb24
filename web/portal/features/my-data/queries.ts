// Who read my data: look-ups in registries and cases opened by officials, the latest first.
// Asked only when a resident is logged in.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

type Uses = Reply<'listDataUse'>
export type DataUse = ({ kind: 'call' } & Uses['calls'][number]) | ({ kind: 'read' } & Uses['reads'][number])

/** Most of each kind the API gives at once. */
const limit = 200

/** Both kinds as one list; what happened at the same moment stays in the order given. */
const inOneList = ({ calls, reads }: Uses): DataUse[] =>
  [...calls.map((call) => ({ kind: 'call' as const, ...call })), ...reads.map((read) => ({ kind: 'read' as const, ...read }))].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))

export const dataUseQuery = queryOptions({ queryKey: ['data-use'], queryFn: async ({ signal }) => inOneList(await api('listDataUse', { query: { limit } }, { signal })) })

export const doneForMeQuery = queryOptions({ queryKey: ['done-for-me'], queryFn: async ({ signal }) => (await api('listDoneForMe', {}, { signal })).uses })
