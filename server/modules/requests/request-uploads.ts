// Photos, recordings and documents of a request: stored as a stream, recognised by their first bytes, never replaced.
// Reporter and unit add them by the same rules.
import type { MultipartFile } from '@fastify/multipart'
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import type { FileReply } from '../../kernel/http.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Call } from './receiving.ts'
import { planPhotoLook } from './photos.ts'
import { auditRequest, type Scene } from './recording.ts'
import { filesOf, requestLimits, type CitizenRequest, type RequestFile } from './request-record.ts'
import { insertRequestFile, listRequestFiles } from './request-files-store.ts'
import { getRequestForUpdate, updateRequest } from './requests-store.ts'

/** Pictures, documents and what phones record. */
export const acceptedFiles = ['image/jpeg', 'image/png', 'application/pdf', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/x-m4a', 'audio/mp4', 'video/webm', 'video/mp4'] as const


/** `ofUnit`: it belongs to the answer the unit writes, or has given. */
type Adding = Call & { part: MultipartFile | undefined; id: string; addedBy: string; allowed: (one: CitizenRequest) => void; ofUnit?: boolean }

/** @param allowed throws unless something may be added; asked again once the bytes are there @throws Refusal file_empty, file_type, too_large, too_many_files */
export const addRequestFile = async (app: App, { principal, requestId, part, id, addedBy, allowed, ofUnit = false }: Adding): Promise<RequestFile> => {
  if (!part) throw new Refusal('invalid', { file: 'missing' })
  const stored = await app.files.put(part.file, { maxBytes: app.config.maxUploadBytes, accept: acceptedFiles })
  const at = app.clock.now()
  return app.db.transaction(async (tx) => {
    const one = await getRequestForUpdate(tx, id)
    allowed(one)
    const answerId = ofUnit ? (one.course.answer?.id ?? null) : null
    const file: RequestFile = { id: uuidv7(app.clock), answerId, ...stored, name: fileNameOf(part.filename, '附件'), addedBy, addedAt: at.toISOString() }
    const present = await listRequestFiles(tx, id)
    const same = present.find((each) => each.digest === file.digest)
    if (same) return same
    if (present.length >= requestLimits.files) throw new Refusal('too_many_files', { maxFiles: requestLimits.files })
    const scene: Scene = { app, tx, principal, requestId, at }
    await insertFile(tx, stored, at)
    await insertRequestFile(tx, one, file)
    if (ofUnit && answerId === null) await updateRequest(tx, { ...one, course: { ...one.course, unitFiles: filesOf(one) + 1 } })
    await planPhotoLook(tx, one, [file])
    await insertAudit(tx, [auditRequest(scene, one, 'addFile', { file: file.id, digest: file.digest })])
    return file
  })
}

export const openRequestFile = (app: App, file: RequestFile | undefined): FileReply => {
  if (!file) throw new Refusal('not_found')
  return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
}
