// Hot topics over HTTP, for those who watch over requests of a region: the list, one topic with its trend, callers who come again, bursts.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf, type JurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { arbiterPlaces, centrePlaces, listRequestsOfDigest, listRequestsWithIds } from '../requests/index.ts'
import { countTopicByDay, listRepeatedCallers, listRequestIdsOfTopic, maskSensitive } from '../triage/index.ts'
import { gatherSome } from './gathering.ts'
import { tasksWithEffect } from './measuring-effect.ts'
import { listTasksOfTopics } from './tasks-store.ts'
import { burstReply, burstSchema, taskSchema, topicReply, topicSchema } from './topic-replies.ts'
import { heatOf } from './topic.ts'
import { watch } from './watching.ts'
import { findTopic, listBursts, listWarmTopics, type WarmTopic } from './topics-store.ts'

const uuid = Type.String({ format: 'uuid' })
const mostTopics = 300
const mostShown = 30
const trendDays = 56
const callerDays = 28
const leastCalls = 3
/** Of one caller: those shown, among so many of the newest, some of which may be of elsewhere. */
const [mostOfCaller, newestOfCaller] = [3, 20]
const day = 86_400_000

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * day).toISOString()

/** Places whose topics they watch, whatever the line: the request centre and its arbiters. Supervisors of another line watch over none. */
export const watchedPlaces = (principal: Principal): JurisdictionFilter => [...centrePlaces(principal), ...arbiterPlaces(principal)]

export const isWithin = (places: JurisdictionFilter, { region }: { region: string }): boolean => places.some(({ regionPrefix }) => region.startsWith(regionPrefix))

/** Outside the jurisdiction a topic does not exist. @throws Refusal not_found */
export const getTopicWithin = async (app: App, principal: Principal, id: string): Promise<WarmTopic> => {
  const topic = await findTopic(app.db.read, id)
  if (!topic || !isWithin(watchedPlaces(principal), topic)) throw new Refusal('not_found')
  const now = app.clock.now()
  const days = await countTopicByDay(app.db.read, id, daysBefore(now, 14))
  const weekAgo = daysBefore(now, 7).slice(0, 10)
  const sum = (found: typeof days): number => found.reduce((total, { requests }) => total + requests, 0)
  return { ...topic, thisWeek: sum(days.filter((each) => each.day > weekAgo)), lastWeek: sum(days.filter((each) => each.day <= weekAgo)) }
}

const sampleSchema = Type.Object({ id: uuid, number: Type.String(), title: Type.String(), receivedAt: Type.String({ format: 'date-time' }), state: Type.String() })

export const hotTopicRoutes = [
  route({
    method: 'GET', path: '/hot-topics', operation: 'listHotTopics', summary: 'What many report in my region, hottest first, and what has burst in the last week', permission: 'hotTopics.read',
    reply: Type.Object({ topics: Type.Array(topicSchema), bursts: Type.Array(burstSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const [now, mine] = [app.clock.now(), watchedPlaces(principal)]
      const warm = (await listWarmTopics(app.db.read, mine, now.toISOString(), mostTopics)).filter(({ thisWeek, lastWeek }) => thisWeek + lastWeek > 0)
      const shown = warm.sort((a, b) => heatOf(b) - heatOf(a) || b.requests - a.requests).slice(0, mostShown)
      const [tasks, bursts] = await Promise.all([listTasksOfTopics(app.db.read, shown.map(({ id }) => id)), listBursts(app.db.read, mine, daysBefore(now, 7), mostShown)])
      const inHand = new Set(tasks.filter(({ endedAt }) => endedAt === null).map(({ topicId }) => topicId))
      return { topics: shown.map((topic) => topicReply(app, topic, inHand.has(topic.id))), bursts: bursts.map((burst) => burstReply(app, burst)) }
    },
  }),
  route({
    method: 'POST', path: '/hot-topics/refresh', operation: 'refreshHotTopics', summary: 'Gather what has come in since the last minute and look for bursts now', permission: 'hotTopics.govern',
    body: Type.Object({}, { additionalProperties: false }), reply: Type.Object({ looked: Type.Integer({ description: 'Requests that were new.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, requestId }) => {
      const looked = await gatherSome(app)
      await watch(app)
      await app.db.transaction((tx) => insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: 'hotTopics.refresh', subjectType: 'staff', subjectId: staffOf(principal).id, region: null, requestId, detail: { looked } }]))
      return { looked }
    },
  }),
  route({
    method: 'GET', path: '/hot-topics/callers', operation: 'listRepeatedCallers', summary: 'Telephone numbers that brought several requests within four weeks, without the numbers', permission: 'hotTopics.read',
    reply: Type.Object({ callers: Type.Array(Type.Object({ requests: Type.Integer(), last: Type.String({ format: 'date-time' }), newest: Type.Array(sampleSchema) })) }), refusals: [],
    handle: async (app, { principal }) => {
      const mine = watchedPlaces(principal)
      const callers = await listRepeatedCallers(app.db.read, { jurisdiction: mine, since: daysBefore(app.clock.now(), callerDays), least: leastCalls, limit: mostShown })
      const newestOf = async (phoneDigest: string) => (await listRequestsOfDigest(app.db.read, phoneDigest, newestOfCaller)).filter((one) => isWithin(mine, one)).slice(0, mostOfCaller).map(toSample)
      return { callers: await Promise.all(callers.map(async ({ phoneDigest, requests, last }) => ({ requests, last, newest: await newestOf(phoneDigest) }))) }
    },
  }),
  route({
    method: 'GET', path: '/hot-topics/:id', operation: 'getHotTopic', summary: 'One hot topic: its trend by day, its newest requests, its tasks and what they brought about', permission: 'hotTopics.read',
    params: Type.Object({ id: uuid }), refusals: ['not_found', 'invalid'],
    reply: Type.Object({ topic: topicSchema, trend: Type.Array(Type.Object({ day: Type.String(), requests: Type.Integer() })), newest: Type.Array(sampleSchema), tasks: Type.Array(taskSchema) }),
    handle: async (app, { principal, params }) => {
      const topic = await getTopicWithin(app, principal, params.id)
      const [trend, ids, tasks] = await Promise.all([
        countTopicByDay(app.db.read, topic.id, daysBefore(app.clock.now(), trendDays)), listRequestIdsOfTopic(app.db.read, topic.id, mostShown), listTasksOfTopics(app.db.read, [topic.id]),
      ])
      const newest = (await listRequestsWithIds(app.db.read, ids)).sort((a, b) => b.receivedAt.localeCompare(a.receivedAt)).map(toSample)
      return { topic: topicReply(app, topic, tasks.some(({ endedAt }) => endedAt === null)), trend, newest, tasks: await tasksWithEffect(app, app.db.read, tasks) }
    },
  }),
]

const toSample = ({ id, number, title, receivedAt, state }: { id: string; number: string; title: string; receivedAt: string; state: string }) => ({ id, number, title: maskSensitive(title), receivedAt, state })
