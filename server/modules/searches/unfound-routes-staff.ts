// Questions nobody could answer, for designers of the place: answered by something they wrote, or set aside with a reason. Supervisors look on.
import { Type } from 'typebox'
import { jurisdictionFilter } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { decide } from './deciding.ts'
import { remedies, stateAfter, unfoundSources, unfoundStates, unfoundSteps, type Unfound } from './unfound.ts'
import { countUnfound, listUnfound } from './unfound-store.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at.' })
const note = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const

export const unfoundSchema = Type.Object(
  {
    id: text, region: text, words: Type.String({ description: 'As it was asked, without numbers.' }),
    source: Type.Enum(unfoundSources, { description: 'search: nothing was found. clicks: found, but hardly ever chosen. guidance, assistant: not understood or not answered there.' }),
    state: Type.Enum(unfoundStates), revision: Type.Integer(), times: Type.Integer(), firstAt: text, lastAt: text,
    remedy: Type.Union([Type.Enum(remedies), Type.Null()], { description: 'What it was answered by.' }),
    note: Type.String({ description: 'What was done, or why it was set aside.' }), decidedBy: textOrNull, decidedAt: textOrNull,
    can: Type.Array(Type.Enum(unfoundSteps)),
  },
  { description: 'A question nobody could answer.' },
)

export const toUnfoundReply = (one: Unfound) => ({ ...one, can: unfoundSteps.filter((step) => stateAfter(one.state, step) !== undefined) })

export const unfoundRoutes = [
  route({
    method: 'GET', path: '/search/unfound', operation: 'listUnfound', summary: 'Questions of my region nobody could answer, most asked first', permission: 'unfound.read',
    query: Type.Object({
      state: Type.Optional(Type.Enum(unfoundStates, { default: 'open' })),
      source: Type.Optional(Type.Enum(unfoundSources)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    reply: Type.Object({ questions: Type.Array(unfoundSchema), counts: Type.Array(Type.Object({ state: Type.Enum(unfoundStates), count: Type.Integer() }), { description: 'How many there are in each state.' }) }),
    refusals: ['invalid'],
    handle: async ({ db: { read } }, { principal, query: { state = 'open', source, limit = 50 } }) => {
      const places = jurisdictionFilter(principal, ['designer', 'supervisor'])
      const [questions, counts] = await Promise.all([listUnfound(read, places, { state, source, limit }), countUnfound(read, places)])
      return { questions: questions.map(toUnfoundReply), counts: unfoundStates.map((each) => ({ state: each, count: counts.get(each) ?? 0 })) }
    },
  }),
  route({
    method: 'POST', path: '/search/unfound/:id/answer', operation: 'answerUnfound', summary: 'It is found or answered from now on: by what, and where', permission: 'unfound.decide',
    params, body: Type.Object({ revision, remedy: Type.Enum(remedies), note }, { additionalProperties: false }), reply: unfoundSchema, refusals,
    handle: async (app, { principal, params: { id }, body, requestId }) => toUnfoundReply(await decide(app, principal, id, { step: 'answer', ...body }, requestId)),
  }),
  route({
    method: 'POST', path: '/search/unfound/:id/set-aside', operation: 'setUnfoundAside', summary: 'Nothing to do about it, with the reason; it is never shown as popular', permission: 'unfound.decide',
    params, body: Type.Object({ revision, reason: note }, { additionalProperties: false }), reply: unfoundSchema, refusals,
    handle: async (app, { principal, params: { id }, body: { revision: seen, reason }, requestId }) => toUnfoundReply(await decide(app, principal, id, { step: 'setAside', revision: seen, remedy: null, note: reason }, requestId)),
  }),
  route({
    method: 'POST', path: '/search/unfound/:id/reopen', operation: 'reopenUnfound', summary: 'Back to the open questions', permission: 'unfound.decide',
    params, body: Type.Object({ revision }, { additionalProperties: false }), reply: unfoundSchema, refusals,
    handle: async (app, { principal, params: { id }, body: { revision: seen }, requestId }) => toUnfoundReply(await decide(app, principal, id, { step: 'reopen', revision: seen, remedy: null, note: '' }, requestId)),
  }),
]
