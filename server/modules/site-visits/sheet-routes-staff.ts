// Filling in the opinion sheet on the spot: an authority saves its own part as often as it likes, takes photos, signs, and looks again later.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { actorOf } from '../../kernel/audit.ts'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import { fileReply } from '../../kernel/http.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { changed } from './arranging.ts'
import { itemsOf } from './checklist.ts'
import { caseOf, gatherForUpdate, type Gathered } from './gathering.ts'
import { isBlank } from './part.ts'
import { deletePhoto, insertPhoto, listPhotos } from './photos-store.ts'
import { getVisitInSight } from './reading.ts'
import type { Scene } from './recording.ts'
import { markAbsent, onTheSpot, ownPart, recheck, signPart } from './sheet.ts'
import { findingSchema, uuid, visitSchema } from './visit-replies.ts'
import { onVisit, refusals } from './visits-routes-staff.ts'

const strict = { additionalProperties: false }
const partParams = Type.Object({ id: uuid, case: uuid })
const revision = Type.Integer({ minimum: 1, description: 'Revision of the part the official was looking at; an older one is refused.' })
const maxPhotos = 40


/** A part that can still be filled in, on the day or after. @throws Refusal not_found, not_allowed_now */
const blankPart = async (scene: Scene, before: Gathered, caseId: string) => {
  ownPart(scene, before, caseId)
  const gathered = await onTheSpot(scene, before)
  const part = ownPart(scene, gathered, caseId)
  if (!isBlank(part.state)) throw new Refusal('not_allowed_now', { because: 'once' })
  return { gathered, part }
}

