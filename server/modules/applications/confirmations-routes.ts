// Confirming at a window over HTTP: how it stands, signing there or asking on the phone, and the applicant's own word.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { confirm, findStanding, requestConfirmation } from './confirming.ts'

const own = Type.Object({ id: Type.String({ format: 'uuid' }) })
const closed = { additionalProperties: false }
const refusals = ['not_found', 'invalid', 'not_allowed_now', 'not_offered'] as const

const standingSchema = Type.Object(
  {
    needed: Type.Boolean({ description: 'Whoever asks cannot hand in without it.' }), state: Type.Enum(['none', 'asked', 'confirmed']),
    how: Type.Union([Type.Enum(['signature', 'phone']), Type.Null()]), at: Type.Union([Type.String(), Type.Null()]),
    content: Type.String({ description: 'Digest of what is to be agreed to.' }),
  },
  { description: 'Whether the applicant agrees to the draft as it stands.' },
)

const stroke = Type.Array(Type.Integer({ minimum: 0, maximum: 1000 }), { minItems: 2, maxItems: 2000, description: 'x and y, one after the other.' })

export const confirmationRoutes = [
  route({
    method: 'GET', path: '/applications/:id/confirmation', operation: 'getConfirmation', summary: 'Whether the applicant agrees to the draft as it stands', permission: 'applications.own',
    params: own, reply: standingSchema, refusals, handle: (app, { principal, params }) => findStanding(app, personOf(principal), params.id),
  }),
  route({
    method: 'PUT', path: '/applications/:id/confirmation', operation: 'requestConfirmation', summary: 'At a window: keep the applicant’s signature, or ask them on their phone', permission: 'applications.own',
    params: own, body: Type.Object({ signature: Type.Union([Type.Array(stroke, { minItems: 1, maxItems: 200 }), Type.Null()], { description: 'Strokes in a field of 1000 × 400; null asks on the phone.' }) }, closed), reply: standingSchema,
    refusals, handle: (app, { principal, params, body, requestId }) => requestConfirmation(app, personOf(principal), params.id, body.signature, requestId),
  }),
  route({
    method: 'POST', path: '/applications/:id/confirmation', operation: 'confirmApplication', summary: 'On one’s own device: agree to what was typed at the window', permission: 'applications.own',
    params: own, body: Type.Object({ content: Type.String({ maxLength: 100, description: 'Digest of what was shown.' }) }, closed), reply: standingSchema,
    refusals: [...refusals, 'conflict', 'while_acting'], handle: (app, { principal, params, body, requestId }) => confirm(app, personOf(principal), params.id, body.content, requestId),
  }),
]
