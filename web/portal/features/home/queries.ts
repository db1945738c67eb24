// What the first page asks for a logged-in resident: own applications (features/matters), unread messages, and whether their district is served.
// Nothing here may keep the page from opening: what fails is said in its place.
import { api, type Reply } from '../../../api/client.ts'
import { regionsQuery, sessionQuery } from '../../../shared/SessionProvider.tsx'
import { queryClient } from '../../../shared/query-client.ts'
import { mattersQuery, stagesQuery } from '../matters/queries.ts'
import { ownApplicationsQuery } from '../matters/own-applications.ts'

export type Inbox = Reply<'listMessages'>

const unreadShown = 3

export const newMessagesQuery = { queryKey: ['messages', 'newest'], queryFn: () => api('listMessages', { query: { limit: unreadShown } }) }

/** Fills the cache with everything the page shows, so that it is drawn once and nothing jumps. Never rejects. */
export async function prefetchHome(): Promise<void> {
  const own = async () => {
    await queryClient.prefetchQuery(sessionQuery)
    if (queryClient.getQueryData<Reply<'getSession'>>(sessionQuery.queryKey)?.status !== 'person') return
    await Promise.all([queryClient.prefetchQuery(ownApplicationsQuery), queryClient.prefetchQuery(newMessagesQuery), queryClient.prefetchQuery(regionsQuery)])
  }
  await Promise.all([queryClient.prefetchQuery(mattersQuery), queryClient.prefetchQuery(stagesQuery), own()])
}
