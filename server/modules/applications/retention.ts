// What was thrown away is gone for good after the time the configuration says: documents and signatures of discarded drafts, removed
// documents, and the bytes once no application holds them. Personal Information Protection Law Art. 19, 47. Safe to repeat.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { deleteFile, insertFile } from '../../kernel/file-store.ts'
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { isDiscarded } from './application.ts'
import { deleteCommitmentsOf } from './commitments-store.ts'
import { deleteUploadsOf, findApplicationForUpdate, hasUpload, updateApplication } from './applications-store.ts'

const draftTask = 'applications.purgeDraft'
const fileTask = 'applications.purgeFile'
const dayMs = 24 * 60 * 60 * 1000

const retained = ({ clock, config }: Pick<App, 'clock' | 'config'>): Date => new Date(clock.now().getTime() + config.retentionDays * dayMs)

/** A draft was thrown away: what is left of it goes when its time is over. */
export const planPurgeOfDraft = (app: App, tx: Tx, applicationId: string): Promise<void> => planJobs(tx, [{ task: draftTask, payload: { applicationId }, runAt: retained(app) }])

/** Content nobody may need any more: its bytes go when its time is over, unless they are used again by then. */
export const planPurgeOfFile = (app: App, tx: Tx, digest: string): Promise<void> => planJobs(tx, [{ task: fileTask, payload: { digest }, runAt: retained(app) }])

/** Empties a discarded draft and plans, in the same transaction, that the bytes go now. A shell of it stays, because look-ups made for it stay visible to whom they concern. */
export const purgeDraft = (app: Pick<App, 'db' | 'clock'>, applicationId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await findApplicationForUpdate(tx, applicationId)
    if (!application || !isDiscarded(application)) return
    const gone = await deleteUploadsOf(tx, applicationId)
    await deleteCommitmentsOf(tx, applicationId)
    const now = app.clock.now()
    await planJobs(tx, [...new Set(gone)].map((digest) => ({ task: fileTask, payload: { digest }, runAt: now })))
    const at = now.toISOString()
    await updateApplication(tx, { ...application, consents: {}, declinedServices: [], updatedAt: at })
    const detail = { documents: gone.length }
    await insertAudit(tx, [{ at, actorKind: 'system', actorId: 'retention', action: 'applications.purge', subjectType: 'application', subjectId: applicationId, region: application.region, requestId: null, detail }])
  })

/** Something else refers to the content, such as a hard case: it stays (PostgreSQL: foreign_key_violation). */
const isHeldElsewhere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23503'

/** Removes the bytes of content no application holds; what a case reuses is held by the earlier application, whose documents stay. What was stored again within the last day may be on its way into one: tomorrow, then. */
export const purgeFile = (app: App, digest: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    if (await hasUpload(tx, digest)) return
    // The row first: whoever registers the same content now waits. The bytes before the commit: a crash leaves a row, never bytes nobody knows.
    const file = await deleteFile(tx, digest)
    if (await app.files.remove(digest)) return
    if (file) await insertFile(tx, file, app.clock.now())
    await planJobs(tx, [{ task: fileTask, payload: { digest }, runAt: new Date(app.clock.now().getTime() + dayMs) }])
  }).catch((error: unknown) => {
    if (!isHeldElsewhere(error)) throw error
  })

export const retentionJobs = (app: App): JobTask[] => [
  { task: draftTask, run: (payload) => purgeDraft(app, (payload as { applicationId: string }).applicationId) },
  { task: fileTask, run: (payload) => purgeFile(app, (payload as { digest: string }).digest) },
]
