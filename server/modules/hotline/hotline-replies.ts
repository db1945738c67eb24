// What the agent's screen is told of a call and its caller.
import { Type, type Static } from 'typebox'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { listRequestsOfDigest, phoneDigestOf, requestKinds, requestStates } from '../requests/index.ts'
import { callStates, maskedNumber, wrapUps, type Call } from './call.ts'
import { countOfNumber } from './calls-store.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const waitingSchema = Type.Object({
  id: text, line: text, phone: orNull(Type.String({ description: 'Masked.' })), front: Type.Boolean(), handedOver: Type.Boolean({ description: 'From the assistant: whoever takes it calls back.' }), rangAt: text,
})

export const callSchema = Type.Object({
  id: text, line: text, state: Type.Enum(callStates), front: Type.Boolean(), phone: orNull(text), name: orNull(text), transcript: Type.Array(Type.Object({ who: Type.Enum(['person', 'assistant']), text })),
  note: text, wrapUp: orNull(Type.Enum(wrapUps)), rangAt: text, answeredAt: orNull(text), hungUpAt: orNull(text),
  caller: Type.Object({
    callsToday: Type.Integer({ description: 'Calls from this number within 24 hours, this one included.' }), names: Type.Array(text, { description: 'Names given with earlier requests.' }),
    requests: Type.Array(Type.Object({
      id: text, number: text, title: text, kind: Type.Enum(requestKinds), state: Type.Enum(requestStates), receivedAt: text, dueAt: orNull(text), unit: orNull(text), front: Type.Boolean(), category: orNull(text),
      ofThisCall: Type.Boolean(),
    }), { description: 'Earlier requests of this number, newest first.' }),
  }),
})

export const toWaiting = ({ id, line, phone, front, transcript, rangAt }: Call): Static<typeof waitingSchema> => ({ id, line, phone: phone && maskedNumber(phone), front, handedOver: transcript.length > 0, rangAt })

const dayMs = 24 * 3_600_000
const mostEarlier = 12

export const toCallReply = async (app: App, call: Call): Promise<Static<typeof callSchema>> => {
  const digest = call.phone === null ? null : phoneDigestOf(call.phone)
  const [earlier, callsToday] = digest === null ? [[], 1] : await Promise.all([listRequestsOfDigest(app.db.read, digest, mostEarlier), countOfNumber(app.db.read, digest, new Date(app.clock.now().getTime() - dayMs))])
  const unitName = ({ unit, region }: (typeof earlier)[number]): string | null => (unit ? (authorityOf(app.packs.catalogueFor(region), unit.line, unit.region)?.name['zh-CN'] ?? null) : null)
  const { id, line, state, front, phone, name, transcript, note, wrapUp, rangAt, answeredAt, hungUpAt } = call
  return {
    id, line, state, front, phone, name, transcript, note, wrapUp, rangAt, answeredAt, hungUpAt,
    caller: {
      callsToday, names: [...new Set(earlier.flatMap(({ contact }) => contact.name ?? []))].slice(0, 3),
      requests: earlier.map((one) => ({
        id: one.id, number: one.number, title: one.title, kind: one.kind, state: one.state, receivedAt: one.receivedAt, dueAt: one.dueAt, unit: unitName(one), front: one.front, category: one.category, ofThisCall: one.course.callId === call.id,
      })),
    },
  }
}
