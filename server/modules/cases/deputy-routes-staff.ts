// Somebody who decides names a colleague who decides in their name while they are away. Both names stand in the history of what is decided.
// The powers are those the absent one has on the day; they end with the period, or earlier.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route, type App } from '../../module.ts'
import { listStaffNames, listStaffPostedTo } from '../people/index.ts'
import { findDeputy, insertDeputy, listDeputies, updateDeputyEnded, type Deputy } from './deputies-store.ts'
import { lendable } from './standing-in.ts'

const uuid = Type.String({ format: 'uuid' })
const day = Type.String({ format: 'date' })
const person = Type.Object({ id: uuid, name: Type.String() })
const deputySchema = Type.Object({ id: uuid, of: person, deputy: person, from: day, until: day, reason: Type.String(), mine: Type.Boolean({ description: 'I am the one who is away.' }), ended: Type.Boolean() }, { description: 'Who decides in whose name, and when.' })
const listSchema = Type.Object({ deputies: Type.Array(deputySchema), colleagues: Type.Array(Type.Object({ id: uuid, name: Type.String(), unit: Type.String() }), { description: 'Whom I can name.' }) })
const keptDays = 90
const longest = 183

type Official = ReturnType<typeof staffOf>

/** Postings that decide: what somebody can have done in their name. */
const deciding = ({ postings }: Official) => postings.filter(({ role }) => lendable.includes(role))

/** Colleagues who decide cases where the official does; a posting for every line has no desk of its own. */
const colleaguesOf = async (app: App, staff: Official) => {
  const lists = await Promise.all(deciding(staff).flatMap(({ region, line }) => (line === null ? [] : [listStaffPostedTo(app.db.read, { region, line }, lendable)])))
  return [...new Map(lists.flat().filter(({ id }) => id !== staff.id).map((each) => [each.id, each])).values()]
}

const listFor = async (app: App, staff: Official) => {
  const today = plainDate(app.clock.now())
  const deputies = await listDeputies(app.db.read, staff.id, addDays(today, -keptDays))
  const names = new Map((await listStaffNames(app.db.read, [...new Set(deputies.flatMap(({ staffId, deputyId }) => [staffId, deputyId]))])).map(({ id, name }) => [id, name]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return {
    deputies: deputies.map(({ id, staffId, deputyId, from, until, reason, endedAt }) => ({ id, of: named(staffId), deputy: named(deputyId), from, until, reason, mine: staffId === staff.id, ended: endedAt !== null || until < today })),
    colleagues: await colleaguesOf(app, staff),
  }
}

const audited = (app: App, staff: Official, requestId: string, action: string, deputy: Deputy) => ({
  at: app.clock.now().toISOString(), ...actorOf(staff), action, subjectType: 'deputy', subjectId: deputy.id, region: null, requestId, detail: { deputyId: deputy.deputyId, from: deputy.from, until: deputy.until },
})

export const deputyRoutes = [
  route({
    method: 'GET', path: '/deputies', operation: 'listDeputies', summary: 'Who decides in my name, in whose name I decide, and whom I can name', permission: 'cases.accept',
    reply: listSchema, refusals: [],
    handle: (app, { principal }) => listFor(app, staffOf(principal)),
  }),
  route({
    method: 'POST', path: '/deputies', operation: 'nameDeputy', summary: 'Name a colleague who decides in my name for a period', permission: 'cases.decide',
    body: Type.Object({ deputy: uuid, from: day, until: day, reason: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }), reply: listSchema, refusals: ['invalid'],
    handle: async (app, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      const [now, { deputy: deputyId, from, until, reason }] = [app.clock.now(), body]
      if (from < plainDate(now) || until < from || until > addDays(from, longest)) throw new Refusal('invalid', { from, until, longest })
      if (!(await colleaguesOf(app, staff)).some(({ id }) => id === deputyId)) throw new Refusal('invalid', { deputy: deputyId, because: 'level' })
      await app.db.transaction(async (tx) => {
        const deputy: Deputy = { id: uuidv7(app.clock), staffId: staff.id, deputyId, from, until, reason, madeAt: now.toISOString(), endedAt: null }
        await insertDeputy(tx, deputy)
        await insertAudit(tx, [audited(app, staff, requestId, 'cases.nameDeputy', deputy)])
      })
      return listFor(app, staff)
    },
  }),
  route({
    method: 'POST', path: '/deputies/:id/end', operation: 'endDeputy', summary: 'End it before its time, from now on', permission: 'cases.accept',
    params: Type.Object({ id: uuid }), reply: listSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, requestId }) => {
      const staff = staffOf(principal)
      await app.db.transaction(async (tx) => {
        const deputy = await findDeputy(tx, params.id)
        if (!deputy || (deputy.staffId !== staff.id && deputy.deputyId !== staff.id)) throw new Refusal('not_found')
        await updateDeputyEnded(tx, deputy.id, app.clock.now())
        await insertAudit(tx, [audited(app, staff, requestId, 'cases.endDeputy', deputy)])
      })
      return listFor(app, staff)
    },
  }),
]
