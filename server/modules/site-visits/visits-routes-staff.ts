// Arranging joint visits, by officials: what my authority still has to do, opening one from a case, answering the time, calling it off,
// and the half days on which nobody can go out.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { actorOf } from '../../kernel/audit.ts'
import { covers, jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { getCaseWithin, listCasesOf, type Case } from '../cases/index.ts'
import { issueNotice } from '../notices/index.ts'
import { askOther, callOff, confirm, leave } from './arranging.ts'
import { joins, visitOf } from './checklist.ts'
import { canStand, gatherForUpdate, handlers, onlookers, ownParts, type Gathered } from './gathering.ts'
import { openVisit } from './opening.ts'
import { getReply, getVisitInSight, replyOf } from './reading.ts'
import type { Scene } from './recording.ts'
import { beginNow } from './sheet.ts'
import { deleteBlocked, insertTaken, listTaken } from './slots-store.ts'
import { daysAhead } from './times.ts'
import { hasEndedVisit, type Slot, type Visit } from './visit.ts'
import { listOpenParts, listParts, listVisitsOf, listVisitsWithIds } from './visits-store.ts'
import { slotSchema, uuid, visitSchema } from './visit-replies.ts'

const strict = { additionalProperties: false }
export const visitParams = Type.Object({ id: uuid })
export const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const
const reasons = Type.String({ minLength: 2, maxLength: 500, description: 'Told to the others, and to the applicant where it concerns them.' })
const place = { region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }), line: Type.String({ maxLength: 100 }) }
const shown = 200

type Call = { principal: Principal; requestId: string }

/** One step on a visit, by whoever takes part in it. */
export const onVisit = async (app: App, { principal, requestId }: Call, id: string, work: (scene: Scene, gathered: Gathered) => Promise<Visit>) => {
  await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
    const gathered = await gatherForUpdate(tx, id)
    if (principal.kind === 'staff') ownParts(principal, gathered)
    else if (principal.kind !== 'person' || gathered.visit.personId !== principal.id) throw new Refusal('not_found')
    await work(scene, gathered)
  })
  return getReply(app, principal, id)
}

/** Who answers must be looking at the time that is proposed now. @throws Refusal conflict */
export const sameSlot = ({ visit }: Gathered, slot: Slot): void => {
  if (visit.day !== slot.day || visit.half !== slot.half) throw new Refusal('conflict', { day: visit.day, half: visit.half })
}

const auditDay = (app: App, { principal, requestId }: Call, action: string, region: string, detail: Record<string, unknown>) => ({
  at: app.clock.now().toISOString(), ...actorOf(principal), action: `siteVisits.${action}`, subjectType: 'authority', subjectId: `${region}`, region, requestId, detail,
})

/** Why the official cannot open a visit from this case; null: can. */
const whyNot = (principal: Principal, one: Case, { done, open }: { done: boolean; open: boolean }): 'done' | 'open' | 'role' | 'accept' | null => {
  if (done) return 'done'
  if (open) return 'open'
  if (!covers(principal, handlers, one)) return 'role'
  return canStand(one) ? null : 'accept'
}

