// Views kept under a name, one's own and those the unit shares, as the server keeps them for each desk.
// Asked for once; asked again after one was kept or forgotten.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'

export type SavedView = Reply<'listSavedViews'>['views'][number]
export type SavedViewDesk = 'cases' | 'requests'

const key = 'saved-views'

export const savedViewsQuery = (desk: SavedViewDesk) => queryOptions({ queryKey: [key, desk], queryFn: async () => (await api('listSavedViews', { query: { desk } })).views, staleTime: 60_000 })

export const refreshSavedViews = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [key] })
