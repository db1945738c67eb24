// Which registries were asked about me: the look-ups, newest first.
// Asked only when a resident is logged in.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type DataUse = Reply<'listDataUse'>['calls'][number]

/** Most look-ups the API gives at once. */
const limit = 200

export const dataUseQuery = queryOptions({ queryKey: ['data-use'], queryFn: async ({ signal }) => (await api('listDataUse', { query: { limit } }, { signal })).calls })
