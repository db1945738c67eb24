// Joint visits, by the applicant: when officials may come, the time confirmed or moved once, the sheet read, commented and signed.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { actorOf } from '../../kernel/audit.ts'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { hasEnded, listCasesOf } from '../cases/index.ts'
import { agree, callOff, move } from './arranging.ts'
import { visitOf } from './checklist.ts'
import { listPhotos } from './photos-store.ts'
import { getVisitInSight, replyOf } from './reading.ts'
import { closeSheet, reportRectified } from './sheet.ts'
import { anyTime } from './slots.ts'
import { findWish, upsertWish } from './slots-store.ts'
import { placesOf, slotsFor } from './times.ts'
import { halves, hasEndedVisit, partsIn } from './visit.ts'
import { listParts, listVisitsOf } from './visits-store.ts'
import { slotSchema, uuid, visitSchema } from './visit-replies.ts'
import { onVisit, refusals, sameSlot, visitParams } from './visits-routes-staff.ts'

const strict = { additionalProperties: false }
const wish = Type.Object(
  { half: Type.Union([Type.Enum([...halves]), Type.Null()]), notOn: Type.Array(Type.String({ format: 'date' }), { maxItems: 10, uniqueItems: true }), contact: Type.String({ maxLength: 100, description: 'Whom officials find on the spot, and a telephone.' }) },
  { ...strict, description: 'When officials may come. half null: both.' },
)
const choices = 8

/** Length of a signature as it was drawn; shorter is a slip of the pen. */
const shortest = 150
const lengthOf = (strokes: readonly number[][]): number =>
  strokes.reduce((sum, points) => points.reduce((all, x, at) => (at < 2 || at % 2 === 1 ? all : all + Math.hypot(x - (points[at - 2] ?? 0), (points[at + 1] ?? 0) - (points[at - 1] ?? 0))), sum), 0)

export const citizenVisitRoutes = [
  route({
    method: 'GET', path: '/applications/:id/site-visits', operation: 'listMyVisits', summary: 'Visits of an application of mine, whether one is to come, and half days it could be moved to', permission: 'visits.own',
    params: visitParams, reply: Type.Object({ expected: Type.Boolean({ description: 'A case still open needs a visit.' }), wish, days: Type.Array(slotSchema), visits: Type.Array(visitSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const person = personOf(principal)
      const { read } = app.db
      const cases = (await listCasesOf(read, params.id)).filter(({ personId }) => personId === person.id)
      const [first] = cases
      if (!first) return { expected: false, wish: { ...anyTime, notOn: [] }, days: [], visits: [] }
      const today = plainDate(app.clock.now())
      const catalogue = await pinnedCatalogue(app, read, first)
      const expected = cases.some((one) => !hasEnded(one.state) && visitOf(catalogue, one, today) !== undefined)
      const visits = await listVisitsOf(read, params.id)
      const parts = await listParts(read, visits.map(({ id }) => id))
      const open = visits.find(({ state }) => !hasEndedVisit(state))
      const days = open ? (await slotsFor(read, params.id, open.region, placesOf(partsIn(parts.filter(({ visitId }) => visitId === open.id))), today)).slice(0, choices) : []
      const wished = (await findWish(read, params.id)) ?? anyTime
      return { expected, wish: { ...wished, notOn: [...wished.notOn] }, days, visits: await Promise.all(visits.map((visit) => replyOf(app, person, visit, parts.filter(({ visitId }) => visitId === visit.id)))) }
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/site-visit-wish', operation: 'wishVisitTime', summary: 'Say when officials may come, before they arrange it', permission: 'visits.own',
    params: visitParams, body: wish, reply: wish, refusals: ['not_found', 'invalid'],
    handle: (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        const one = (await listCasesOf(tx, params.id)).find(({ personId }) => personId === person.id)
        if (!one) throw new Refusal('not_found')
        await upsertWish(tx, params.id, person.id, body, app.clock.now())
        await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: 'siteVisits.wish', subjectType: 'application', subjectId: params.id, region: one.region, requestId, detail: { half: body.half, notOn: body.notOn } }])
        return body
      })
    },
  }),
  route({
    method: 'POST', path: '/my-site-visits/:id/accept', operation: 'acceptVisitTime', summary: 'The time is all right', permission: 'visits.own',
    params: visitParams, body: slotSchema, reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => (sameSlot(gathered, call.body), agree(scene, gathered, 'accept'))),
  }),
  route({
    method: 'POST', path: '/my-site-visits/:id/move', operation: 'moveVisit', summary: 'Move the visit, once and until the day before', permission: 'visits.own',
    params: visitParams, body: slotSchema, reply: visitSchema, refusals, handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => move(scene, gathered, call.body)),
  }),
  route({
    method: 'POST', path: '/my-site-visits/:id/cancel', operation: 'cancelMyVisit', summary: 'Call the visit off; the cases go on and officials arrange another', permission: 'visits.own',
    params: visitParams, body: Type.Object({ reasons: Type.String({ minLength: 2, maxLength: 500 }) }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => callOff(scene, gathered, 'cancel', call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/my-site-visits/:id/sign', operation: 'signVisitSheet', summary: 'Comment on the sheet and sign it, once all authorities have', permission: 'visits.own',
    params: visitParams, body: Type.Object({ comment: Type.String({ maxLength: 2000, default: '' }), strokes: Type.Optional(Type.Array(Type.Array(Type.Number({ minimum: 0, maximum: 1000 }), { maxItems: 4000 }), { maxItems: 200, description: 'Each stroke as x and y in a field of 1000 × 400.' })), typed: Type.Optional(Type.String({ maxLength: 100, description: 'The own name, where it cannot be drawn.' })) }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => {
      const { strokes = [], typed = '' } = call.body
      if (lengthOf(strokes) < shortest && typed.trim() !== gathered.visit.applicant) throw new Refusal('invalid', { strokes: 'short' })
      return closeSheet(scene, gathered, 'signSheet', { comment: call.body.comment, strokes })
    }),
  }),
  route({
    method: 'POST', path: '/my-site-visits/:id/parts/:case/rectified', operation: 'reportRectified', summary: 'Tell an authority that what it found has been put right', permission: 'visits.own',
    params: Type.Object({ id: uuid, case: uuid }), body: Type.Object({ text: Type.String({ minLength: 2, maxLength: 1000 }) }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => reportRectified(scene, gathered, call.params.case, call.body.text)),
  }),
  route({
    method: 'GET', path: '/my-site-visits/:id/photos/:photo', operation: 'getMyVisitPhoto', summary: 'A photo of a signed part of the sheet', permission: 'visits.own',
    params: Type.Object({ id: uuid, photo: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { visit, parts } = await getVisitInSight(app.db.read, personOf(principal), params.id)
      const photo = (await listPhotos(app.db.read, [visit.id])).find(({ id }) => id === params.photo)
      if (!photo || parts.every(({ caseId, signedAt }) => caseId !== photo.caseId || signedAt === null)) throw new Refusal('not_found')
      return { stream: app.files.open(photo.digest), type: photo.type, name: photo.name, inline: true }
    },
  }),
]
