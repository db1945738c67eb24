// Where the payment platform tells us of an order. Nobody logs in here: the signature says who speaks.
import { Type, type Static } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { heed, type Notice } from './heeding.ts'

const number = Type.String({ minLength: 1, maxLength: 64 })
const closed = { additionalProperties: false }

const noticeSchema = Type.Object(
  {
    event: Type.Enum(['paid', 'failed', 'closed']), orderNumber: number,
    transaction: Type.Optional(Type.Object({ number, fen: Type.Integer({ minimum: 1 }), method: Type.String({ maxLength: 40 }), paidAt: Type.String({ format: 'date-time' }) }, { ...closed, description: 'Of what was paid.' })),
  },
  { ...closed, description: 'What became of an order; signed in the headers x-payment-time (seconds since 1970), x-payment-nonce and x-payment-signature (base64) over time, nonce and the body in canonical JSON, one a line.' },
)

const header = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '')

/** A payment comes with its transaction, anything else without. */
const noticeIn = ({ event, orderNumber, transaction }: Static<typeof noticeSchema>): Notice | undefined => {
  if (event === 'paid') return transaction && { event, orderNumber, transaction }
  return transaction ? undefined : { event, orderNumber }
}

export const platformRoutes = [
  route({
    method: 'POST', path: '/payments/notices', operation: 'takePaymentNotice', summary: 'The payment platform tells what became of an order; repeating it changes nothing', permission: 'payments.notify',
    body: noticeSchema, reply: Type.Object({ heard: Type.Boolean() }), refusals: ['invalid', 'bad_signature', 'not_found', 'conflict'],
    handle: async (app, { body, raw, requestId }) => {
      const { 'x-payment-time': time, 'x-payment-nonce': nonce, 'x-payment-signature': signature } = raw.headers
      const notice = noticeIn(body)
      if (!notice) throw new Refusal('invalid', { transaction: 'missing' })
      await heed(app, { time: header(time), nonce: header(nonce).slice(0, 100), signature: header(signature) }, notice, requestId)
      return { heard: true }
    },
  }),
]
