// Documents of a hard case: stored as a stream, recognised by their first bytes, never replaced.
// Resident, official and authority add them by the same rules.
import type { MultipartFile } from '@fastify/multipart'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import type { FileReply } from '../../kernel/http.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { limits, type HardCase, type HardCaseFile } from './hard-case.ts'
import { getHardCaseForUpdate, insertHardCaseFile, listHardCaseFiles } from './hard-cases-store.ts'
import { auditHardCase, type Scene } from './recording.ts'

const accept = ['application/pdf', 'image/jpeg', 'image/png'] as const
/** The end of the name a browser gave, without what no name can hold. */

type Adding = { principal: Principal; requestId: string; part: MultipartFile | undefined; id: string; opinionId: string | null; addedBy: string; allowed: (tx: Tx, one: HardCase) => Promise<void> }

/** @param allowed throws unless a document may be added; asked again once the bytes are there @throws Refusal file_empty, file_type, too_large, too_many_files */
export const addFile = async (app: App, { principal, requestId, part, id, opinionId, addedBy, allowed }: Adding): Promise<HardCaseFile> => {
  if (!part) throw new Refusal('invalid', { file: 'missing' })
  if ((await listHardCaseFiles(app.db.read, id)).length >= limits.files) throw new Refusal('too_many_files', { maxFiles: limits.files })
  const stored = await app.files.put(part.file, { maxBytes: app.config.maxUploadBytes, accept })
  const at = app.clock.now()
  const file: HardCaseFile = { id: uuidv7(app.clock), opinionId, ...stored, name: fileNameOf(part.filename, '附件'), addedBy, addedAt: at.toISOString() }
  return app.db.transaction(async (tx) => {
    const one = await getHardCaseForUpdate(tx, id)
    await allowed(tx, one)
    const present = await listHardCaseFiles(tx, id)
    // Sending the same document again is the same document.
    const same = present.find((each) => each.digest === file.digest && each.opinionId === opinionId)
    if (same) return same
    if (present.length >= limits.files) throw new Refusal('too_many_files', { maxFiles: limits.files })
    const scene: Scene = { app, tx, principal, requestId, at }
    await insertFile(tx, stored, at)
    await insertHardCaseFile(tx, one, file)
    await insertAudit(tx, [auditHardCase(scene, one, 'addFile', { file: file.id, digest: file.digest })])
    return file
  })
}

export const openFile = (app: App, file: HardCaseFile | undefined): FileReply => {
  if (!file) throw new Refusal('not_found')
  return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
}
