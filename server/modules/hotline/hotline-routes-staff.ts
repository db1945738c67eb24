// The agent's screen over HTTP: who waits, one call with what is known of the caller, suggestions while typing, taking down, wrapping up.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { isAnswered, isJoined, requestKinds, requestStates } from '../requests/index.ts'
import { emergencies } from '../triage/index.ts'
import { isServed, wrapUps, type Call } from './call.ts'
import { findCall, listOfAgent, listRinging } from './calls-store.ts'
import { callSchema, toCallReply, toWaiting, waitingSchema } from './hotline-replies.ts'
import { finishCall, hangUpByKey, maySee, ring, takeCall } from './serving.ts'
import { suggest } from './suggesting.ts'
import { takeDown } from './taking-down.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const closed = { additionalProperties: false } as const
const category = Type.String({ maxLength: 120 })
const region = Type.String({ pattern: '^\\d{6}(\\d{3})?$' })
const dayMs = 24 * 3_600_000

const secondsBetween = (from: string | null, until: string | null): number[] => (from === null || until === null ? [] : [(Date.parse(until) - Date.parse(from)) / 1000])
const average = (all: readonly number[]): number | null => (all.length === 0 ? null : Math.round(all.reduce((sum, each) => sum + each, 0) / all.length))

const todayOf = (calls: readonly Call[]) => ({ finished: calls.filter(({ finishedAt }) => finishedAt !== null).length, averageSeconds: average(calls.flatMap(({ answeredAt, finishedAt }) => secondsBetween(answeredAt, finishedAt))) })