export const staffVisitRoutes = [
  route({
    method: 'GET', path: '/site-visits', operation: 'listSiteVisits', summary: 'Visits my authorities still have something to do in, the next first', permission: 'visits.read',
    reply: Type.Object({ visits: Type.Array(visitSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const ids = [...new Set((await listOpenParts(app.db.read, jurisdictionFilter(staffOf(principal), onlookers), shown)).map(({ visitId }) => visitId))]
      const [visits, parts] = await Promise.all([listVisitsWithIds(app.db.read, ids), listParts(app.db.read, ids)])
      const inOrder = ids.flatMap((id) => visits.filter((visit) => visit.id === id))
      return { visits: await Promise.all(inOrder.map((visit) => replyOf(app, principal, visit, parts.filter(({ visitId }) => visitId === visit.id)))) }
    },
  }),
  route({
    method: 'GET', path: '/site-visits/:id', operation: 'getSiteVisit', summary: 'One joint visit with the opinion sheet', permission: 'visits.read',
    params: visitParams, reply: visitSchema, refusals: ['not_found', 'invalid'], handle: (app, { principal, params }) => getReply(app, principal, params.id),
  }),
  route({
    method: 'GET', path: '/cases/:id/site-visits', operation: 'listCaseVisits', summary: 'Whether a case needs a visit, who would come along, and the visits there are', permission: 'visits.read',
    params: visitParams,
    reply: Type.Object({ needed: Type.Boolean(), canOpen: Type.Boolean(), because: Type.Union([Type.Null(), Type.Enum(['accept', 'open', 'done', 'role'])]), with: Type.Array(Type.Object({ service: Type.String(), line: Type.String() })), visits: Type.Array(visitSchema) }),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { read } = app.db
      const one = await getCaseWithin(app, principal, params.id)
      const catalogue = await pinnedCatalogue(app, read, one)
      const today = plainDate(app.clock.now())
      const visits = await listVisitsOf(read, one.applicationId)
      const parts = await listParts(read, visits.map(({ id }) => id))
      const own = visits.filter((visit) => parts.some((part) => part.visitId === visit.id && part.caseId === one.id))
      const needed = visitOf(catalogue, one, today) !== undefined
      const done = parts.some((part) => part.caseId === one.id && part.signedAt !== null)
      const because = whyNot(principal, one, { done: !needed || done, open: visits.some(({ state }) => !hasEndedVisit(state)) })
      const others = (await listCasesOf(read, one.applicationId)).filter((each) => each.id !== one.id && joins(each) && visitOf(catalogue, each, today) !== undefined && !parts.some((part) => part.caseId === each.id && part.signedAt !== null))
      return {
        needed, canOpen: because === null, because, with: others.map(({ service, line }) => ({ service, line })),
        visits: await Promise.all(own.map((visit) => replyOf(app, principal, visit, parts.filter(({ visitId }) => visitId === visit.id)))),
      }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/site-visits', operation: 'openSiteVisit', summary: 'Open a joint visit: all authorities whose cases need one are asked for the first half day they have', permission: 'visits.handle',
    params: visitParams, reply: visitSchema, refusals,
    handle: async (app, { principal, params, requestId }) => {
      const id = await app.db.transaction((tx) => openVisit({ app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }, params.id))
      return getReply(app, principal, id)
    },
  }),
  route({
    method: 'POST', path: '/site-visits/:id/confirm', operation: 'confirmSiteVisit', summary: 'My authority can come at the time proposed', permission: 'visits.handle',
    params: visitParams, body: slotSchema, reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => (sameSlot(gathered, call.body), confirm(scene, gathered))),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/another-time', operation: 'askOtherVisitTime', summary: 'My authority cannot come then; the next half day all have is proposed', permission: 'visits.handle',
    params: visitParams, body: Type.Object({ slot: slotSchema, reasons }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => (sameSlot(gathered, call.body.slot), askOther(scene, gathered, call.body.reasons))),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/leave', operation: 'leaveSiteVisit', summary: 'My authority takes no part; the others come as arranged', permission: 'visits.handle',
    params: visitParams, body: Type.Object({ reasons }, strict), reply: visitSchema, refusals, handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => leave(scene, gathered, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/cancel', operation: 'cancelSiteVisit', summary: 'Call a visit off', permission: 'visits.handle',
    params: visitParams, body: Type.Object({ reasons }, strict), reply: visitSchema, refusals, handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => callOff(scene, gathered, 'cancel', call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/begin', operation: 'beginSiteVisit', summary: 'Everybody is there: the visit begins now, before its day', permission: 'visits.handle',
    params: visitParams, reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, async (scene, gathered) => (await beginNow(scene, gathered)).visit),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/no-show', operation: 'missSiteVisit', summary: 'We came and nobody was there', permission: 'visits.handle',
    params: visitParams, body: Type.Object({ reasons }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => {
      if (plainDate(scene.at) < gathered.visit.day) throw new Refusal('not_allowed_now', { because: 'early', day: gathered.visit.day })
      return callOff(scene, gathered, 'miss', call.body.reasons)
    }),
  }),
  route({
    method: 'GET', path: '/site-visits/:id/document', operation: 'openVisitSheet', summary: 'The closed opinion sheet as numbered PDF', permission: 'visits.read',
    params: visitParams, reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, requestId }) => {
      const { visit } = await getVisitInSight(app.db.read, principal, params.id)
      if (visit.noticeId === null) throw new Refusal('not_found')
      const { digest, words, number } = await issueNotice(app, visit.noticeId)
      await app.db.transaction((tx) => insertAudit(tx, [auditDay(app, { principal, requestId }, 'openSheet', visit.region, { visit: visit.id })]))
      return { stream: app.files.open(digest), type: 'application/pdf', name: `${words.name['zh-CN']} ${number}.pdf`, inline: true }
    },
  }),
  route({
    method: 'GET', path: '/site-visit-days', operation: 'listVisitDays', summary: 'Half days of the next two weeks on which an authority cannot go out', permission: 'visits.read',
    query: Type.Object(place), reply: Type.Object({ days: Type.Array(Type.String()), taken: Type.Array(Type.Object({ day: Type.String(), half: Type.String(), visit: Type.Union([Type.String(), Type.Null()]), reason: Type.String(), by: Type.String() })) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, query }) => {
      if (!covers(principal, onlookers, query)) throw new Refusal('not_found')
      const days = daysAhead(plainDate(app.clock.now()), query.region)
      const taken = await listTaken(app.db.read, query, days[0] ?? '0001-01-01', days.at(-1) ?? '0001-01-01')
      return { days, taken: taken.map(({ day, half, visitId, reason, byName }) => ({ day, half, visit: visitId, reason, by: byName })) }
    },
  }),
  route({
    method: 'PUT', path: '/site-visit-days', operation: 'setVisitDay', summary: 'Say that an authority cannot go out on a half day, or can again', permission: 'visits.handle',
    body: Type.Object({ ...place, slot: slotSchema, free: Type.Boolean(), reason: Type.String({ maxLength: 200, default: '' }) }, strict), reply: Type.Object({ changed: Type.Boolean() }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      const where = { region: body.region, line: body.line }
      if (!covers(staff, handlers, where)) throw new Refusal('not_found')
      return app.db.transaction(async (tx) => {
        const changed = body.free ? await deleteBlocked(tx, where, body.slot) : await insertTaken(tx, { ...where, ...body.slot, visitId: null, reason: body.reason, byName: staff.name })
        if (!changed && !body.free) throw new Refusal('not_allowed_now', { because: 'taken' })
        await insertAudit(tx, [auditDay(app, { principal, requestId }, body.free ? 'freeDay' : 'blockDay', body.region, { line: body.line, ...body.slot })])
        return { changed }
      })
    },
  }),
]
