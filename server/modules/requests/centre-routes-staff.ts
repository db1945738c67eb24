// The request centre, its agents and the arbiter over HTTP: take in for somebody, put right, send, review what came back, rule, join, split,
// answer at once, hand over, decline, call back, look at who reports.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { authoriseStep } from './access.ts'
import { answerAtOnce, centreOf, correct, decline, dispatch, dispute, handOver, keep, leave, needsArbiter, rule } from './centre.ts'
import { stepping } from './handling.ts'
import { join, part, split } from './joining.ts'
import { updatePublicationHidden } from './publications-store.ts'
import { receiveRequest } from './receiving.ts'
import { auditRequest, takeStep, type Scene } from './recording.ts'
import { rate, redo } from './reporting.ts'
import { grades, requestKinds, requestStates, urgencies } from './request.ts'
import { requestLimits, type CitizenRequest } from './request-record.ts'
import { orNull } from './request-replies.ts'
import { redoBody, reportBody } from './requests-routes-citizen.ts'
import { answerBody, requestParams, staffReplyOf, step, stepBody, stepRefusals, unitBody, words } from './requests-routes-staff.ts'
import { findRequestByNumber, getRequestForUpdate, listRequestsForUpdate, updateRequest } from './requests-store.ts'
import { staffSchema } from './staff-replies.ts'

const closed = { additionalProperties: false } as const
const text = Type.String()
const perhaps = Type.String({ maxLength: requestLimits.words, default: '' })
const category = Type.String({ pattern: '^[a-z][a-z0-9/-]*$', maxLength: 120 })

/** Where an agent, a dispatcher or a window may take requests in: their place and everything in it. */
const mayTakeIn = (principal: Principal, region: string): boolean => jurisdictionFilter(principal, ['agent', 'dispatcher', 'window']).some(({ regionPrefix }) => region.startsWith(regionPrefix) || regionCovers(region, `${regionPrefix}0000`.slice(0, 6)))

