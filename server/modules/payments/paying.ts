// Paying online: an order is kept before the platform hears of it, and money is booked once, however often and by whomever it is told.
import { insertAudit } from '../../kernel/audit-store.ts'
import { mayActIn } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { canFee, hasFallenAway, isBeingPaid, isPayable, type Fee } from './fee.ts'
import { listFeesForUpdate, listFeesOf } from './fees-store.ts'
import { hasRunOut, isOpen, orderOf, type HeardBy, type PaymentOrder, type Transaction } from './order.ts'
import { findOrder, insertOrder, insertTransaction, listOrdersOf, updateCashier, updateOrderEnded } from './orders-store.ts'
import { providerOf } from './platform-client.ts'
import { issueReceipt } from './receipts.ts'
import { askRefund } from './refunding.ts'
import { auditOf, cashier, moveFee, planGoingOn, tell, type Scene } from './recording.ts'

type Payer = Scene['principal'] & { kind: 'person' }

/** Whether somebody pays it: who owes it, or who acts for them in that matter. */
export const isTheirs = (person: Payer, { personId, matter }: Pick<Fee, 'personId' | 'matter'>): boolean => personId === person.id && mayActIn(person, matter)

/** The order somebody began in another tab, while it can still be paid. */
const findBegun = async (scene: Scene, applicationId: string): Promise<PaymentOrder | undefined> =>
  (await listOrdersOf(scene.tx, applicationId)).findLast((order) => isOpen(order) && !hasRunOut(order, scene.at))

const openOrder = (app: App, person: Payer, applicationId: string, requestId: string): Promise<PaymentOrder> =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: person, requestId, at: app.clock.now() }
    const fees = (await listFeesForUpdate(tx, applicationId)).filter((fee) => isTheirs(person, fee))
    if (fees.length === 0) throw new Refusal('not_found')
    const begun = fees.some(isBeingPaid) ? await findBegun(scene, applicationId) : undefined
    if (begun) return begun
    const payable = fees.filter(isPayable)
    if (payable.length === 0) throw new Refusal('not_allowed_now', { fees: fees.map(({ state }) => state) })
    const catalogueOf = await pinnedCatalogues(app, tx, payable)
    const order = orderOf(payable, { id: uuidv7(app.clock), at: scene.at }, (fee) => {
      const catalogue = catalogueOf(fee)
      return { item: catalogue.services[fee.service]?.name['zh-CN'] ?? fee.service, payee: authorityOf(catalogue, fee.line, fee.region)?.name['zh-CN'] ?? fee.line }
    })
    await insertOrder(tx, order)
    for (const fee of payable) await moveFee(scene, fee, 'begin', { order: order.number }, { orderId: order.id })
    return order
  })

/** Ends an order that took no money; its fees can be paid anew. @param action how it ended for them */
export const endOrder = async (scene: Scene, order: PaymentOrder, outcome: 'failed' | 'expired' | 'closed', because: string): Promise<void> => {
  if (!isOpen(order) || !(await updateOrderEnded(scene.tx, order.id, outcome, scene.at))) return
  await insertAudit(scene.tx, [auditOf(scene, order.region, { type: 'order', id: order.id }, 'endOrder', { order: order.number, outcome, because })])
  for (const fee of await listFeesForUpdate(scene.tx, order.applicationId)) {
    if (fee.orderId === order.id && isBeingPaid(fee)) await moveFee(scene, fee, outcome === 'expired' ? 'expire' : 'fail', { because, order: order.number })
  }
}

/**
 * Begins to pay what an application owes, or goes on where it was begun.
 * @throws Refusal not_found; not_allowed_now when nothing can be paid; unavailable when the platform cannot be reached
 */
export const beginPayment = async (app: App, person: Payer, applicationId: string, requestId: string): Promise<PaymentOrder & { cashierUrl: string }> => {
  const provider = providerOf(app)
  const order = await openOrder(app, person, applicationId, requestId)
  if (order.cashierUrl !== null) return { ...order, cashierUrl: order.cashierUrl }
  try {
    const { publicUrl } = app.config
    const { cashierUrl } = await provider.createOrder(order, { returnUrl: `${publicUrl}/payments/${order.id}`, noticeUrl: `${publicUrl}/api/v1/payments/notices` })
    await app.db.transaction((tx) => updateCashier(tx, order.id, cashierUrl))
    return { ...order, cashierUrl }
  } catch (error) {
    app.log.warn({ err: error, order: order.number }, 'the payment platform took no order')
    await app.db.transaction((tx) => endOrder({ app, tx, principal: cashier, requestId, at: app.clock.now() }, order, 'closed', 'platform'))
    throw new Refusal('unavailable')
  }
}

const bookFee = async (scene: Scene, fee: Fee, order: PaymentOrder, { number, method, paidAt }: Transaction): Promise<void> => {
  const paid = await moveFee(scene, fee, 'pay', { transaction: number, order: order.number, method }, { method: 'online', orderId: order.id, paidAt })
  const receipt = await issueReceipt(scene, paid, { method: '网上支付', transaction: number })
  await tell(scene, paid, 'feePaid', receipt)
  await planGoingOn(scene.tx, paid)
}

/**
 * Books money that came in for an order. The caller holds the order. What cannot be a payment any more, because the case has ended or
 * it was paid before, is given back. Booking it again changes nothing.
 * @throws Refusal conflict when the amount is not that of the order
 */
export const book = async (scene: Scene, order: PaymentOrder, transaction: Transaction, via: HeardBy): Promise<void> => {
  if (transaction.fen !== order.fen) throw new Refusal('conflict', { order: order.number, here: order.fen, there: transaction.fen })
  if (!(await insertTransaction(scene.tx, order, transaction, via, scene.at))) return
  await insertAudit(scene.tx, [auditOf(scene, order.region, { type: 'order', id: order.id }, 'book', { order: order.number, transaction: transaction.number, fen: transaction.fen, via })])
  await updateOrderEnded(scene.tx, order.id, 'paid', scene.at)
  const fees = await listFeesForUpdate(scene.tx, order.applicationId)
  for (const item of order.items) {
    const fee = fees.find(({ id }) => id === item.feeId)
    if (fee && canFee(fee.state, 'pay') && fee.fen === item.fen) await bookFee(scene, fee, order, transaction)
    else await askRefund(scene, order, transaction, item.fen, fee && hasFallenAway(fee) ? 'ended' : 'twice')
  }
}

/** @throws Refusal not_found */
export const getOwnOrder = async (app: App, person: Payer, id: string): Promise<PaymentOrder> => {
  const order = await findOrder(app.db.read, id)
  const fees = order ? await listFeesOf(app.db.read, order.applicationId) : []
  if (!order || !fees.some((fee) => isTheirs(person, fee))) throw new Refusal('not_found')
  return order
}
