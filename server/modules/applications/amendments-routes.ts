// Starting to change or extend a result of mine.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { startAmendment } from './amending.ts'

export const amendmentRoutes = [
  route({
    method: 'POST', path: '/my-results/:id/amendments', operation: 'startAmendment', summary: 'Begin to change or extend a result of mine; what it says is taken over', permission: 'applications.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ service: Type.String({ maxLength: 100, description: 'The service that does it, as the result names it.' }) }, { additionalProperties: false }),
    status: 201, reply: Type.Object({ application: Type.String({ description: 'Id of the draft, to be filled in and handed in.' }) }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => ({ application: await startAmendment(app, personOf(principal), { result: params.id, service: body.service }, requestId) }),
  }),
]
