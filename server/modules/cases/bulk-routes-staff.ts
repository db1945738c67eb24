// The same step on many cases at once. Every case goes through the single action, so roles, revisions, hands and the lifecycle hold
// for each; what cannot be done is told line by line and keeps nothing else back.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { authorise, covers, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { Refusal, type ErrorCode } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { assignmentRoutes } from './assignment-routes-staff.ts'
import { actOnMany, bulkActions, rehearsing, type BulkAction } from './bulk.ts'
import { staffCaseRoutes } from './cases-routes-staff.ts'
import { listCasesWithIds } from './cases-store.ts'

const uuid = Type.String({ format: 'uuid' })
const handlers: readonly StaffRole[] = ['clerk', 'approver', 'head']
const most = 200

const itemSchema = Type.Object({ id: uuid, revision: Type.Integer({ minimum: 1, description: 'Revision the official was looking at.' }) }, { additionalProperties: false })

const bulkBody = Type.Object({
  action: Type.Enum(bulkActions),
  items: Type.Array(itemSchema, { minItems: 1, maxItems: most }),
  rehearse: Type.Boolean({ default: false, description: 'Says what would happen and changes nothing.' }),
  to: Type.Optional(Type.String({ format: 'uuid', description: 'handOver: the colleague.' })),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'handOver: what the colleague should know.' })),
  what: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 500 }), { minItems: 1, maxItems: 20, description: 'requestSupplement: everything that is missing, the same for all.' })),
  opinion: Type.Optional(Type.String({ maxLength: 2000, description: 'grant: the same opinion for all.' })),
}, { additionalProperties: false })

const outcomeSchema = Type.Object({
  id: uuid, number: Type.Union([Type.String(), Type.Null()]), outcome: Type.Enum(['done', 'before', 'refused']), code: Type.Union([Type.String(), Type.Null()], { description: 'Of the error catalogue.' }),
  because: Type.Union([Type.String(), Type.Null()]), revision: Type.Union([Type.Integer(), Type.Null()]),
}, { description: 'What came of one case. before: this very call was made already.' })

const operations: Record<BulkAction, string> = { claim: 'claimCase', accept: 'acceptCase', putBack: 'putBackCase', handOver: 'handOverCase', requestSupplement: 'requestSupplement', grant: 'grantCase' }

const singleRoute = (action: BulkAction) => {
  const found = [...staffCaseRoutes, ...assignmentRoutes].find(({ operation }) => operation === operations[action])
  if (!found) throw new Error(`no single action ${operations[action]}`)
  return found
}

type Given = { to?: string; note?: string; what?: string[]; opinion?: string }

/** What the single action is sent, besides the revision. @throws Refusal invalid */
const bodyFor = (action: BulkAction, { to, note, what, opinion }: Given): Record<string, unknown> => {
  if (action === 'handOver') {
    if (to === undefined) throw new Refusal('invalid', { missing: 'to' })
    return { to, note: note ?? '' }
  }
  if (action === 'requestSupplement') {
    if (what === undefined) throw new Refusal('invalid', { missing: 'what' })
    return { items: what.map((each) => ({ what: each })) }
  }
  return action === 'grant' ? { opinion: opinion ?? '' } : {}
}

const isCaseReply = (reply: unknown): reply is { number: string; revision: number } =>
  typeof reply === 'object' && reply !== null && 'number' in reply && typeof reply.number === 'string' && 'revision' in reply && typeof reply.revision === 'number'

const refusals = ['invalid', 'not_found'] as const satisfies readonly ErrorCode[]

/** Officials each of these cases can be given to. */
const sharedColleagues = async (app: App, cases: readonly { line: string; region: string }[]) => {
  const places = [...new Map(cases.map((one) => [`${one.line} ${one.region}`, one])).values()]
  const [first = [], ...others] = await Promise.all(places.map((place) => listStaffPostedTo(app.db.read, place, handlers)))
  return first.filter(({ id }) => others.every((each) => each.some((one) => one.id === id)))
}

export const bulkRoutes = [
  route({
    method: 'POST', path: '/cases/bulk', operation: 'actOnCases', summary: 'The same step on many cases, each with its own outcome', permission: 'cases.accept',
    body: bulkBody, reply: Type.Object({ rehearsed: Type.Boolean(), outcomes: Type.Array(outcomeSchema) }), refusals,
    handle: async (app, call) => {
      const { action, items, rehearse } = call.body
      const staff = staffOf(call.principal)
      const [given, single] = [bodyFor(action, call.body), singleRoute(action)]
      // The single action's own permission: a clerk grants nothing, however many cases.
      authorise(staff, permissions[single.permission])
      const on = rehearse ? rehearsing(app) : app
      const outcomes = await actOnMany(app, staff.id, action, items, async ({ id, revision }) => {
        const reply = await single.handle(on, { ...call, params: { id }, query: undefined, body: { ...given, revision } })
        if (!isCaseReply(reply)) throw new Error(`${single.operation} did not answer with a case`)
        return reply
      })
      if (!rehearse) {
        await app.db.transaction((tx) => insertAudit(tx, [{
          at: app.clock.now().toISOString(), ...actorOf(staff), action: `cases.bulk.${action}`, subjectType: 'staff', subjectId: staff.id, region: null, requestId: call.requestId,
          detail: { done: outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id), refused: outcomes.filter(({ outcome }) => outcome === 'refused').length },
        }]))
      }
      return { rehearsed: rehearse, outcomes }
    },
  }),
  route({
    method: 'POST', path: '/cases/bulk/colleagues', operation: 'listSharedColleagues', summary: 'Officials all of these cases can be given to', permission: 'cases.accept',
    body: Type.Object({ ids: Type.Array(uuid, { minItems: 1, maxItems: most }) }, { additionalProperties: false }),
    reply: Type.Object({ colleagues: Type.Array(Type.Object({ id: uuid, name: Type.String(), unit: Type.String() })) }), refusals,
    handle: async (app, { principal, body }) => {
      const cases = (await listCasesWithIds(app.db.read, body.ids)).filter((one) => covers(principal, handlers, one))
      return { colleagues: await sharedColleagues(app, cases) }
    },
  }),
]