export const sheetRoutes = [
  route({
    method: 'PUT', path: '/site-visits/:id/parts/:case', operation: 'saveVisitPart', summary: 'Save my authority\'s part of the sheet, finished or not', permission: 'visits.handle',
    params: partParams, body: Type.Object({ revision, findings: Type.Record(Type.String({ maxLength: 40 }), findingSchema), note: Type.String({ maxLength: 2000, default: '' }) }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, async (scene, before) => {
      const seen = ownPart(scene, before, call.params.case)
      if (seen.revision !== call.body.revision) throw new Refusal('conflict', { revision: seen.revision })
      const { gathered, part } = await blankPart(scene, before, call.params.case)
      const items = itemsOf(await pinnedCatalogue(scene.app, scene.tx, caseOf(gathered, part)), part.service)
      const foreign = Object.keys(call.body.findings).find((id) => !items.some((item) => item.id === id))
      if (foreign !== undefined) throw new Refusal('invalid', { item: foreign })
      await changed(scene, gathered, (each) => (each.caseId === part.caseId ? { ...each, findings: call.body.findings, note: call.body.note } : each))
      return gathered.visit
    }),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/parts/:case/photos/:item', operation: 'addVisitPhoto', summary: 'A photo for one point of the sheet (multipart field "file")', permission: 'visits.handle',
    params: Type.Object({ ...partParams.properties, item: Type.String({ maxLength: 40 }) }), upload: true, status: 201, reply: Type.Object({ id: Type.String(), item: Type.String(), name: Type.String() }),
    refusals: [...refusals, 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params, raw, requestId }) => {
      const staff = staffOf(principal)
      ownPart({ principal: staff }, await getVisitInSight(app.db.read, staff, params.id), params.case)
      const part = await raw.file()
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      const stored = await app.files.put(part.file, { maxBytes: app.config.maxUploadBytes, accept: ['image/jpeg', 'image/png'] })
      return app.db.transaction(async (tx) => {
        const scene: Scene = { app, tx, principal: staff, requestId, at: app.clock.now() }
        const { gathered, part: own } = await blankPart(scene, await gatherForUpdate(tx, params.id), params.case)
        if (!itemsOf(await pinnedCatalogue(app, tx, caseOf(gathered, own)), own.service).some(({ id }) => id === params.item)) throw new Refusal('not_found', { item: params.item })
        const present = (await listPhotos(tx, [params.id])).filter(({ caseId }) => caseId === params.case)
        // Sent again after the line broke: the same photo.
        const same = present.find(({ digest, item }) => digest === stored.digest && item === params.item)
        if (same) return { id: same.id, item: same.item, name: same.name }
        if (present.length >= maxPhotos) throw new Refusal('too_many_files', { maxFiles: maxPhotos })
        const photo = { id: uuidv7(app.clock), visitId: params.id, caseId: params.case, personId: own.personId, region: own.region, item: params.item, ...stored, name: fileNameOf(part.filename, '照片.jpg'), addedBy: staff.name, addedAt: scene.at.toISOString() }
        await insertFile(tx, stored, scene.at)
        await insertPhoto(tx, photo)
        await insertAudit(tx, [{ at: photo.addedAt, ...actorOf(staff), action: 'siteVisits.addPhoto', subjectType: 'siteVisit', subjectId: params.id, region: own.region, requestId, detail: { photo: photo.id, digest: photo.digest, item: photo.item } }])
        return { id: photo.id, item: photo.item, name: photo.name }
      })
    },
  }),
  route({
    method: 'DELETE', path: '/site-visits/:id/parts/:case/photos/:photo', operation: 'deleteVisitPhoto', summary: 'Take a photo away before signing', permission: 'visits.handle',
    params: Type.Object({ ...partParams.properties, photo: uuid }), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, async (scene, before) => {
      const { gathered, part } = await blankPart(scene, before, call.params.case)
      const gone = await deletePhoto(scene.tx, gathered.visit.id, part.caseId, call.params.photo)
      if (!gone) throw new Refusal('not_found')
      await insertAudit(scene.tx, [{ at: scene.at.toISOString(), ...actorOf(scene.principal), action: 'siteVisits.deletePhoto', subjectType: 'siteVisit', subjectId: gathered.visit.id, region: part.region, requestId: scene.requestId, detail: { photo: gone.id, digest: gone.digest } }])
      return gathered.visit
    }),
  }),
  route({
    method: 'GET', path: '/site-visits/:id/photos/:photo', operation: 'getVisitPhoto', summary: 'A photo of a visit, for those who take part', permission: 'visits.read',
    params: Type.Object({ id: uuid, photo: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { visit, parts } = await getVisitInSight(app.db.read, principal, params.id)
      const photo = (await listPhotos(app.db.read, [visit.id])).find(({ id }) => id === params.photo)
      const part = parts.find(({ caseId }) => caseId === photo?.caseId)
      if (!photo || !part) throw new Refusal('not_found')
      // What is not signed yet is for the authority that took it.
      if (part.signedAt === null) ownPart({ principal }, { parts }, part.caseId)
      return { stream: app.files.open(photo.digest), type: photo.type, name: photo.name, inline: true }
    },
  }),
  route({
    method: 'POST', path: '/site-visits/:id/parts/:case/sign', operation: 'signVisitPart', summary: 'Sign my authority\'s part: the worst finding is what it comes to', permission: 'visits.handle',
    params: partParams, body: Type.Object({ revision, rectifyOn: Type.Optional(Type.String({ format: 'date', description: 'Last day to put right what was found; needed when something is to be.' })) }, strict), reply: visitSchema, refusals: [...refusals, 'incomplete'],
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => signPart(scene, gathered, call.params.case, call.body.revision, call.body.rectifyOn ?? null)),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/parts/:case/absent', operation: 'markVisitAbsent', summary: 'Record that another authority did not come', permission: 'visits.handle',
    params: partParams, reply: visitSchema, refusals, handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => markAbsent(scene, gathered, call.params.case)),
  }),
  route({
    method: 'POST', path: '/site-visits/:id/parts/:case/recheck', operation: 'recheckVisitPart', summary: 'Record what a second look found after something was to be put right', permission: 'visits.handle',
    params: partParams, body: Type.Object({ revision, passed: Type.Boolean(), words: Type.String({ minLength: 2, maxLength: 1000 }) }, strict), reply: visitSchema, refusals,
    handle: (app, call) => onVisit(app, call, call.params.id, (scene, gathered) => recheck(scene, gathered, call.params.case, call.body.revision, call.body.passed, call.body.words)),
  }),
]