/** A step on a request and the one it follows; both are held in the order of their ids. */
const onBoth = async (app: App, { principal, requestId }: { principal: Principal; requestId: string }, ids: { id: string; lead: string | null }, seen: number, action: 'join' | 'part', work: (scene: Scene, one: CitizenRequest, lead: CitizenRequest | undefined) => Promise<CitizenRequest>) =>
  staffReplyOf(app, principal, await app.db.transaction(async (tx) => {
    const held = await listRequestsForUpdate(tx, [ids.id, ...(ids.lead === null ? [] : [ids.lead])])
    const [one, lead] = [held.find(({ id }) => id === ids.id), held.find(({ id }) => id === ids.lead)]
    if (!one) throw new Refusal('not_found')
    authoriseStep(principal, one, [], action)
    if (lead) authoriseStep(principal, lead, [], action)
    if (one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    return work({ app, tx, principal, requestId, at: app.clock.now() }, one, lead)
  }))

/** Units disagree as often as they may: only an arbiter decides now. */
const notDisputed = (scene: Scene, one: CitizenRequest): void => {
  if (needsArbiter(scene, one)) throw new Refusal('not_allowed_now', { state: one.state, action: 'dispatch', because: 'arbiter' })
}

export const centreRequestRoutes = [
  route({
    method: 'POST', path: '/requests', operation: 'takeRequest', summary: 'Take one in for somebody: on the telephone, at a window', permission: 'requests.take', status: 201,
    body: Type.Object({
      key: reportBody.key, kind: reportBody.kind, title: reportBody.title, text: reportBody.text, category: reportBody.category, place: reportBody.place, anonymous: reportBody.anonymous, openName: reportBody.openName, mayPublish: reportBody.mayPublish,
      channel: Type.Enum(['hotline', 'window', 'kiosk'], { default: 'hotline' }),
      contact: Type.Object({ name: Type.Optional(Type.String({ maxLength: 60 })), phone: Type.Optional(Type.String({ pattern: '^[0-9+\\- ]{5,20}$' })), email: Type.Optional(Type.String({ maxLength: 120 })) }, closed), callId: Type.Optional(Type.String({ maxLength: 60 })),
    }, closed),
    reply: Type.Object({ id: text, number: text, token: text, state: Type.Enum(requestStates), dueAt: orNull(text), front: Type.Boolean(), again: Type.Boolean() }), refusals: ['invalid', 'not_offered', 'not_found', 'too_many', 'conflict', 'too_many_files'],
    handle: async (app, { principal, requestId, body: { callId, ...told } }) => {
      if (told.place?.region !== undefined && !mayTakeIn(principal, told.place.region)) throw new Refusal('not_found', { region: told.place.region })
      const { id, number, token, state, dueAt, front, again } = await receiveRequest(app, { ...told, key: `staff ${told.key}`, ...(callId ? { callId } : {}) }, { principal, requestId })
      return { id, number, token, state, dueAt, front, again }
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/correct', operation: 'correctRequest', summary: 'Put right what the machine understood; the clock goes on', permission: 'requests.take',
    params: requestParams, body: stepBody({ category: Type.Optional(category), kind: Type.Optional(Type.Enum(requestKinds)), urgency: Type.Optional(Type.Enum(urgencies)), region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })), front: Type.Optional(Type.Boolean()) }),
    reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'correct', correct),
  }),
  route({
    method: 'POST', path: '/requests/:id/dispatch', operation: 'dispatchRequest', summary: 'Send it to the unit the duty list names, or to another with a reason', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({ unit: Type.Optional(unitBody), why: perhaps }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'dispatch', (scene, one, { unit, why }) => {
      notDisputed(scene, one)
      return dispatch(scene, one, unit, why)
    }),
  }),
  route({
    method: 'POST', path: '/requests/:id/keep', operation: 'keepRequest', summary: 'It stays with the unit that sent it back', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({ why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'keep', (scene, one, { why }) => {
      notDisputed(scene, one)
      return keep(scene, one, why)
    }),
  }),
  route({
    method: 'POST', path: '/requests/:id/dispute', operation: 'disputeRequest', summary: 'Have the arbiter rule who is responsible', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({ why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'dispute', (scene, one, { why }) => dispute(scene, one, why)),
  }),
  route({
    method: 'POST', path: '/requests/:id/rule', operation: 'ruleOnRequest', summary: 'Rule which unit handles it; the duty list learns from it', permission: 'requests.arbitrate',
    params: requestParams, body: stepBody({ unit: unitBody, why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'rule', (scene, one, { unit, why }) => rule(scene, one, unit, why)),
  }),
  route({
    method: 'POST', path: '/requests/:id/answer-at-once', operation: 'answerRequestAtOnce', summary: 'Answer what somebody only wanted to know', permission: 'requests.take',
    params: requestParams, body: stepBody(answerBody), reply: staffSchema, refusals: [...stepRefusals, 'findings'],
    handle: (app, call) => step(app, call, 'answer', answerAtOnce),
  }),
  route({
    method: 'POST', path: '/requests/:id/split', operation: 'splitRequest', summary: 'One part for each unit; the reporter gets one answer', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({ pieces: Type.Array(Type.Object({ text: words, unit: Type.Optional(unitBody), category: Type.Optional(category) }, closed), { minItems: 2, maxItems: requestLimits.children }) }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'split', (scene, one, { pieces }) => split(scene, one, pieces, centreOf(scene, one.region))),
  }),
  route({
    method: 'POST', path: '/requests/:id/join', operation: 'joinRequest', summary: 'It is the same as another one, which leads', permission: 'requests.take',
    params: requestParams, body: stepBody({ lead: Type.String({ maxLength: 40, description: 'Id or number of the one that leads.' }) }), reply: staffSchema, refusals: stepRefusals,
    handle: async (app, call) => {
      const { lead, revision } = call.body
      const found = /^[0-9a-f-]{36}$/.test(lead) ? lead : (await findRequestByNumber(app.db.read, lead))?.id
      if (found === undefined) throw new Refusal('invalid', { lead })
      return onBoth(app, call, { id: call.params.id, lead: found }, revision, 'join', (scene, one, other) => {
        if (!other) throw new Refusal('invalid', { lead })
        return join(scene, one, other)
      })
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/part', operation: 'partRequest', summary: 'It is not the same after all', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({}), reply: staffSchema, refusals: stepRefusals,
    handle: async (app, call) => {
      const one = await app.db.transaction((tx) => getRequestForUpdate(tx, call.params.id))
      return onBoth(app, call, { id: one.id, lead: one.parentId }, call.body.revision, 'part', part)
    },
  }),
  route({
    method: 'POST', path: '/requests/:id/hand-over', operation: 'handOverRequest', summary: 'It is really a service: lead the reporter to it', permission: 'requests.read',
    params: requestParams, body: stepBody({ target: Type.Object({ type: Type.Enum(['service', 'matter']), id: Type.String({ maxLength: 100 }) }, closed), words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'handOver', (scene, one, body) => handOver(scene, one, body.target, body.words)),
  }),
  route({
    method: 'POST', path: '/requests/:id/decline', operation: 'declineRequest', summary: 'It is not taken up, with the reason the reporter reads', permission: 'requests.dispatch',
    params: requestParams, body: stepBody({ why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'decline', (scene, one, { why }) => decline(scene, one, why)),
  }),
  route({
    method: 'POST', path: '/requests/:id/leave', operation: 'leaveRequestUnsolved', summary: 'Answered but not solved, and said so', permission: 'requests.take',
    params: requestParams, body: stepBody({ why: words }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'leave', (scene, one, { why }) => leave(scene, one, why)),
  }),
  route({
    method: 'POST', path: '/requests/:id/call-back', operation: 'callBackRequest', summary: 'What the reporter said on the telephone: grade, solved or not', permission: 'requests.take',
    params: requestParams, body: stepBody({ grade: Type.Enum(grades), solved: Type.Boolean(), words: perhaps }), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'rate', rate),
  }),
  route({
    method: 'POST', path: '/requests/:id/redo', operation: 'redoRequest', summary: 'The reporter is not satisfied: done again by the unit above', permission: 'requests.take',
    params: requestParams, body: stepBody(redoBody.properties), reply: staffSchema, refusals: stepRefusals,
    handle: (app, call) => step(app, call, 'redo', (scene, one, { why, parts }) => redo(scene, one, why, parts)),
  }),
  route({
    method: 'POST', path: '/requests/:id/unmask', operation: 'unmaskRequest', summary: 'Look at who reports, with a reason that is kept', permission: 'requests.unmask',
    params: requestParams, body: Type.Object({ reason: words }, closed), reply: staffSchema, refusals: stepRefusals,
    handle: async (app, call) => staffReplyOf(app, call.principal, await stepping(app, call, call.params.id, 'unmask', null, (scene, one) => takeStep(scene, one, { action: 'unmask', words: call.body.reason })), true),
  }),
  route({
    method: 'POST', path: '/requests/:id/hide', operation: 'hidePublicRequest', summary: 'Take it off the public page', permission: 'requests.dispatch',
    params: requestParams, body: Type.Object({ reason: words }, closed), reply: Type.Object({ hidden: Type.Boolean() }), refusals: stepRefusals,
    handle: (app, { principal, requestId, params: { id }, body: { reason } }) => app.db.transaction(async (tx) => {
      const one = await getRequestForUpdate(tx, id)
      authoriseStep(principal, one, [], 'decline')
      const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
      const hidden = await updatePublicationHidden(tx, id, scene.at)
      await updateRequest(tx, { ...one, course: { ...one.course, publish: 'no' } })
      await insertAudit(tx, [auditRequest(scene, one, 'hide', { reason })])
      return { hidden }
    }),
  }),
]
