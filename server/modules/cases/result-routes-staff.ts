// What officials do with a result after the decision: hand it over, correct it, and the head's word on revoking or cancelling it, which
// somebody else has proposed (proposal-routes-staff.ts). Administrative Licensing Law Art. 44, 69, 70.
import { Type } from 'typebox'
import { route } from '../../module.ts'
import { acting } from './acting.ts'
import { caseSchema } from './case-replies.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { actOnCase } from './handling.ts'
import { approve } from './proposing.ts'
import { correctResult } from './resulting.ts'

const strict = { additionalProperties: false }
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'Reasons told to whom the result belongs.' })
export const opinion = Type.String({ maxLength: 2000, default: '', description: 'Of the head; kept in the history.' })

export const resultRoutes = [
  route({
    method: 'POST', path: '/cases/:id/deliver', operation: 'deliverResult', summary: 'The result has been handed over', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, how: Type.Enum(['counter', 'post', 'online'], { description: 'Fetched at the counter, sent by post, handed over online.' }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'deliver', call.body.revision, (scene, one) => actOnCase(scene, one, 'deliver', { how: call.body.how })),
  }),
  route({
    method: 'POST', path: '/cases/:id/result/correct', operation: 'correctResult', summary: 'Correct an error in a result; the old edition is kept', permission: 'cases.decide',
    params: caseParams,
    body: Type.Object({
      revision, reasons, values: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ minLength: 1, maxLength: 500 }))),
      asPutRight: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100, description: 'Values written as they were put right since (`toCorrect` of the result).' })),
    }, strict),
    reply: caseSchema, refusals: [...refusals, 'invalid_answers'],
    handle: (app, call) => acting(app, call, call.params.id, 'correctResult', call.body.revision, (scene, one, siblings) => correctResult(scene, one, siblings, call.body, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/cases/:id/result/revoke', operation: 'revokeResult', summary: 'The head revokes a result, as proposed', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, opinion }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'revoke', call.body.revision, (scene, one) => approve(scene, one, call.body.opinion)),
  }),
  route({
    method: 'POST', path: '/cases/:id/result/cancel', operation: 'cancelResult', summary: 'The head cancels a result, as proposed', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, opinion }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'cancel', call.body.revision, (scene, one) => approve(scene, one, call.body.opinion)),
  }),
]
