// What the page of the knowledge base asks the server.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Knowledge = Reply<'listKnowledge'>
export type Entry = Knowledge['entries'][number]
export type Words = Entry['words']

export const knowledgeQuery = queryOptions({ queryKey: ['knowledge'], queryFn: () => api('listKnowledge'), staleTime: 5_000 })
