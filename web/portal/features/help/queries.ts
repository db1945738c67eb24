// What the help pages ask the server, and the texts by heading in the order of the pack.
// Help changes with a new version of the packs only.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type HelpHead = Reply<'listHelp'>['topics'][number]
export type HelpTopic = Reply<'getHelpTopic'>

export const helpQuery = queryOptions({ queryKey: ['help'], queryFn: () => api('listHelp'), staleTime: Infinity })

export const helpTopicQuery = (topic: string) => queryOptions({ queryKey: ['help', topic], queryFn: () => api('getHelpTopic', { params: { topic } }), staleTime: Infinity })

/** Headings in the order their first text stands, each with its texts. */
export function helpGroupsIn(topics: readonly HelpHead[]): { group: HelpHead['group']; topics: HelpHead[] }[] {
  return [...Map.groupBy(topics, ({ group }) => group)].map(([group, own]) => ({ group, topics: own }))
}
