// Beginning and changing a design. Two people may write at once: files are kept apart, and of one file the second is told what the first wrote.
// Nothing here touches what is in force.
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { overlaid, type PackFiles } from '../catalogue/index.ts'
import { filesInForce } from './adopting.ts'
import { designLimits, isDesignFile, tooManyFiles, type Design, type DesignFile } from './design.ts'
import { deleteDesignFiles, getDesignForUpdate, insertDesign, listDesignActions, listDesignFiles, updateDesign, upsertDesignFiles } from './designs-store.ts'
import { advanced, auditDesign, authoriseAction, nameOf, record, type Scene } from './scene.ts'

/** `rebased`: the author has seen what is in force now and wrote over it. */
export type FileChange = { file: string; content: string | null; rebased?: boolean }

/** The pack's files as the design has them. */
export const filesWith = (files: PackFiles, changes: readonly Pick<DesignFile, 'file' | 'content'>[]): PackFiles => overlaid(files, new Map(changes.map(({ file, content }) => [file, content])))

/** Files somebody has released another version of since the design began on them. */
export const outdatedFiles = (files: PackFiles, changes: readonly DesignFile[]): { file: string; inForce: string | null }[] =>
  changes.flatMap(({ file, base }) => ((files.get(file) ?? null) === base ? [] : [{ file, inForce: files.get(file) ?? null }]))

export const beginDesign = async (scene: Scene, given: Pick<Design, 'pack' | 'region' | 'title' | 'about'>): Promise<Design> => {
  const { tx, app, principal, at } = scene
  const design: Design = { ...given, id: uuidv7(app.clock), state: 'editing', revision: 1, editors: [staffOf(principal).id], releaseOn: null, createdAt: at.toISOString(), updatedAt: at.toISOString() }
  await insertDesign(tx, design)
  await record(scene, design, 'begin')
  await insertAudit(tx, [auditDesign(scene, design, 'begin', { pack: design.pack, about: design.about, title: design.title })])
  return design
}

const checkFiles = (app: Scene['app'], design: Design, changes: readonly FileChange[], present: readonly DesignFile[]): void => {
  const inRoot = filesInForce(app).disk.has('pack.yaml')
  const stranger = changes.find(({ file }) => !isDesignFile(design.pack, file, inRoot))
  if (stranger) throw new Refusal('invalid', { file: stranger.file, because: 'no design may change this file' })
  const long = changes.find(({ content }) => (content?.length ?? 0) > designLimits.characters)
  if (long) throw new Refusal('too_large', { file: long.file, characters: designLimits.characters })
  if (tooManyFiles(present, changes)) throw new Refusal('too_large', { files: designLimits.files })
}

/**
 * Saves files. @param seen the revision the author wrote on
 * @throws Refusal conflict with what others saved meanwhile, when it is in one of these files
 */
export const saveFiles = async (scene: Scene, id: string, seen: number, changes: readonly FileChange[], title?: string): Promise<Design> => {
  const { tx, app, principal, at } = scene
  const design = await getDesignForUpdate(tx, id)
  authoriseAction(principal, design, 'edit')
  const before = await listDesignFiles(tx, id)
  checkFiles(app, design, changes, before)
  const known = new Map(before.map((file) => [file.file, file]))
  const theirs = changes.flatMap(({ file }) => known.get(file) ?? []).filter(({ revision }) => revision > seen)
  if (theirs.length > 0) throw new Refusal('conflict', { revision: design.revision, files: theirs.map(({ file, content, savedBy, savedAt }) => ({ file, content, savedBy, savedAt })) })

  const staff = staffOf(principal)
  const next: Design = { ...advanced(design, 'edit', at), title: title ?? design.title, editors: [...new Set([...design.editors, staff.id])] }
  const { files } = filesInForce(app)
  const now = (file: string): string | null => files.get(file) ?? null
  const kept = changes.filter(({ file, content }) => content !== now(file))
  await upsertDesignFiles(tx, id, kept.map(({ file, content, rebased }) => ({
    file, content, base: rebased ? now(file) : (known.get(file)?.base ?? now(file)), revision: next.revision, savedBy: nameOf(principal), savedAt: at.toISOString(),
  })))
  await deleteDesignFiles(tx, id, changes.filter((change) => !kept.includes(change)).map(({ file }) => file))
  await updateDesign(tx, next)
  const last = (await listDesignActions(tx, id)).at(-1)
  if (last?.action !== 'edit' || last.actorName !== staff.name) await record(scene, next, 'edit')
  await insertAudit(tx, [auditDesign(scene, next, 'edit', { revision: next.revision, files: changes.map(({ file }) => file) })])
  return next
}
