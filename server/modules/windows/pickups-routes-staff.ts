// Pick-up codes at a window over HTTP: what waits under one, handing it out, the slip.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { findWaiting, getSlip, handOutByCode } from './handing-out-by-code.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const code = Type.String({ pattern: '^\\d{8}$', description: 'Seven digits and a check digit.' })
const results = Type.Array(Type.Object({ number: text, name: textsSchema }))
const handed = Type.Array(Type.Object({ number: text, name: textsSchema, caseId: text }))
const strokes = Type.Array(Type.Array(Type.Number(), { maxItems: 4000 }), { maxItems: 200, description: 'Strokes of a pen in a field of 1000 × 400.' })

export const pickupRoutes = [
  route({
    method: 'POST', path: '/window/pickups/find', operation: 'findPickup', summary: 'What waits here under a pick-up code', permission: 'windows.serve', body: Type.Object({ code }, closed),
    reply: Type.Object({ pickup: text, person: Type.String({ description: 'Shortened.' }), fetcher: Type.Union([text, Type.Null()], { description: 'Whom the person named to fetch it.' }), expiresOn: text, results }),
    refusals: ['invalid', 'not_allowed_now', 'pickup_code', 'too_many'],
    handle: (app, { principal, body, requestId }) => findWaiting(app, staffOf(principal), body.code, requestId),
  }),
  route({
    method: 'POST', path: '/window/pickups/hand-out', operation: 'handOutByCode', summary: 'Hand out everything that waits under a code, against a signature; once', permission: 'windows.serve',
    body: Type.Object({ code, name: Type.String({ minLength: 1, maxLength: 50, description: 'Who signs.' }), signature: strokes }, closed), reply: Type.Object({ pickup: text }), refusals: ['invalid', 'not_allowed_now', 'pickup_code', 'handed_out', 'fee_owed', 'too_many'],
    handle: (app, { principal, body, requestId }) => handOutByCode(app, staffOf(principal), body.code, body, requestId),
  }),
  route({
    method: 'GET', path: '/window/pickups/:pickup/slip', operation: 'getPickupSlip', summary: 'The slip of what was handed out with a code', permission: 'windows.serve', params: Type.Object({ pickup: Type.String({ format: 'uuid' }) }),
    reply: Type.Object({ pickup: text, hall: textsSchema, person: text, received: text, by: text, handedAt: text, signature: strokes, results: handed }), refusals: ['not_found', 'invalid'],
    handle: (app, { principal, params }) => getSlip(app, staffOf(principal), params.pickup),
  }),
]
