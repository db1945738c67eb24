// One order at the payment platform: fees of one application that are paid together, each with the authority it belongs to. Pure.
import type { Fee } from './fee.ts'

export const orderOutcomes = ['paid', 'failed', 'expired', 'closed'] as const
export type OrderOutcome = (typeof orderOutcomes)[number]

export type OrderItem = { feeId: string; caseNumber: string; name: string; payee: { line: string; region: string; name: string }; fen: number }

export type PaymentOrder = {
  id: string
  /** ours, told to the platform */
  number: string
  applicationId: string
  personId: string
  region: string
  fen: number
  items: OrderItem[]
  cashierUrl: string | null
  createdAt: string
  expiresAt: string
  endedAt: string | null
  outcome: OrderOutcome | null
}

/** How long the cashier takes an order. */
export const orderLifeMs = 30 * 60_000

/** Money that arrived for an order; `number` is the platform's. */
export type Transaction = { number: string; fen: number; method: string; paidAt: string }

/** How we came to know of it. */
export type HeardBy = 'notice' | 'query' | 'statement'

/** Thirty-two letters and digits: what payment platforms take as an order number. */
export const orderNumber = (id: string): string => id.replaceAll('-', '')

export const isOpen = ({ outcome }: Pick<PaymentOrder, 'outcome'>): boolean => outcome === null

export const hasRunOut = ({ expiresAt }: Pick<PaymentOrder, 'expiresAt'>, now: Date): boolean => now >= new Date(expiresAt)

export type RefundReason = 'twice' | 'ended' | 'refused' | 'official'

/** `fen` of the transaction, for one fee of it. */
export type Refund = { id: string; number: string; transactionNumber: string; orderId: string; feeId: string | null; personId: string; region: string; fen: number; reason: RefundReason; askedAt: string; doneAt: string | null }

/** @param nameOf what the payee and the item are called */
export const orderOf = (fees: readonly (Fee & { fen: number })[], { id, at }: { id: string; at: Date }, nameOf: (fee: Fee) => { item: string; payee: string }): PaymentOrder => {
  const [first] = fees
  if (!first) throw new Error('an order pays for something')
  return {
    id, number: orderNumber(id), applicationId: first.applicationId, personId: first.personId, region: first.region, fen: fees.reduce((sum, { fen }) => sum + fen, 0),
    items: fees.map((fee) => ({ feeId: fee.id, caseNumber: fee.caseNumber, name: nameOf(fee).item, payee: { line: fee.line, region: fee.region, name: nameOf(fee).payee }, fen: fee.fen })),
    cashierUrl: null, createdAt: at.toISOString(), expiresAt: new Date(at.getTime() + orderLifeMs).toISOString(), endedAt: null, outcome: null,
  }
}
