// Who has a case: giving it back to everybody, or on to a colleague of the same authority. Taking one on is with the other actions.
// Nothing the applicant waits for stops meanwhile: the clock runs on, and the applicant reads who has it now.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { caseSchema } from './case-replies.ts'
import { acting, getCaseWithin } from './acting.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { actOnCase } from './handling.ts'
import { handlerRoles } from './standing-in.ts'

const uuid = Type.String({ format: 'uuid' })

export const assignmentRoutes = [
  route({
    method: 'GET', path: '/cases/:id/colleagues', operation: 'listColleagues', summary: 'Officials a case can be given to', permission: 'cases.accept',
    params: caseParams,
    reply: Type.Object({ colleagues: Type.Array(Type.Object({ id: uuid, name: Type.String(), unit: Type.String({ description: 'Where they work.' }) })) }, { description: 'Clerks, approvers and heads responsible for the place and line of the case, without whoever has it.' }),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getCaseWithin(app, principal, params.id)
      const found = await listStaffPostedTo(app.db.read, one, handlerRoles)
      return { colleagues: found.filter(({ id }) => id !== one.assigneeId) }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/put-back', operation: 'putBackCase', summary: 'Give a case back, for anybody to take on', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision }, { additionalProperties: false }), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'putBack', call.body.revision, (scene, one) => actOnCase(scene, one, 'putBack', {}, (next) => ({ ...next, assigneeId: null }))),
  }),
  route({
    method: 'POST', path: '/cases/:id/hand-over', operation: 'handOverCase', summary: 'Give a case to a colleague', permission: 'cases.accept',
    params: caseParams,
    body: Type.Object({ revision, to: Type.String({ format: 'uuid', description: 'One of the colleagues.' }), note: Type.String({ maxLength: 500, default: '', description: 'What the colleague should know; part of the history, not told to the applicant.' }) }, { additionalProperties: false }),
    reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'handOver', call.body.revision, async (scene, one) => {
      const to = (await listStaffPostedTo(scene.tx, one, handlerRoles)).find(({ id }) => id === call.body.to)
      if (!to || to.id === one.assigneeId) throw new Refusal('invalid', { to: call.body.to })
      return actOnCase(scene, one, 'handOver', { to: to.id, toName: to.name, ...(call.body.note ? { note: call.body.note } : {}) }, (next) => ({ ...next, assigneeId: to.id }))
    }),
  }),
]
