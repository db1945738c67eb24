// What the product needs of a payment platform, whoever runs it. The adapter to one that speaks the published contract is
// platform-client.ts; the contract itself is the OpenAPI document of the sandbox's platform.
import type { PaymentOrder, Refund, Transaction } from './order.ts'

/** An order as the platform knows it. `open` may still be paid. */
export type ProviderOrder = { state: 'open' | 'paid' | 'failed' | 'closed'; transactions: Transaction[] }

/** One line of a day's statement; `number` is the platform's transaction, or our refund. Amounts in fen. */
export type StatementLine = { what: 'payment' | 'refund'; number: string; orderNumber: string; fen: number; at: string; method: string }

export type PaymentProvider = {
  /** Safe to repeat: the same order is taken once. @returns where the person pays */
  createOrder: (order: PaymentOrder, addresses: { returnUrl: string; noticeUrl: string }) => Promise<{ cashierUrl: string }>
  /** undefined: never heard of it */
  findOrder: (number: string) => Promise<ProviderOrder | undefined>
  /** No more money is taken for it; one that was paid stays paid. */
  closeOrder: (number: string) => Promise<void>
  /** Safe to repeat: a refund number gives back once. @returns the instant it was done; undefined while it goes on */
  refund: (refund: Refund) => Promise<string | undefined>
  /** @param day 'YYYY-MM-DD' in China; complete once the day is over */
  statement: (day: string) => Promise<StatementLine[]>
}
