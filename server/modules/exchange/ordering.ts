// Calls answered later: a department's system orders, a job asks, and asks again while the other system does not answer; the answer is
// collected, or sent to the address registered, while the consent it rests on still holds. Nothing is lost when a server stops in between.
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { App } from '../../module.ts'
import { isConsented } from '../consents/index.ts'
import { findCall } from './calls-store.ts'
import type { Consumer } from './consumer.ts'
import { callFor } from './consumer-calls.ts'
import { deleteSeenBefore, findConsumer } from './consumers-store.ts'
import { sendAnswer } from './calling-back.ts'
import { parsePayload } from './jws.ts'
import { deleteOrdersAnsweredBefore, findOrder, findOrderForUpdate, insertOrder, updateOrderAnswered, updateOrderCollected, updateOrderWithheld, type Order, type OrderAnswer } from './orders-store.ts'
import { readQuestion, skewSeconds } from './signed-request.ts'

const answerTask = 'exchange.answer'
const sendTask = 'exchange.send'
const dayMs = 24 * 60 * 60 * 1000
/** How long a system that does not answer is asked again, before the order is answered with that. */
const patienceMs = 60 * 60 * 1000

/** Takes an order. Its request was admitted; it is answered by a job, whatever happens to this process. @returns its number */
export const order = async (app: App, consumer: Consumer, request: string, requestId: string): Promise<string> => {
  const id = uuidv7(app.clock)
  const at = app.clock.now().toISOString()
  await app.db.transaction(async (tx) => {
    await insertOrder(tx, { id, consumer: consumer.id, request, at })
    await insertAudit(tx, [auditOf(app, consumer, 'exchange.order', id, requestId)])
    await planJobs(tx, [{ task: answerTask, payload: { id } }])
  })
  return id
}

const auditOf = (app: App, consumer: Consumer, action: 'exchange.order' | 'exchange.collect' | 'exchange.withhold', id: string, requestId: string | null) =>
  ({ at: app.clock.now().toISOString(), actorKind: 'system' as const, actorId: consumer.id, action, subjectType: 'exchangeOrder', subjectId: id, region: consumer.region, requestId, detail: {} })

/** Whether the consent an answer rests on, where it rests on one, holds now for what the answer says. */
const holdsStill = async (app: App, { line, region }: Consumer, { request, answer }: { request: string; answer: OrderAnswer }): Promise<boolean> => {
  if (answer.response === undefined) return true
  const question = readQuestion(parsePayload(request))
  if (!question) return false
  const { consent, subject, resource, purpose, caseNumber } = question
  const fields = Object.keys(parsePayload(answer.response)?.['record'] ?? {})
  return consent === undefined || isConsented(app, consent, { subject: keyDigest(subject), resource, line, region, purpose, caseNumber, fields })
}

/** What may be handed out of an answer. One whose consent was taken back or has ended since is destroyed, so that consenting anew does not open it either. */
const released = async (app: App, consumer: Consumer, { id, request, answer }: { id: string; request: string; answer: OrderAnswer }, requestId: string | null): Promise<OrderAnswer> => {
  if (await holdsStill(app, consumer, { request, answer })) return answer
  const refused = 'not_consented'
  await app.db.transaction(async (tx) => {
    if ((await findOrderForUpdate(tx, id))?.answer?.response === undefined) return
    await updateOrderWithheld(tx, id, refused)
    await insertAudit(tx, [auditOf(app, consumer, 'exchange.withhold', id, requestId)])
  })
  return { refused }
}

/** Undefined: there is no such order of this system. `refused` instead of a response also where the consent no longer holds. */
export const collectOrder = async (app: App, consumer: Consumer, id: string, requestId: string): Promise<({ state: Order['state'] } & OrderAnswer) | undefined> => {
  const found = await findOrder(app.db.read, id)
  if (!found || found.consumer !== consumer.id) return undefined
  const { state, request, answer } = found
  if (!answer) return { state }
  const told = await released(app, consumer, { id, request, answer }, requestId)
  await app.db.transaction(async (tx) => {
    await updateOrderCollected(tx, id, app.clock.now())
    await insertAudit(tx, [auditOf(app, consumer, 'exchange.collect', id, requestId)])
  })
  return { state, ...told }
}

/** What came of it; undefined: the other system did not answer, and there is time to ask again. A repeated call has a number of its own in the log. */
const answerOf = async (app: App, consumer: Consumer, { id, request, at }: Order): Promise<OrderAnswer | undefined> => {
  const question = readQuestion(parsePayload(request))
  if (!question) return { refused: 'invalid' }
  const isFirst = (await findCall(app.db.read, id)) === undefined
  try {
    const { response } = await callFor(app, consumer, request, question, isFirst ? { id } : {})
    const isLate = app.clock.now().getTime() - Date.parse(at) > patienceMs
    return parsePayload(response)?.['outcome'] === 'unavailable' && !isLate ? undefined : { response }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable') return { refused: error.code }
    throw error
  }
}

const payloadId = (payload: unknown): string => (payload !== null && typeof payload === 'object' && 'id' in payload ? String(payload.id) : '')

/** The job. @throws while the other system does not answer, so that it is tried again later */
export const answerOrder = async (app: App, id: string): Promise<void> => {
  const waiting = await findOrder(app.db.read, id)
  if (!waiting || waiting.answer) return
  const consumer = await findConsumer(app.db.read, waiting.consumer)
  const answer = !consumer || consumer.until !== null ? { refused: 'not_granted' } : await answerOf(app, consumer, waiting)
  if (!answer) throw new Error(`the system asked by order ${id} does not answer yet; it is asked again`)
  await app.db.transaction(async (tx) => {
    if (!(await updateOrderAnswered(tx, id, answer, app.clock.now()))) return
    if (consumer?.callback) await planJobs(tx, [{ task: sendTask, payload: { id } }])
  })
}

const send = async (app: App, id: string): Promise<void> => {
  const answered = await findOrder(app.db.read, id)
  const consumer = answered && (await findConsumer(app.db.read, answered.consumer))
  if (!answered?.answer || !consumer?.callback || consumer.until !== null) return
  const { request, answer } = answered
  await sendAnswer(app, consumer.callback, { id, ...(await released(app, consumer, { id, request, answer }, null)) })
  await app.db.transaction((tx) => updateOrderCollected(tx, id, app.clock.now()))
}

const tidy = (app: App): Promise<void> =>
  app.db.transaction(async (tx) => {
    const now = app.clock.now().getTime()
    await deleteSeenBefore(tx, new Date(now - 3 * skewSeconds * 1000))
    await deleteOrdersAnsweredBefore(tx, new Date(now - dayMs))
  })

export const orderJobs = (app: App): JobTask[] => [
  { task: answerTask, run: (payload) => answerOrder(app, payloadId(payload)) },
  { task: sendTask, run: (payload) => send(app, payloadId(payload)) },
  { task: 'exchange.tidy', cron: '*/10 * * * *', run: () => tidy(app) },
]
