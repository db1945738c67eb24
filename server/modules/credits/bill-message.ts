// What a hospital's system says about a bill, signed as calls of the exchange are: the form of the message. Pure.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { isPlainDate } from '../../kernel/clock.ts'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })
const stamp = { iss: text(60), aud: text(300), jti: Type.String({ pattern: '^[\\w-]{16,64}$' }), iat: Type.Integer() }
const closed = { additionalProperties: false }
const fen = Type.Integer({ minimum: 0, maximum: 100_000_000 })

const billMessage = Type.Union([
  Type.Object({ ...stamp, action: Type.Literal('enter'), number: text(60), subject: Type.Object({ idNumber: text(18) }, closed), hospital: text(100), department: text(100), visitedOn: text(10), totalFen: fen, insuredFen: fen }, closed),
  Type.Object({ ...stamp, action: Type.Literal('settle'), number: text(60) }, closed),
  Type.Object({ ...stamp, action: Type.Literal('cancel'), number: text(60), reason: text(500) }, closed),
])

export type BillMessage = Static<typeof billMessage>
export type EnterMessage = Extract<BillMessage, { action: 'enter' }>

const messages = Compile(billMessage)

/** Undefined when it does not fit: a day that does not exist, more insured than billed. */
export const readBillMessage = (content: unknown): BillMessage | undefined => {
  if (!messages.Check(content)) return undefined
  return content.action !== 'enter' || (isPlainDate(content.visitedOn) && content.insuredFen <= content.totalFen && content.totalFen > 0) ? content : undefined
}
