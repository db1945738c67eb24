// Drift over HTTP, for those who run the request centre of the region served: what was measured, and measuring now.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { categories } from '../duties/index.ts'
import { listDrifts, type KeptDrift } from './drifts-store.ts'
import { centreLine, keepDrift, measureDrift } from './measuring.ts'

const share = Type.Number()
const perhaps = Type.Union([Type.Number(), Type.Null()])
const day = Type.String({ format: 'date' })

const driftSchema = Type.Object(
  {
    from: day, before: day, madeAt: Type.String(), requests: Type.Integer({ description: 'Looked at, a hundred a day at most.' }),
    psi: Type.Number({ description: 'Population stability index of the first level of classes against the lines learnt.' }), moved: Type.Union([Type.Number(), Type.Null()], { description: 'Against the span before; null of fewer than a hundred.' }),
    areas: Type.Array(Type.Object({ area: Type.String(), name: textsSchema, requests: Type.Integer(), share, learnt: share, psi: share, before: perhaps, moved: perhaps })),
    abstained: Type.Object({ share, expected: share }), corrected: Type.Object({ requests: Type.Integer(), share, nowRight: perhaps }),
    terms: Type.Array(Type.Object({ term: Type.String(), requests: Type.Integer(), before: Type.Integer() })), warnings: Type.Array(Type.Enum(['classes', 'abstained', 'corrected'])),
  },
  { description: 'How requests of a span differ from what the model learnt and from the span before.' },
)

const toReply = (app: App, { from, before, madeAt, drift }: KeptDrift) => {
  const known = categories(app)
  return { from, before, madeAt, ...drift, areas: drift.areas.map((each) => ({ ...each, name: nameOr(known.find(({ id }) => id === each.area), each.area) })) }
}

/** Drift is measured over the whole region served, so a part of it is not enough. @throws Refusal not_found */
const authoriseWhole = (app: App, principal: Principal): void => {
  if (!covers(principal, ['dispatcher', 'supervisor'], { region: app.config.region, line: centreLine })) throw new Refusal('not_found')
}

const [mostKept, usualDays] = [12, 30]

export const driftRoutes = [
  route({
    method: 'GET', path: '/request-drifts', operation: 'listRequestDrifts', summary: 'How reading requests has held, the newest span first', permission: 'requests.drift',
    reply: Type.Object({ drifts: Type.Array(driftSchema) }), refusals: ['not_found'],
    handle: async (app, { principal }) => {
      authoriseWhole(app, principal)
      return { drifts: (await listDrifts(app.db.read, app.config.region, mostKept)).map((kept) => toReply(app, kept)) }
    },
  }),
  route({
    method: 'POST', path: '/request-drifts', operation: 'measureRequestDrift', summary: 'Measure the last thirty days now', permission: 'requests.drift',
    body: Type.Object({}, { additionalProperties: false }), status: 201, reply: driftSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, requestId }) => {
      authoriseWhole(app, principal)
      const before = addDays(plainDate(app.clock.now()), 1)
      const span = { from: addDays(before, -usualDays), before }
      const drift = await measureDrift(app.db.read, span)
      return app.db.transaction(async (tx) => {
        const kept = await keepDrift(app, tx, span, drift)
        await insertAudit(tx, [{ at: kept.madeAt, ...actorOf(principal), action: 'requests.measureDrift', subjectType: 'requestDrift', subjectId: kept.id, region: kept.region, requestId, detail: { ...span, warnings: drift.warnings } }])
        return toReply(app, kept)
      })
    },
  }),
]
