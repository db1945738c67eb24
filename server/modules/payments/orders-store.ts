// Storing orders at the payment platform, the money that came in for them, refunds, and which notices were heard.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { HeardBy, OrderItem, OrderOutcome, PaymentOrder, Refund, RefundReason, Transaction } from './order.ts'

type OrderRow = {
  id: string; number: string; application_id: string; person_id: string; region: string; fen: number; items: OrderItem[]; cashier_url: string | null
  created_at: Date; expires_at: Date; ended_at: Date | null; outcome: OrderOutcome | null
}

const toOrder = (row: OrderRow): PaymentOrder => ({
  id: row.id, number: row.number, applicationId: row.application_id, personId: row.person_id, region: row.region, fen: row.fen, items: row.items, cashierUrl: row.cashier_url,
  createdAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null, outcome: row.outcome,
})

export const insertOrder = async (tx: Tx, order: PaymentOrder): Promise<void> => {
  await tx`
    insert into payment_orders (id, number, application_id, person_id, region, fen, items, created_at, expires_at)
    values (${order.id}, ${order.number}, ${order.applicationId}, ${order.personId}, ${order.region}, ${order.fen}, ${json(order.items)}, ${order.createdAt}, ${order.expiresAt})`
}

export const updateCashier = async (tx: Tx, id: string, url: string): Promise<void> => {
  await tx`update payment_orders set cashier_url = ${url} where id = ${id}`
}

/** @returns whether it was open */
export const updateOrderEnded = async (tx: Tx, id: string, outcome: OrderOutcome, at: Date): Promise<boolean> =>
  (await tx`update payment_orders set outcome = ${outcome}, ended_at = ${at} where id = ${id} and outcome is distinct from 'paid' returning id`).length > 0

export const findOrder = async (read: Read, id: string): Promise<PaymentOrder | undefined> => {
  const [row] = await read<OrderRow[]>`select * from payment_orders where id = ${id}`
  return row && toOrder(row)
}

export const findOrderByNumber = async (read: Read, number: string): Promise<PaymentOrder | undefined> => {
  const [row] = await read<OrderRow[]>`select * from payment_orders where number = ${number}`
  return row && toOrder(row)
}

/** Held until the transaction ends: a notice and a query that hear of one payment wait for each other here. */
export const findOrderForUpdate = async (tx: Tx, id: string): Promise<PaymentOrder | undefined> => {
  const [row] = await tx<OrderRow[]>`select * from payment_orders where id = ${id} for no key update`
  return row && toOrder(row)
}

export const listOrdersOf = async (read: Read, applicationId: string): Promise<PaymentOrder[]> =>
  (await read<OrderRow[]>`select * from payment_orders where application_id = ${applicationId} order by created_at, id`).map(toOrder)

/** Some that are open since before `before`, the oldest first. */
export const listOpenOrders = async (read: Read, before: Date, limit: number): Promise<PaymentOrder[]> =>
  (await read<OrderRow[]>`select * from payment_orders where ended_at is null and created_at < ${before} order by created_at, id limit ${limit}`).map(toOrder)

/** @returns false when this money was known already */
export const insertTransaction = async (tx: Tx, order: PaymentOrder, { number, fen, method, paidAt }: Transaction, via: HeardBy, at: Date): Promise<boolean> =>
  (await tx`
    insert into payment_transactions (number, order_id, person_id, region, fen, method, paid_at, heard_at, via)
    values (${number}, ${order.id}, ${order.personId}, ${order.region}, ${fen}, ${method}, ${paidAt}, ${at}, ${via}) on conflict (number) do nothing returning number`).length > 0

type Booked = { number: string; orderNumber: string; region: string; fen: number }

/** Money that came in from one instant up to another. */
export const listTransactionsBetween = async (read: Read, from: Date, until: Date): Promise<Booked[]> =>
  (await read<{ number: string; order_number: string; region: string; fen: number }[]>`
    select t.number, o.number as order_number, t.region, t.fen from payment_transactions t join payment_orders o on o.id = t.order_id where t.paid_at >= ${from} and t.paid_at < ${until}`)
    .map(({ order_number: orderNumber, ...each }) => ({ ...each, orderNumber }))

/** Refunds the platform confirmed from one instant up to another. */
export const listRefundsBetween = async (read: Read, from: Date, until: Date): Promise<Booked[]> =>
  (await read<{ number: string; order_number: string; region: string; fen: number }[]>`
    select r.number, o.number as order_number, r.region, r.fen from refunds r join payment_orders o on o.id = r.order_id where r.done_at >= ${from} and r.done_at < ${until}`)
    .map(({ order_number: orderNumber, ...each }) => ({ ...each, orderNumber }))

/** The transaction a fee was paid with, if it was paid online. */
export const findTransactionOf = async (read: Read, orderId: string): Promise<Transaction | undefined> => {
  const [row] = await read<{ number: string; fen: number; method: string; paid_at: Date }[]>`select number, fen, method, paid_at from payment_transactions where order_id = ${orderId} order by heard_at, number limit 1`
  return row && { number: row.number, fen: row.fen, method: row.method, paidAt: row.paid_at.toISOString() }
}

type RefundRow = { id: string; number: string; transaction_number: string; order_id: string; fee_id: string | null; person_id: string; region: string; fen: number; reason: RefundReason; asked_at: Date; done_at: Date | null }

const toRefund = (row: RefundRow): Refund => ({
  id: row.id, number: row.number, transactionNumber: row.transaction_number, orderId: row.order_id, feeId: row.fee_id, personId: row.person_id, region: row.region, fen: row.fen, reason: row.reason,
  askedAt: row.asked_at.toISOString(), doneAt: row.done_at?.toISOString() ?? null,
})

export const insertRefund = async (tx: Tx, refund: Refund): Promise<void> => {
  await tx`
    insert into refunds (id, number, transaction_number, order_id, fee_id, person_id, region, fen, reason, asked_at)
    values (${refund.id}, ${refund.number}, ${refund.transactionNumber}, ${refund.orderId}, ${refund.feeId}, ${refund.personId}, ${refund.region}, ${refund.fen}, ${refund.reason}, ${refund.askedAt})`
}

export const findRefund = async (read: Read, id: string): Promise<Refund | undefined> => {
  const [row] = await read<RefundRow[]>`select * from refunds where id = ${id}`
  return row && toRefund(row)
}

/** @returns false when it was done already */
export const updateRefundDone = async (tx: Tx, id: string, at: string): Promise<boolean> =>
  (await tx`update refunds set done_at = ${at} where id = ${id} and done_at is null returning id`).length > 0

export const listRefundsOf = async (read: Read, orderIds: readonly string[]): Promise<Refund[]> =>
  orderIds.length === 0 ? [] : (await read<RefundRow[]>`select * from refunds where order_id = any(${[...orderIds]}::uuid[]) order by asked_at, id`).map(toRefund)

/** Some not confirmed since before `before`. */
export const listOpenRefunds = async (read: Read, before: Date, limit: number): Promise<Refund[]> =>
  (await read<RefundRow[]>`select * from refunds where done_at is null and asked_at < ${before} order by asked_at limit ${limit}`).map(toRefund)

/** @returns false when a notice with this nonce was heard before */
export const insertNoticeHeard = async (tx: Tx, nonce: string, at: Date): Promise<boolean> =>
  (await tx`insert into payment_notices (nonce, heard_at) values (${nonce}, ${at}) on conflict (nonce) do nothing returning nonce`).length > 0

export const deleteNoticesBefore = async (tx: Tx, before: Date): Promise<void> => {
  await tx`delete from payment_notices where heard_at < ${before}`
}
