// Drafts that are given up: thrown away because nobody has touched them for long, or because the person asks that all be erased. Then
// nothing waits for RETENTION_DAYS: content, documents and signatures go at once.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { App } from '../../module.ts'
import { canApplication } from './application.ts'
import { findApplicationForUpdate, listDraftsOf, listStaleDrafts, updateApplication } from './applications-store.ts'
import { purgeDraft } from './retention.ts'

type Erasing = Pick<App, 'db' | 'clock'>

const giveUp = async (app: Erasing, id: string, actorId: string): Promise<boolean> => {
  const given = await app.db.transaction(async (tx) => {
    const draft = await findApplicationForUpdate(tx, id)
    if (!draft || !canApplication(draft.state, 'discard')) return false
    const at = app.clock.now().toISOString()
    await updateApplication(tx, { ...draft, state: 'discarded', answers: {}, known: [], registries: {}, lookedUp: [], lookedUpAt: {}, records: {}, updatedAt: at })
    await insertAudit(tx, [{ at, actorKind: 'system', actorId, action: 'applications.discard', subjectType: 'application', subjectId: id, region: draft.region, requestId: null, detail: {} }])
    return true
  })
  if (given) await purgeDraft(app, id)
  return given
}

const giveUpAll = async (app: Erasing, ids: readonly string[], actorId: string): Promise<number> => {
  let given = 0
  for (const id of ids) if (await giveUp(app, id, actorId)) given += 1
  return given
}

/** Drafts nobody has touched since an instant; with `dry` only how many. @param spared people of whom nothing is erased */
export const eraseStaleDrafts = async (app: Erasing, { before, spared, limit, dry }: { before: Date; spared: readonly string[]; limit: number; dry: boolean }): Promise<number> => {
  const ids = await listStaleDrafts(app.db.read, before, spared, limit)
  return dry ? ids.length : giveUpAll(app, ids, 'retention')
}

/** All drafts of a person. */
export const eraseDraftsOf = async (app: Erasing, personId: string): Promise<number> => giveUpAll(app, await listDraftsOf(app.db.read, personId), 'erasure')
