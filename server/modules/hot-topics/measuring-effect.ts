// Tasks with what they brought about: requests of the topic since each ended, put beside the four weeks before it was made.
import type { Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { countOfTopic } from '../triage/index.ts'
import { taskReply, type taskSchema } from './topic-replies.ts'
import { comparedDays, type GovernanceTask } from './topic.ts'
import { listTopicsWithIds } from './topics-store.ts'

const day = 86_400_000

/** Requests of a topic in the four weeks up to an instant. */
export const countBefore = (read: Read, topicId: string, at: Date): Promise<number> =>
  countOfTopic(read, topicId, { from: new Date(at.getTime() - comparedDays * day).toISOString(), to: at.toISOString() })

const sinceEnd = async (read: Read, { topicId, endedAt }: GovernanceTask, now: Date) => {
  if (endedAt === null) return undefined
  const until = new Date(Math.min(now.getTime(), Date.parse(endedAt) + comparedDays * day))
  return { requests: await countOfTopic(read, topicId, { from: endedAt, to: until.toISOString() }), days: Math.floor((until.getTime() - Date.parse(endedAt)) / day) }
}

export const tasksWithEffect = async (app: App, read: Read, tasks: readonly GovernanceTask[]): Promise<Static<typeof taskSchema>[]> => {
  const names = new Map((await listTopicsWithIds(read, [...new Set(tasks.map(({ topicId }) => topicId))])).map(({ id, name }) => [id, name]))
  const now = app.clock.now()
  return Promise.all(tasks.map(async (task) => taskReply(app, task, names.get(task.topicId) ?? '', plainDate(now), await sinceEnd(read, task, now))))
}
