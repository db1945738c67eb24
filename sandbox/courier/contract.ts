// The courier's published contract: schemas of its messages and the OpenAPI document made of them. Another courier may follow it, or not.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refused } from '../protocol.ts'

const text = (max: number, description: string) => Type.String({ maxLength: max, description })

export const PlaceSchema = Type.Object({ name: text(100, 'Name of the person or office.'), phone: text(30, 'Phone the courier calls.'), address: text(400, 'Address down to the door.') }, { additionalProperties: false })
export const ConsignmentSchema = Type.Object({
  sender: PlaceSchema, receiver: PlaceSchema, contents: text(1000, 'What is in it, as the label says.'), pays: Type.Enum(['sender', 'receiver'], { description: 'Who pays.' }),
  callback: Type.String({ pattern: '^https?://', maxLength: 400, description: 'Where reports are pushed.' }),
}, { additionalProperties: false })
export const EventSchema = Type.Object({
  seq: Type.Integer({ minimum: 1, description: 'Numbers the reports on one consignment; they may arrive late, twice and in any order.' }),
  kind: Type.Enum(['booked', 'collected', 'passed', 'outForDelivery', 'delivered', 'declinedByReceiver', 'undeliverable', 'returned', 'lost', 'cancelled']),
  at: Type.String({ format: 'date-time' }), place: Type.String(), note: Type.String(),
})
const Consigned = Type.Object({ number: Type.String(), sorting: Type.String({ description: 'Printed large on the label.' }), events: Type.Array(EventSchema) })
const Problem = Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }), requestId: Type.String() })

export type Place = Static<typeof PlaceSchema>
export type Request = Static<typeof ConsignmentSchema>
export type Event = Static<typeof EventSchema>

const consignment = Compile(ConsignmentSchema)

/** @throws Refused invalid */
export const readConsignment = (body: unknown): Request => {
  if (!consignment.Check(body)) throw new Refused('invalid', 'the body is no consignment')
  return body
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const problems = (...codes: number[]) => Object.fromEntries(codes.map((code) => [code, { description: 'refused', ...json(Problem) }]))
const number = { name: 'number', in: 'path', required: true, schema: { type: 'string' } }

export const courierOpenApi = (url: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Courier (sandbox)', version: '1.0.0',
    description: 'Simulated courier. Reports are pushed to `callback` as `{number, event}` with the header `courier-signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body" with the key, hexadecimal>`; any answer below 300 counts as heard, everything else is tried again a few times.',
  },
  servers: [{ url }], security: [{ key: [] }],
  paths: {
    '/v1/consignments': { post: {
      operationId: 'book', summary: 'Book a pick-up. The same key with the same body is the same consignment.', parameters: [{ name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } }],
      requestBody: { required: true, ...json(ConsignmentSchema) }, responses: { 200: { description: 'booked earlier under this key', ...json(Consigned) }, 201: { description: 'booked', ...json(Consigned) }, ...problems(400, 401, 409, 422) },
    } },
    '/v1/consignments/{number}': { get: { operationId: 'track', summary: 'Everything reported so far', parameters: [number], responses: { 200: { description: 'as it stands', ...json(Consigned) }, ...problems(401, 404) } } },
    '/v1/consignments/{number}/cancel': { post: { operationId: 'cancel', summary: 'Cancel before it is collected', parameters: [number], responses: { 200: { description: 'cancelled', ...json(Consigned) }, ...problems(401, 404, 409) } } },
  },
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
})
