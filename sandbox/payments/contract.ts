// The published contract of a payment platform: schemas of its messages and the OpenAPI document made of them, so what is published is
// what is enforced. Amounts are whole fen; instants ISO 8601.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refused } from '../protocol.ts'

const number = (description: string) => Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description })
const fen = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Amount in fen.' })
const words = (max: number, description: string) => Type.String({ minLength: 1, maxLength: max, description })
const instant = Type.String({ format: 'date-time' })
const address = (description: string) => Type.String({ pattern: '^https?://', maxLength: 400, description })

export const OrderSchema = Type.Object(
  {
    number: number('The merchant\'s number of the order; the same number is the same order.'), fen,
    items: Type.Array(Type.Object({ name: words(200, 'What is paid for.'), payee: words(100, 'Whose account it goes to.'), fen, reference: words(64, 'The payee\'s own number.') }, { additionalProperties: false }), { minItems: 1, maxItems: 100, description: 'The amounts come to that of the order.' }),
    expiresAt: Type.String({ format: 'date-time', description: 'Until when it can be paid.' }), returnUrl: address('Where the payer goes afterwards.'), noticeUrl: address('Where notices are sent.'),
  },
  { additionalProperties: false },
)
export const RefundSchema = Type.Object(
  { number: number('The merchant\'s number of the refund; the same number gives back once.'), transactionNumber: number('What was paid with.'), fen, reason: words(40, 'Why.') },
  { additionalProperties: false },
)
export type OrderRequest = Static<typeof OrderSchema>
export type RefundRequest = Static<typeof RefundSchema>

const Transaction = Type.Object({ number: Type.String(), fen, method: Type.String(), paidAt: instant })
const OrderState = Type.Object({ number: Type.String(), state: Type.Enum(['open', 'paid', 'failed', 'closed']), fen, transactions: Type.Array(Transaction) })
const Notice = Type.Union([
  Type.Object({ event: Type.Literal('paid'), orderNumber: Type.String(), transaction: Transaction }),
  Type.Object({ event: Type.Enum(['failed', 'closed']), orderNumber: Type.String() }),
])
const Line = Type.Object({ what: Type.Enum(['payment', 'refund']), number: Type.String(), orderNumber: Type.String(), fen, at: instant, method: Type.String() })
const Problem = Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }), requestId: Type.String() })

const reader = <Schema extends Type.TSchema>(schema: Schema) => {
  const compiled = Compile(schema)
  return (body: unknown): Static<Schema> => {
    if (compiled.Check(body)) return body
    const [fault] = compiled.Errors(body)
    throw new Refused('invalid', `${fault?.instancePath || 'body'} ${fault?.message ?? 'is not valid'}`)
  }
}
const checkOrder = reader(OrderSchema)
export const readRefund = reader(RefundSchema)

/** @throws Refused invalid, also when the items do not come to the amount */
export const readOrder = (body: unknown): OrderRequest => {
  const order = checkOrder(body)
  if (order.items.reduce((sum, item) => sum + item.fen, 0) !== order.fen) throw new Refused('invalid', 'the items do not come to the amount of the order')
  return order
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const problems = (...codes: number[]) => Object.fromEntries(codes.map((code) => [code, { description: 'refused', ...json(Problem) }]))
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const header = (name: string, description: string) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })

export const paymentOpenApi = (url: string, algorithm: string): object => ({
  openapi: '3.1.0',
  info: { title: 'Payment platform (sandbox)', version: '1.0.0', description: `Simulated. No money moves. Notices are signed with ${algorithm}.` },
  servers: [{ url }], security: [{ key: [] }],
  paths: {
    '/v1/orders': { post: { operationId: 'createOrder', summary: 'Take an order; repeating it changes nothing', requestBody: { required: true, ...json(OrderSchema) }, responses: { 200: { description: 'known', ...json(Type.Object({ cashierUrl: Type.String() })) }, 201: { description: 'taken', ...json(Type.Object({ cashierUrl: Type.String() })) }, ...problems(400, 401, 409) } } },
    '/v1/orders/{number}': { get: { operationId: 'findOrder', summary: 'How an order stands', parameters: [inPath('number')], responses: { 200: { description: 'as it stands', ...json(OrderState) }, ...problems(401, 404) } } },
    '/v1/orders/{number}/close': { post: { operationId: 'closeOrder', summary: 'Take no more money for it; what was paid stays paid', parameters: [inPath('number')], responses: { 200: { description: 'as it stands', ...json(OrderState) }, ...problems(401, 404) } } },
    '/v1/refunds': { post: { operationId: 'refund', summary: 'Give back; repeating a number gives back once', requestBody: { required: true, ...json(RefundSchema) }, responses: { 200: { description: 'given back, or under way', ...json(Type.Object({ number: Type.String(), state: Type.Enum(['done', 'pending']), doneAt: Type.Optional(instant) })) }, ...problems(400, 401, 404, 409) } } },
    '/v1/statements/{day}': { get: { operationId: 'statement', summary: 'All payments and refunds of a day in China', parameters: [inPath('day')], responses: { 200: { description: 'the lines', ...json(Type.Object({ day: Type.String(), lines: Type.Array(Line) })) }, ...problems(400, 401) } } },
  },
  webhooks: {
    notice: {
      post: {
        summary: 'Sent to noticeUrl when an order is paid, fails or is closed; again until it is answered below 300, ten times at most',
        parameters: [header('x-payment-time', 'Seconds since 1970.'), header('x-payment-nonce', 'Never used twice.'), header('x-payment-signature', 'Base64; over time, nonce and the body as canonical JSON (keys in order, no spaces), each followed by a line feed.')],
        requestBody: { required: true, ...json(Notice) }, responses: { 200: { description: 'heard' } },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
})
