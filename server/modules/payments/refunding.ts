// Giving money back: asked for in the transaction that gives the reason, done by a job that may be repeated, because a refund has a number
// of ours. What was paid at a window is given back at a window, and only noted here.
import { insertAudit } from '../../kernel/audit-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { canFee, type Fee } from './fee.ts'
import { findFeeForUpdate } from './fees-store.ts'
import { orderNumber, type PaymentOrder, type Refund, type RefundReason, type Transaction } from './order.ts'
import { findOrder, findRefund, findTransactionOf, insertRefund, listOpenRefunds, updateRefundDone } from './orders-store.ts'
import { providerOf } from './platform-client.ts'
import { auditOf, cashier, moveFee, tell, type Scene } from './recording.ts'

export const refundTask = 'payments.refund'

/** Asks for money of a transaction back; `fee` when it is a fee's payment, which then changes with it. */
export const askRefund = async (scene: Scene, order: PaymentOrder, { number }: Pick<Transaction, 'number'>, fen: number, reason: RefundReason, fee?: Fee): Promise<void> => {
  const id = uuidv7(scene.app.clock)
  const refund: Refund = {
    id, number: orderNumber(id), transactionNumber: number, orderId: order.id, feeId: fee?.id ?? null, personId: order.personId, region: fee?.region ?? order.region, fen, reason,
    askedAt: scene.at.toISOString(), doneAt: null,
  }
  await insertRefund(scene.tx, refund)
  await insertAudit(scene.tx, [auditOf(scene, refund.region, { type: 'refund', id }, 'askRefund', { order: order.number, transaction: number, fen, reason })])
  await planJobs(scene.tx, [{ task: refundTask, payload: { refundId: id } }])
}

/** Gives a paid fee back. The caller holds the row. */
export const giveBack = async (scene: Scene, fee: Fee, reason: RefundReason, detail: Record<string, unknown>): Promise<Fee> => {
  const order = fee.orderId === null ? undefined : await findOrder(scene.tx, fee.orderId)
  const paid = order && (await findTransactionOf(scene.tx, order.id))
  const next = await moveFee(scene, fee, 'refund', { reason, ...detail })
  if (order && paid && fee.method === 'online') await askRefund(scene, order, paid, fee.fen ?? 0, reason, fee)
  await tell(scene, next, 'feeRefunding')
  return next
}

/** The job: asks the platform until it has given back. Repeating it changes nothing. */
export const refund = async (app: App, id: string): Promise<void> => {
  const asked = await findRefund(app.db.read, id)
  if (!asked || asked.doneAt !== null) return
  const doneAt = await providerOf(app).refund(asked)
  if (doneAt === undefined) throw new Error(`the platform has not given back ${asked.number} yet`)
  await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: cashier, requestId: null, at: app.clock.now() }
    if (!(await updateRefundDone(tx, id, doneAt))) return
    await insertAudit(tx, [auditOf(scene, asked.region, { type: 'refund', id }, 'refund', { number: asked.number, fen: asked.fen })])
    const fee = asked.feeId === null ? undefined : await findFeeForUpdate(tx, asked.feeId)
    if (!fee || !canFee(fee.state, 'refunded')) return
    await tell(scene, await moveFee(scene, fee, 'refunded', { refund: asked.number }), 'feeRefunded')
  })
}

/** Refunds asked for long ago whose job was given up are taken up again. */
export const resumeRefunds = async (app: App, before: Date): Promise<void> => {
  for (const { id } of await listOpenRefunds(app.db.read, before, 100)) await refund(app, id).catch((error: unknown) => app.log.warn({ err: error, refund: id }, 'a refund is still open'))
}
