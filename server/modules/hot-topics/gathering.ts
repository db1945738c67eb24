// Keeps topics up to date: each request that has come in joins the topic of those it is like, or makes one with another it is like.
import { uuidv7 } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { listRequestsWithIds } from '../requests/index.ts'
import { districtOf, likeShape, listNewShapes, listRequestIdsOfTopic, maskSensitive, updateLooked, updateShapeTopic, type RequestShape, type Similar } from '../triage/index.ts'
import { nameOf } from './topic.ts'
import { findTopicForUpdate, insertTopic, updateTopic } from './topics-store.ts'

/** Mean likeness to the likest three of a topic from which on a request belongs to it. */
export const joinsAt = 0.35
const mostAtOnce = 500
const namedAfter = 12
const likest = 3

/** The topic whose likest members are most like it; where there is none, the likest request without topic, with which it makes one. */
export const bestOf = (similar: readonly Similar[]): { topicId: string | null; id: string } | undefined => {
  const groups = new Map<string, Similar[]>()
  for (const one of similar) groups.set(one.topicId ?? one.id, [...(groups.get(one.topicId ?? one.id) ?? []), one])
  const ranked = [...groups.values()].map((members) => {
    const near = members.slice(0, likest)
    return { first: near[0], score: near.reduce((sum, { score }) => sum + score, 0) / near.length }
  }).filter(({ score }) => score >= joinsAt).sort((a, b) => Number(b.first?.topicId !== null) - Number(a.first?.topicId !== null) || b.score - a.score)
  const first = ranked[0]?.first
  return first && { topicId: first.topicId, id: first.id }
}

const titlesOf = async (tx: Tx, ids: readonly string[]): Promise<string[]> => (await listRequestsWithIds(tx, ids)).map(({ title }) => maskSensitive(title))

const join = async (tx: Tx, topicId: string, shape: RequestShape): Promise<void> => {
  const topic = await findTopicForUpdate(tx, topicId)
  if (!topic) return
  await updateShapeTopic(tx, [shape.requestId], topicId)
  const requests = topic.requests + 1
  // The name is looked at again while the topic is young, later now and then.
  const renamed = requests <= namedAfter || requests % namedAfter === 0
  const name = renamed ? nameOf(await titlesOf(tx, await listRequestIdsOfTopic(tx, topicId, namedAfter))) : topic.name
  await updateTopic(tx, { id: topicId, name: name || topic.name, requests, lastAt: shape.receivedAt })
}

const begin = async (app: App, tx: Tx, shape: RequestShape, otherId: string): Promise<void> => {
  const id = uuidv7(app.clock)
  const name = nameOf(await titlesOf(tx, [otherId, shape.requestId]))
  await insertTopic(tx, { id, region: districtOf(shape.region), category: shape.category, name, requests: 2, firstAt: shape.receivedAt, lastAt: shape.receivedAt })
  await updateShapeTopic(tx, [shape.requestId, otherId], id)
}

/** One step; safe to repeat and to run beside another. @returns how many requests were looked at */
export const gatherSome = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const shapes = await listNewShapes(tx, mostAtOnce)
    // What began a topic with another one of these is settled before its turn comes.
    const settled = new Set<string>()
    for (const shape of shapes) {
      const best = shape.topicId === null && !settled.has(shape.requestId) ? bestOf(await likeShape(tx, { terms: shape.terms, category: shape.category, at: new Date(shape.receivedAt), limit: 20, except: shape.requestId })) : undefined
      if (best?.topicId) await join(tx, best.topicId, shape)
      else if (best) {
        await begin(app, tx, shape, best.id)
        settled.add(best.id)
      }
    }
    await updateLooked(tx, shapes.map(({ requestId }) => requestId))
    return shapes.length
  })
