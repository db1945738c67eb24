// Asking the platform how orders stand, because notices get lost: every minute for those open, at once when the person asks, and when an
// order is to be closed. What the platform answers is booked like a notice.
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { hasRunOut, isOpen, type PaymentOrder } from './order.ts'
import { deleteNoticesBefore, findOrder, findOrderForUpdate, listOpenOrders } from './orders-store.ts'
import { book, endOrder } from './paying.ts'
import { providerOf } from './platform-client.ts'
import type { ProviderOrder } from './provider.ts'
import { cashier, type Scene } from './recording.ts'
import { resumeRefunds } from './refunding.ts'
import { noticeWindowMs } from './notice-signature.ts'

export const pollTask = 'payments.poll'
export const closeTask = 'payments.close'

/** Every minute; an order younger than `patienceMs` is left to its notice. */
export const pollCron = '* * * * *'
const patienceMs = 10_000
const mostAtOnce = 200

/** Asks for the job that closes an order at the platform. */
export const planClosing = (tx: Tx, orderId: string): Promise<void> => planJobs(tx, [{ task: closeTask, payload: { orderId } }])

/** Writes down what the platform said of an order. */
const take = (app: App, id: string, said: ProviderOrder | undefined): Promise<PaymentOrder> =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: cashier, requestId: null, at: app.clock.now() }
    const order = await findOrderForUpdate(tx, id)
    if (!order) throw new Refusal('not_found')
    for (const transaction of said?.transactions ?? []) {
      if (transaction.fen === order.fen) await book(scene, order, transaction, 'query')
      else app.log.error({ order: order.number, here: order.fen, there: transaction.fen }, 'the platform took another amount than the order has; the statement of the day will show it')
    }
    if ((said?.transactions.length ?? 0) > 0) return (await findOrder(tx, id)) ?? order
    if (said?.state === 'failed') await endOrder(scene, order, 'failed', 'declined')
    else if (said?.state === 'closed' || (said === undefined && hasRunOut(order, scene.at))) await endOrder(scene, order, hasRunOut(order, scene.at) ? 'expired' : 'closed', 'closed')
    return (await findOrder(tx, id)) ?? order
  })

/** How an order stands by what the platform says now. @throws when it cannot be reached */
export const askAbout = async (app: App, order: PaymentOrder): Promise<PaymentOrder> => {
  const provider = providerOf(app)
  // Closing first: between asking and closing money could come in unseen.
  if (isOpen(order) && hasRunOut(order, app.clock.now())) await provider.closeOrder(order.number)
  return take(app, order.id, await provider.findOrder(order.number))
}

/** Closes an order whose fees fell away. Repeating it changes nothing. */
export const closeOrder = async (app: App, id: string): Promise<void> => {
  const order = await findOrder(app.db.read, id)
  if (!order || !isOpen(order)) return
  const provider = providerOf(app)
  await provider.closeOrder(order.number)
  await take(app, id, (await provider.findOrder(order.number)) ?? { state: 'closed', transactions: [] })
}

/** The sweep: orders nobody has told us the end of, refunds not confirmed, notices too old to matter. */
export const poll = async (app: App): Promise<void> => {
  if (app.config.payment === undefined) return
  const now = app.clock.now()
  for (const order of await listOpenOrders(app.db.read, new Date(now.getTime() - patienceMs), mostAtOnce)) {
    await askAbout(app, order).catch((error: unknown) => app.log.warn({ err: error, order: order.number }, 'the payment platform did not answer'))
  }
  await resumeRefunds(app, new Date(now.getTime() - noticeWindowMs))
  await app.db.transaction((tx) => deleteNoticesBefore(tx, new Date(now.getTime() - 2 * noticeWindowMs)))
}
