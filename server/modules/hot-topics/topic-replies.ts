// What the API says of hot topics, tasks and bursts, and how it is filled. Names in the languages of the packs.
import { Type, type Static } from 'typebox'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { findCategory } from '../duties/index.ts'
import { comparedDays, effectOf, heatOf, taskStates, type GovernanceTask } from './topic.ts'
import type { Burst, WarmTopic } from './topics-store.ts'

const uuid = Type.String({ format: 'uuid' })
const instant = Type.String({ format: 'date-time' })

export const topicSchema = Type.Object({
  id: uuid, name: Type.String(), region: Type.String(), regionName: textsSchema, category: Type.Union([Type.String(), Type.Null()]), categoryName: Type.Union([textsSchema, Type.Null()]),
  requests: Type.Integer({ description: 'All there have been.' }), thisWeek: Type.Integer(), lastWeek: Type.Integer(), heat: Type.Integer({ description: 'How hot; more than last week counts more.' }),
  firstAt: instant, lastAt: instant, inHand: Type.Boolean({ description: 'A task is open.' }),
})
export const taskSchema = Type.Object({
  id: uuid, topicId: uuid, topicName: Type.String(), line: Type.String(), unitRegion: Type.String(), unitName: textsSchema, measures: Type.String(), dueOn: Type.String(), overdue: Type.Boolean(), state: Type.Enum([...taskStates]),
  before: Type.Integer({ description: `Requests in the ${comparedDays} days before it was made.` }),
  after: Type.Union([Type.Object({ perFourWeeks: Type.Number(), change: Type.Integer({ description: 'In hundredths of what was before.' }), days: Type.Integer() }), Type.Null()], { description: 'Requests since it ended, as of four weeks; null in the first week.' }),
  byName: Type.String(), note: Type.String(), madeAt: instant, endedAt: Type.Union([instant, Type.Null()]),
})
export const burstSchema = Type.Object({
  id: uuid, region: Type.String(), regionName: textsSchema, category: Type.String(), categoryName: textsSchema, requests: Type.Integer(),
  expected: Type.Number({ description: 'In the same hour, by the four weeks before.' }), sinceAt: instant, seenAt: instant,
})

const regionNameOf = (app: App, region: string) => app.packs.catalogueFor(region).regions[region]?.name ?? { 'zh-CN': region }
const categoryNameOf = (app: App, category: string, region: string) => findCategory(app, category, region)?.name ?? { 'zh-CN': category }

export const topicReply = (app: App, topic: WarmTopic, inHand: boolean): Static<typeof topicSchema> => ({
  ...topic, regionName: regionNameOf(app, topic.region), categoryName: topic.category === null ? null : categoryNameOf(app, topic.category, topic.region), heat: heatOf(topic), inHand,
})

/** @param since requests of its topic since it ended, over so many days */
export const taskReply = (app: App, task: GovernanceTask, topicName: string, today: string, since: { requests: number; days: number } | undefined): Static<typeof taskSchema> => {
  const effect = since && effectOf(task.beforeRequests, since.requests, since.days)
  const unit = authorityOf(app.packs.catalogueFor(task.unitRegion), task.line, task.unitRegion)
  return {
    id: task.id, topicId: task.topicId, topicName, line: task.line, unitRegion: task.unitRegion, unitName: unit?.name ?? { 'zh-CN': task.line }, measures: task.measures, dueOn: task.dueOn,
    overdue: task.state === 'open' && task.dueOn < today, state: task.state, before: task.beforeRequests, after: effect && since ? { ...effect, days: since.days } : null,
    byName: task.byName, note: task.note, madeAt: task.madeAt, endedAt: task.endedAt,
  }
}

export const burstReply = (app: App, burst: Burst): Static<typeof burstSchema> => ({ ...burst, regionName: regionNameOf(app, burst.region), categoryName: categoryNameOf(app, burst.category, burst.region) })
