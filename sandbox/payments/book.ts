// The platform's book: orders, what was paid for them, what was given back. Kept in a file where there is one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dayInChina } from '../days.ts'
import { Refused } from '../protocol.ts'
import type { OrderRequest, RefundRequest } from './contract.ts'

export type Transaction = { number: string; fen: number; method: string; paidAt: string }
type Refund = RefundRequest & { orderNumber: string; doneAt: string }
export type Order = OrderRequest & { token: string; state: 'open' | 'paid' | 'failed' | 'closed'; transactions: Transaction[] }
type Line = { what: 'payment' | 'refund'; number: string; orderNumber: string; fen: number; at: string; method: string }

export type PaymentBook = {
  /** @throws Refused idempotency_conflict when the number is another order's */
  take: (order: OrderRequest, token: string) => { order: Order; isNew: boolean }
  find: (by: { number: string } | { token: string }) => Order | undefined
  pay: (order: Order, method: string, at: Date) => Transaction
  end: (order: Order, state: 'failed' | 'closed') => void
  refund: (request: RefundRequest, at: Date) => Refund
  statement: (day: string) => Line[]
  reset: () => void
}

/** @param file where it is kept; memory only where absent */
export const openPaymentBook = (file?: string): PaymentBook => {
  const read = (): { orders: Order[]; refunds: Refund[] } => {
    try {
      return file === undefined ? { orders: [], refunds: [] } : (JSON.parse(readFileSync(file, 'utf8')) as { orders: Order[]; refunds: Refund[] }) // written below
    } catch {
      return { orders: [], refunds: [] }
    }
  }
  let { orders, refunds } = read()
  const keep = (): void => {
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ orders, refunds }))
  }
  const count = () => orders.reduce((sum, { transactions }) => sum + transactions.length, 0)
  return {
    take: (asked, token) => {
      const known = orders.find(({ number }) => number === asked.number)
      if (known && known.fen !== asked.fen) throw new Refused('idempotency_conflict', 'another order has this number')
      if (known) return { order: known, isNew: false }
      const order: Order = { ...asked, token, state: 'open', transactions: [] }
      orders = [...orders, order]
      keep()
      return { order, isNew: true }
    },
    find: (by) => orders.find((order) => ('number' in by ? order.number === by.number : order.token === by.token)),
    pay: (order, method, at) => {
      const transaction = { number: `SP${at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}${String(count() + 1).padStart(6, '0')}`, fen: order.fen, method, paidAt: at.toISOString() }
      order.transactions.push(transaction)
      order.state = 'paid'
      keep()
      return transaction
    },
    end: (order, state) => {
      if (order.state === 'open') order.state = state
      keep()
    },
    refund: (request, at) => {
      const known = refunds.find(({ number }) => number === request.number)
      if (known) return known
      const order = orders.find(({ transactions }) => transactions.some(({ number }) => number === request.transactionNumber))
      const paid = order?.transactions.find(({ number }) => number === request.transactionNumber)
      if (!order || !paid) throw new Refused('not_found', 'no such transaction')
      const before = refunds.reduce((sum, each) => (each.transactionNumber === paid.number ? sum + each.fen : sum), 0)
      if (before + request.fen > paid.fen) throw new Refused('idempotency_conflict', 'more than was paid')
      const refund = { ...request, orderNumber: order.number, doneAt: at.toISOString() }
      refunds = [...refunds, refund]
      keep()
      return refund
    },
    statement: (day) => [
      ...orders.flatMap(({ number: orderNumber, transactions }) => transactions.map(({ number, fen, method, paidAt }): Line => ({ what: 'payment', number, orderNumber, fen, at: paidAt, method }))),
      ...refunds.map(({ number, orderNumber, fen, doneAt }): Line => ({ what: 'refund', number, orderNumber, fen, at: doneAt, method: 'refund' })),
    ].filter(({ at }) => dayInChina(new Date(at)) === day),
    reset: () => {
      [orders, refunds] = [[], []]
      keep()
    },
  }
}
