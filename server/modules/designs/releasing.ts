// Review and release: a design is handed in, looked at by somebody else, and becomes an edition; an edition can be taken back by another.
// Everything released has passed every check together with what is in force, inside the transaction that releases it.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { overlaid, type PackFiles } from '../catalogue/index.ts'
import { filesInForce } from './adopting.ts'
import { designAfter, type Design, type DesignAction, type DesignFile } from './design.ts'
import { getDesignForUpdate, listDesignActions, listDesignFiles, updateDesign } from './designs-store.ts'
import { changedSince, digestOf, digestOfCheck, overlayOf, restoring, type Edition, type EditionFile } from './edition.ts'
import { findEdition, getNewestEdition, insertEdition, listFilesInForce, lockEditions } from './editions-store.ts'
import { filesWith, outdatedFiles } from './editing.ts'
import { inspect } from './inspecting-client.ts'
import { advanced, auditDesign, authoriseAction, mayRead, nameOf, record, rolesOver, type Scene } from './scene.ts'

export const releaseTask = 'designs.release'
export const indexTask = 'designs.index'

/** Plans the release for midnight in China at the beginning of a day (YYYY-MM-DD), or some milliseconds later. */
export const planRelease = (tx: Tx, design: string, on: string, late = 0): Promise<void> =>
  planJobs(tx, [{ task: releaseTask, payload: { design, on }, key: `${releaseTask} ${design}`, runAt: new Date(Date.parse(`${on}T00:00:00+08:00`) + late) }])

/** What is in force as the database has it, in whatever state this process is. */
const committedFiles = async (scene: Scene): Promise<PackFiles> => overlaid(filesInForce(scene.app).disk, overlayOf(await listFilesInForce(scene.tx)))

/** Looks in the thread packs are looked at in: seconds of computing that would keep everybody waiting. @throws Refusal findings with every one of them */
const refuseFindings = async (scene: Scene, files: PackFiles): Promise<void> => {
  const findings = (await inspect({ key: '', files, pack: '', on: plainDate(scene.at) }, { ask: 'soundness' })) ?? []
  if (findings.length > 0) throw new Refusal('findings', findings)
}

const refuseOutdated = (files: PackFiles, changes: readonly DesignFile[]): void => {
  const outdated = outdatedFiles(files, changes)
  if (outdated.length > 0) throw new Refusal('conflict', { outdated: outdated.map(({ file }) => file) })
}

const move = async (scene: Scene, design: Design, action: DesignAction, change: Partial<Design> = {}, detail: Record<string, unknown> = {}): Promise<Design> => {
  const next = { ...advanced(design, action, scene.at), ...change }
  await updateDesign(scene.tx, next)
  await record(scene, next, action, detail)
  await insertAudit(scene.tx, [auditDesign(scene, next, action, { revision: next.revision, ...detail })])
  return next
}

const getForAction = async (scene: Scene, id: string, action: DesignAction, seen: number | undefined): Promise<Design> => {
  const design = await getDesignForUpdate(scene.tx, id)
  authoriseAction(scene.principal, design, action)
  if (seen !== undefined && design.revision !== seen) throw new Refusal('conflict', { revision: design.revision, state: design.state })
  return design
}

/** Steps that change nothing but the state: hand in, take back, give back, throw away, stop a scheduled release, say something. */
export const stepDesign = async (scene: Scene, id: string, action: 'submit' | 'takeBack' | 'giveBack' | 'unschedule' | 'discard' | 'comment', seen: number, comment = ''): Promise<Design> => {
  const design = await getForAction(scene, id, action, action === 'comment' ? undefined : seen)
  if (action === 'submit') {
    const changes = await listDesignFiles(scene.tx, id)
    if (changes.length === 0) throw new Refusal('not_allowed_now', { because: 'nothing was changed' })
    const files = await committedFiles(scene)
    refuseOutdated(files, changes)
    await refuseFindings(scene, filesWith(files, changes))
  }
  const stillPlanned = designAfter(design.state, action) === 'scheduled'
  return move(scene, design, action, stillPlanned ? {} : { releaseOn: null }, comment === '' ? {} : { comment })
}

