// Documents of an application: upload as a stream, look at, remove. Possible while preparing, and while a case asks for more or one is owed.
import { Type } from 'typebox'
import type { Config } from '../../config.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import { fileReply } from '../../kernel/http.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { awaitsApplicant, hasCaseWithFile, listCasesForUpdate, listCasesOf } from '../cases/index.ts'
import { recordActing } from '../people/index.ts'
import { hasOwed } from '../undertakings/index.ts'
import { canApplication, type Application, type Upload } from './application.ts'
import { deleteUpload, findApplicationForUpdate, insertUpload, listUploads } from './applications-store.ts'
import { auditApplication, getOwn, type Person } from './drafting.ts'
import { planPurgeOfFile } from './retention.ts'

const uuid = Type.String({ format: 'uuid' })
const uploadSchema = Type.Object({ id: uuid, evidence: Type.String(), name: Type.String(), size: Type.Integer(), type: Type.String(), uploadedAt: Type.String() }, { description: 'A stored document.' })
/** The end of the name a browser gave, without what no name can hold; '' when it gave none. */

/** Refuses `too_many_files` when `more` bytes would be too much, or one file too many. */
const checkRoom = ({ maxFiles, maxFilesBytes }: Pick<Config, 'maxFiles' | 'maxFilesBytes'>, uploads: readonly Upload[], more: number): void => {
  const bytes = uploads.reduce((sum, { size }) => sum + size, 0)
  if (uploads.length >= maxFiles || bytes + more > maxFilesBytes) throw new Refusal('too_many_files', { maxFiles, maxBytes: maxFilesBytes, files: uploads.length, bytes })
}

const getOpenForUploads = async (read: Read, person: Person, id: string): Promise<Application> => {
  const application = await getOwn(read, person, id)
  if (canApplication(application.state, 'edit')) return application
  const cases = await listCasesOf(read, id)
  if (!cases.some((one) => awaitsApplicant(one.state)) && !(await hasOwed(read, id))) throw new Refusal('not_allowed_now', { state: application.state, action: 'upload' })
  return application
}

export const uploadRoutes = [
  route({
    method: 'POST', path: '/applications/:id/uploads/:evidence', operation: 'uploadEvidence', summary: 'Upload one document (multipart field "file")', permission: 'applications.own',
    params: Type.Object({ id: uuid, evidence: Type.String({ maxLength: 100 }) }), upload: true, status: 201, reply: uploadSchema,
    refusals: ['not_found', 'invalid', 'not_allowed_now', 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params, raw, requestId }) => {
      const person = personOf(principal)
      const application = await getOpenForUploads(app.db.read, person, params.id)
      const type = (await pinnedCatalogue(app, app.db.read, application)).evidence[params.evidence]
      if (!type) throw new Refusal('not_found', { evidence: params.evidence })
      checkRoom(app.config, await listUploads(app.db.read, application.id), 0)
      const part = await raw.file()
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      const stored = await app.files.put(part.file, { maxBytes: Math.min(type.maxBytes, app.config.maxUploadBytes), accept: type.accept })
      const at = app.clock.now()
      const upload: Upload = { id: uuidv7(app.clock), evidence: params.evidence, ...stored, name: fileNameOf(part.filename, type.name['zh-CN']), uploadedAt: at.toISOString() }
      const storing = app.db.transaction(async (tx) => {
        // While the bytes were coming in it may have been submitted or thrown away.
        await findApplicationForUpdate(tx, application.id)
        await recordActing(app, tx, person, await getOpenForUploads(tx, person, application.id))
        checkRoom(app.config, await listUploads(tx, application.id), stored.size)
        await insertFile(tx, stored, at)
        await insertUpload(tx, application.id, upload)
        await insertAudit(tx, [auditApplication(app, person, application, 'upload', requestId, { evidence: params.evidence, digest: stored.digest })])
      })
      await storing.catch(async (error: unknown) => {
        // The bytes are there, and nothing refers to them.
        await app.db.transaction((tx) => planPurgeOfFile(app, tx, stored.digest))
        throw error
      })
      return upload
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/uploads/:upload', operation: 'getUpload', summary: 'One of my documents', permission: 'applications.own',
    params: Type.Object({ id: uuid, upload: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      await getOwn(app.db.read, personOf(principal), params.id)
      const upload = (await listUploads(app.db.read, params.id)).find((each) => each.id === params.upload)
      if (!upload) throw new Refusal('not_found')
      return { stream: app.files.open(upload.digest), type: upload.type, name: upload.name, inline: true }
    },
  }),
  route({
    method: 'DELETE', path: '/applications/:id/uploads/:upload', operation: 'deleteUpload', summary: 'Remove a document no authority has yet: from a draft, or while a correction is awaited', permission: 'applications.own',
    params: Type.Object({ id: uuid, upload: uuid }), reply: Type.Object({ removed: Type.Boolean() }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        await findApplicationForUpdate(tx, params.id)
        // Held, so that no correction takes the document along meanwhile.
        await listCasesForUpdate(tx, params.id)
        const application = await getOpenForUploads(tx, person, params.id)
        await recordActing(app, tx, person, application)
        if (await hasCaseWithFile(tx, person.id, params.upload)) throw new Refusal('not_allowed_now', { state: application.state, action: 'removeUpload' })
        const digest = await deleteUpload(tx, params.id, params.upload)
        if (digest === undefined) throw new Refusal('not_found')
        await planPurgeOfFile(app, tx, digest)
        await insertAudit(tx, [auditApplication(app, person, application, 'removeUpload', requestId, { upload: params.upload })])
        return { removed: true }
      })
    },
  }),
]
