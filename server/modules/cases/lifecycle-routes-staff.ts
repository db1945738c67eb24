// The steps between acceptance and decision: looked through before, passed on from level to level, special procedures, a longer limit,
// an end without a decision; these two as somebody else has proposed them (proposal-routes-staff.ts). Administrative Licensing Law Art. 32, 37, 42, 45–48.
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue, type Service } from '../catalogue/index.ts'
import { acting } from './acting.ts'
import { proceduresOf } from './approval.ts'
import type { Case } from './case.ts'
import { caseSchema } from './case-replies.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { openProcedures, procedureKinds, type ProcedureRequest } from './course.ts'
import { actOnCase } from './handling.ts'
import { checkHearingDay } from './hearing-day.ts'
import { approve } from './proposing.ts'
import type { Scene } from './recording.ts'
import { opinion as headOpinion } from './result-routes-staff.ts'

const strict = { additionalProperties: false }
const opinion = Type.String({ maxLength: 2000, default: '', description: 'Kept in the history, not told to the applicant.' })
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'Reasons told to the applicant.' })

const serviceOf = async ({ app, tx }: { app: App; tx: Scene['tx'] }, one: Case): Promise<Service | undefined> => (await pinnedCatalogue(app, tx, one)).services[one.service]

/** @throws Refusal invalid */
const checkProcedure = (service: Service | undefined, { kind, heldOn, place }: ProcedureRequest, today: string, region: string): void => {
  if (!proceduresOf(service).includes(kind)) throw new Refusal('invalid', { kind })
  if (kind !== 'hearing') return
  if (heldOn === undefined || !place) throw new Refusal('invalid', { missing: heldOn === undefined ? 'heldOn' : 'place' })
  checkHearingDay(heldOn, today, region)
}

export const lifecycleRoutes = [
  route({
    method: 'POST', path: '/cases/:id/precheck', operation: 'precheckCase', summary: 'The documents have been looked through; the case can be accepted', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, opinion }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'precheck', call.body.revision, (scene, one) => actOnCase(scene, one, 'precheck', { opinion: call.body.opinion })),
  }),
  route({
    method: 'POST', path: '/cases/:id/forward', operation: 'forwardCase', summary: 'Pass a case on to the next level of approval', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, opinion: Type.String({ minLength: 2, maxLength: 2000, description: 'What this level finds; read by the next.' }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'forward', call.body.revision, (scene, one) => actOnCase(scene, one, 'forward', { opinion: call.body.opinion })),
  }),
  route({
    method: 'POST', path: '/cases/:id/send-back', operation: 'sendBackCase', summary: 'Send a case back to the level before', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, opinion: Type.String({ minLength: 2, maxLength: 2000, description: 'Why; read by the level before.' }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'sendBack', call.body.revision, (scene, one) => actOnCase(scene, one, 'sendBack', { opinion: call.body.opinion })),
  }),
  route({
    method: 'POST', path: '/cases/:id/extend', operation: 'extendCase', summary: 'The head extends the limit, once, as proposed', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, opinion: headOpinion }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'extend', call.body.revision, (scene, one) => approve(scene, one, call.body.opinion)),
  }),
  route({
    method: 'POST', path: '/cases/:id/procedures', operation: 'beginProcedure', summary: 'Begin a hearing, inspection, test, quarantine, appraisal or expert review; the clock stands still', permission: 'cases.accept',
    params: caseParams,
    body: Type.Object({
      revision, kind: Type.Enum([...procedureKinds]), days: Type.Integer({ minimum: 1, maximum: 120, description: 'Working days it is expected to take; told to the applicant.' }), reasons,
      heldOn: Type.Optional(Type.String({ format: 'date', description: 'Hearings: the day; at least seven working days ahead.' })), place: Type.Optional(Type.String({ minLength: 2, maxLength: 200, description: 'Hearings: where.' })),
    }, strict),
    reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'beginProcedure', call.body.revision, async (scene, one) => {
      const { revision: _seen, ...asked } = call.body
      checkProcedure(await serviceOf(scene, one), asked, plainDate(scene.at), one.region)
      return actOnCase(scene, one, 'beginProcedure', asked)
    }),
  }),
  route({
    method: 'POST', path: '/cases/:id/procedures/:procedure/end', operation: 'endProcedure', summary: 'End a special procedure; the clock runs again when no other goes on', permission: 'cases.accept',
    params: Type.Object({ ...caseParams.properties, procedure: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ revision, outcome: Type.String({ minLength: 2, maxLength: 2000, description: 'What came out; told to the applicant.' }), record: Type.String({ maxLength: 20_000, default: '', description: 'Hearings: the record (听证笔录); the decision rests on it.' }) }, strict),
    reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'endProcedure', call.body.revision, async (scene, one) => {
      const open = openProcedures(one.course).find(({ id }) => id === call.params.procedure)
      if (!open) throw new Refusal('not_found')
      if (open.kind === 'hearing' && call.body.record.trim() === '') throw new Refusal('invalid', { missing: 'record' })
      return actOnCase(scene, one, 'endProcedure', { procedure: open.id, kind: open.kind, outcome: call.body.outcome, ...(call.body.record ? { record: call.body.record } : {}) })
    }),
  }),
  route({
    method: 'POST', path: '/cases/:id/terminate', operation: 'terminateCase', summary: 'End a case without a decision, as proposed: the applicant has died or ceased, or what it is about is gone', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, opinion: headOpinion }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'terminate', call.body.revision, (scene, one) => approve(scene, one, call.body.opinion)),
  }),
]