/** Releases a design now, or on a later day (YYYY-MM-DD) at midnight. Both are checked now, the later one again then. */
export const releaseDesign = async (scene: Scene, id: string, seen: number | undefined, on?: string, comment = ''): Promise<Design> => {
  const today = plainDate(scene.at)
  if (on !== undefined && on < today) throw new Refusal('invalid', { on, because: 'this day is over' })
  const later = on !== undefined && on > today
  const design = await getForAction(scene, id, later ? 'schedule' : 'release', seen)
  const changes = await listDesignFiles(scene.tx, id)
  await lockEditions(scene.tx)
  const files = await committedFiles(scene)
  refuseOutdated(files, changes)
  await refuseFindings(scene, filesWith(files, changes))
  if (later) {
    await planRelease(scene.tx, id, on)
    return move(scene, design, 'schedule', { releaseOn: on }, { on, ...(comment === '' ? {} : { comment }) })
  }
  const reviewer = await reviewerOf(scene, id)
  const number = await publish(scene, { pack: design.pack, region: design.region, title: design.title, designId: id, restores: null, madeBy: await authorsOf(scene.tx, id), releasedBy: reviewer, reason: comment }, changes, files)
  return move(scene, design, 'release', { releaseOn: null }, { edition: number, ...(comment === '' ? {} : { comment }) })
}

/** The official who released it, also when the system does so on the day they chose. */
const reviewerOf = async (scene: Scene, id: string): Promise<string> =>
  scene.principal.kind === 'system' ? ((await listDesignActions(scene.tx, id)).findLast(({ action }) => action === 'schedule')?.actorName ?? '') : nameOf(scene.principal)

const authorsOf = async (tx: Tx, id: string): Promise<string> =>
  [...new Set((await listDesignActions(tx, id)).filter(({ action }) => action === 'edit' || action === 'begin').map(({ actorName }) => actorName))].join('、')

const publish = async (scene: Scene, edition: Omit<Edition, 'number' | 'releasedAt'>, changes: readonly Pick<EditionFile, 'file' | 'content'>[], files: PackFiles): Promise<number> => {
  const number = (await getNewestEdition(scene.tx)).number + 1
  const { disk } = filesInForce(scene.app)
  const changed = changes.map(({ file, content }): EditionFile => ({ file, content, before: files.get(file) ?? null, diskDigest: digestOf(disk.get(file)) }))
  const checked = digestOfCheck(filesWith(files, changes), plainDate(scene.at))
  await insertEdition(scene.tx, { ...edition, number, releasedAt: scene.at.toISOString(), checked }, changed)
  await planJobs(scene.tx, [{ task: indexTask, payload: { edition: number }, key: indexTask }])
  return number
}

/**
 * Takes an edition back by a new one that restores its files. What it restores was reviewed when it was released, so one person suffices.
 * `asOnDisk` names files whose text on disk is newer than the one the edition replaced: those become as they are on disk.
 * @throws Refusal conflict when a later edition changed the same files, findings when what is in force needs them
 */
export const rollBack = async (scene: Scene, number: number, reason: string): Promise<{ edition: number; asOnDisk: string[] }> => {
  await lockEditions(scene.tx)
  const found = await findEdition(scene.tx, number)
  if (!found || !mayRead(scene.principal, found.edition.region)) throw new Refusal('not_found')
  const { edition } = found
  if (rolesOver(scene.principal, edition.region).length === 0) throw new Refusal('forbidden')
  const files = await committedFiles(scene)
  const later = changedSince(found.files, (file) => files.get(file))
  if (later.length > 0) throw new Refusal('conflict', { changedSince: later })
  const { disk } = filesInForce(scene.app)
  const { changes, asOnDisk } = restoring(found.files, (file) => disk.get(file))
  await refuseFindings(scene, filesWith(files, changes))
  const name = nameOf(scene.principal)
  const restored = await publish(scene, { pack: edition.pack, region: edition.region, title: edition.title, designId: null, restores: number, madeBy: name, releasedBy: name, reason }, changes, files)
  await insertAudit(scene.tx, [{ ...auditDesign(scene, { id: String(number), region: edition.region }, 'rollBack', { edition: number, restoredBy: restored, reason, ...(asOnDisk.length === 0 ? {} : { asOnDisk }) }), subjectType: 'edition' }])
  return { edition: restored, asOnDisk }
}