export const staffHotlineRoutes = [
  route({
    method: 'GET', path: '/hotline/calls', operation: 'listCalls', summary: 'Who waits, my open call, and how my day goes', permission: 'hotline.serve',
    reply: Type.Object({
      waiting: Type.Array(waitingSchema), mine: orNull(Type.String({ description: 'Id of the call I have now.' })), today: Type.Object({ finished: Type.Integer(), averageSeconds: orNull(Type.Integer({ description: 'From taking a call to wrapping it up.' })) }),
      mayRing: Type.Boolean({ description: 'A call can be invented, in demo mode.' }),
    }), refusals: [],
    handle: async ({ db, clock, config }, { principal }) => {
      const [place] = jurisdictionFilter(principal, permissions['hotline.serve'])
      const [waiting, own] = await Promise.all([listRinging(db.read, place?.regionPrefix ?? 'none', 50), listOfAgent(db.read, staffOf(principal).id, new Date(clock.now().getTime() - dayMs), 500)])
      return { waiting: waiting.map(toWaiting), mine: own.find(({ state }) => isServed(state))?.id ?? null, today: todayOf(own), mayRing: config.mode === 'demo' }
    },
  }),
  route({
    method: 'POST', path: '/hotline/rings', operation: 'inventCall', summary: 'Let it ring, in demo mode: there is no telephone exchange', permission: 'hotline.serve', status: 201,
    body: Type.Object({ phone: Type.String({ minLength: 5, maxLength: 20, pattern: '^[\\d+]+$' }) }, closed), reply: Type.Object({ id: text }), refusals: ['invalid', 'not_allowed_now'],
    handle: async (app, { principal, body, requestId }) => {
      if (app.config.mode !== 'demo') throw new Refusal('not_allowed_now')
      return { id: (await ring({ app, principal, requestId }, { key: `invented ${requestId}`, line: '12345', phone: body.phone })).id }
    },
  }),
  route({
    method: 'GET', path: '/hotline/calls/:id', operation: 'getCall', summary: 'One call, with earlier requests of this number', permission: 'hotline.serve', params, reply: callSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => {
      const call = await findCall(app.db.read, id)
      // The number and what was said are for whoever has the call.
      if (!call || !maySee(principal, call) || call.agentId !== staffOf(principal).id) throw new Refusal('not_found')
      return toCallReply(app, call)
    },
  }),
  route({
    method: 'POST', path: '/hotline/calls/:id/take', operation: 'takeCall', summary: 'Take a call; one at a time', permission: 'hotline.serve', params, body: Type.Object({}, closed), reply: callSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, requestId }) => toCallReply(app, await takeCall({ app, principal, requestId }, id)),
  }),
  route({
    method: 'POST', path: '/hotline/calls/:id/hang-up', operation: 'hangUpCall', summary: 'The talk is over; what is left is to wrap it up', permission: 'hotline.serve', params, body: Type.Object({}, closed), reply: callSchema,
    refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, requestId }) => {
      const call = await findCall(app.db.read, id)
      if (!call || !maySee(principal, call) || call.agentId !== staffOf(principal).id) throw new Refusal('not_found')
      return toCallReply(app, (await hangUpByKey({ app, principal, requestId }, call.key)) ?? call)
    },
  }),
  route({
    method: 'POST', path: '/hotline/suggestions', operation: 'suggestForCall', summary: 'Class, place, danger and answers for what was typed so far; nothing is kept', permission: 'hotline.suggest',
    body: Type.Object({ text: Type.String({ minLength: 2, maxLength: 5000 }), address: Type.Optional(Type.String({ maxLength: 200 })), category: Type.Optional(category) }, closed),
    reply: Type.Object({
      categories: Type.Array(Type.Object({ id: text, name: text, group: text, note: orNull(Type.String({ description: 'What to ask.' })), confidence: Type.Number() })),
      place: orNull(Type.Object({ region: text, regionName: text, address: text })), unit: orNull(Type.String({ description: 'Who would get it.' })), urgency: text, emergency: orNull(Type.Enum(emergencies)),
      knowledge: Type.Array(Type.Object({ id: text, ask: text, answer: text, source: text, url: orNull(text), validUntil: orNull(text) })),
      similar: Type.Array(Type.Object({ id: text, number: text, title: text, state: Type.Enum(requestStates), receivedAt: text, seconds: Type.Integer({ description: 'How many others say the same.' }) }), { description: 'What others have said already, for agents and dispatchers of the place.' }),
    }), refusals: ['invalid'],
    handle: async (app, { principal, body }) => {
      const { knowledge, similar, ...rest } = await suggest(app, principal, body)
      return { ...rest, similar: similar.map(({ id, number, title, state, receivedAt, seconds }) => ({ id, number, title, state, receivedAt, seconds })), knowledge: knowledge.map(({ id, words: { ask, answer, source, validUntil } }) => ({ id, ask, answer, source: source.title, url: source.url, validUntil })) }
    },
  }),
  route({
    method: 'POST', path: '/hotline/calls/:id/requests', operation: 'takeDownRequest', summary: 'Take down what the caller says; answered at once where nothing is to be done', permission: 'hotline.serve', params, status: 201,
    body: Type.Object({
      key: Type.String({ minLength: 8, maxLength: 40, description: 'Of this form; the same again is the same request.' }), kind: Type.Enum(requestKinds), text: Type.String({ minLength: 2, maxLength: 5000 }), category: Type.Optional(category),
      address: Type.Optional(Type.String({ maxLength: 200 })), region: Type.Optional(region), lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })), lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
      name: Type.Optional(Type.String({ maxLength: 60 })), phone: Type.Optional(Type.String({ maxLength: 20, pattern: '^[\\d+ -]*$' })), anonymous: Type.Boolean(), openName: Type.Optional(Type.Boolean()),
      answer: Type.Optional(Type.Object({ text: Type.String({ minLength: 4, maxLength: 4000 }), knowledge: Type.Optional(Type.String({ format: 'uuid' })) }, closed)),
      sameAs: Type.Optional(Type.String({ format: 'uuid', description: 'The request of somebody else that says the same; the caller is counted there and hears its answer.' })),
    }, closed),
    reply: Type.Object({ id: text, number: text, state: Type.Enum(requestStates), answered: Type.Boolean(), joined: Type.Boolean({ description: 'Handled with the one that says the same.' }), dueAt: orNull(text), front: Type.Boolean(), again: Type.Boolean() }), refusals: ['invalid', 'not_found', 'not_allowed_now', 'findings', 'conflict', 'not_offered'],
    handle: async (app, { principal, params: { id }, body, requestId }) => {
      const { id: request, number, state, dueAt, front, again } = await takeDown({ app, principal, requestId }, id, body)
      return { id: request, number, state, answered: isAnswered(state), joined: isJoined(state), dueAt, front, again }
    },
  }),
  route({
    method: 'POST', path: '/hotline/calls/:id/finish', operation: 'finishCall', summary: 'Wrap a call up: how it ended, and a note for whoever has this caller next', permission: 'hotline.serve', params,
    body: Type.Object({ wrapUp: Type.Enum(wrapUps), note: Type.String({ maxLength: 1000, default: '' }) }, closed), reply: callSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, body: { wrapUp, note = '' }, requestId }) => toCallReply(app, await finishCall({ app, principal, requestId }, id, { wrapUp, note: note.trim() })),
  }),
]
