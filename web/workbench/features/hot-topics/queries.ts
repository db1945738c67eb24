// What the pages of hot topics ask: the list with bursts and callers, one topic, tasks.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type HotTopic = Reply<'listHotTopics'>['topics'][number]
export type Burst = Reply<'listHotTopics'>['bursts'][number]
export type TopicView = Reply<'getHotTopic'>
export type GovernanceTask = TopicView['tasks'][number]
export type Caller = Reply<'listRepeatedCallers'>['callers'][number]

const minute = 60_000

export const topicsQuery = queryOptions({ queryKey: ['hot-topics', 'list'], queryFn: ({ signal }) => api('listHotTopics', {}, { signal }), refetchInterval: minute })
export const callersQuery = queryOptions({ queryKey: ['hot-topics', 'callers'], queryFn: ({ signal }) => api('listRepeatedCallers', {}, { signal }) })
export const tasksQuery = queryOptions({ queryKey: ['hot-topics', 'tasks'], queryFn: async ({ signal }) => (await api('listGovernanceTasks', {}, { signal })).tasks })
export const topicQuery = (id: string) => queryOptions({ queryKey: ['hot-topics', 'one', id], queryFn: ({ signal }) => api('getHotTopic', { params: { id } }, { signal }) })
