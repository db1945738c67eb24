// Views kept under a name, one's own and those the unit shares, as the server keeps them.
// Asked for once; asked again after one was kept or forgotten.
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type SavedView = Reply<'listSavedViews'>['views'][number]

export const savedViewsQuery = { queryKey: ['saved-views'], queryFn: async () => (await api('listSavedViews')).views, staleTime: 60_000 }

export const refreshSavedViews = (): Promise<void> => queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
