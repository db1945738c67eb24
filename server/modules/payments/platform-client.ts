// Speaks the published contract of a payment platform over HTTP. Answers are checked before they count; a platform that is away, slow or
// odd is an error, never an answer.
import { Type, type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import type { PaymentProvider } from './provider.ts'

const patienceMs = 8000

const instant = Type.String({ format: 'date-time' })
const fen = Type.Integer({ minimum: 1 })
const Created = Type.Object({ cashierUrl: Type.String({ pattern: '^(https?://|/)' }) })
const Order = Type.Object({ state: Type.Enum(['open', 'paid', 'failed', 'closed']), transactions: Type.Array(Type.Object({ number: Type.String({ minLength: 1, maxLength: 64 }), fen, method: Type.String({ maxLength: 40 }), paidAt: instant })) })
const Refunded = Type.Object({ state: Type.Enum(['done', 'pending']), doneAt: Type.Optional(instant) })
const Statement = Type.Object({
  lines: Type.Array(Type.Object({ what: Type.Enum(['payment', 'refund']), number: Type.String({ minLength: 1, maxLength: 64 }), orderNumber: Type.String({ maxLength: 64 }), fen, at: instant, method: Type.String({ maxLength: 40 }) })),
})

const reader = <Schema extends TSchema>(schema: Schema) => {
  const compiled = Compile(schema)
  return (body: unknown): Static<Schema> => {
    if (compiled.Check(body)) return body
    throw new Error('the payment platform answered something else than its contract says')
  }
}
const [readCreated, readOrder, readRefunded, readStatement] = [reader(Created), reader(Order), reader(Refunded), reader(Statement)]

export const platformClient = ({ url, key }: { url: string; key: string }): PaymentProvider => {
  /** undefined: 404 */
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`${url}${path}`, {
      method, signal: AbortSignal.timeout(patienceMs), headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (reply.status === 404) return undefined
    if (!reply.ok) throw new Error(`the payment platform answered ${reply.status}`)
    return reply.json()
  }
  return {
    createOrder: async ({ number, fen: amount, items, expiresAt }, { returnUrl, noticeUrl }) =>
      readCreated(await ask('POST', '/v1/orders', { number, fen: amount, items: items.map(({ name, payee, fen: part, caseNumber }) => ({ name, payee: payee.name, fen: part, reference: caseNumber })), expiresAt, returnUrl, noticeUrl })),
    findOrder: async (number) => {
      const body = await ask('GET', `/v1/orders/${number}`)
      return body === undefined ? undefined : readOrder(body)
    },
    closeOrder: async (number) => void (await ask('POST', `/v1/orders/${number}/close`, {})),
    refund: async ({ number, transactionNumber, fen: amount, reason }) => {
      const { state, doneAt } = readRefunded(await ask('POST', '/v1/refunds', { number, transactionNumber, fen: amount, reason }))
      return state === 'done' ? doneAt : undefined
    },
    statement: async (day) => readStatement(await ask('GET', `/v1/statements/${day}`)).lines,
  }
}

/** @throws Refusal unavailable where no platform is configured: then fees are paid at windows */
export const providerOf = ({ config }: Pick<App, 'config'>): PaymentProvider => {
  if (!config.payment) throw new Refusal('unavailable', { payment: 'none' })
  return platformClient(config.payment)
}
