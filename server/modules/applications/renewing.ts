// Before an application is handed in: looks up again what is too old to be relied on, keeps what is said now, and tells what changed.
// Nothing the person typed is touched; a registry that does not answer holds nobody up.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { App } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { canApplication } from './application.ts'
import { findApplicationForUpdate, updateApplication } from './applications-store.ts'
import { auditApplication, getOwn, lookUp, ownFacts, planOf, statesOf, type Person } from './drafting.ts'
import { changesBetween, restored, stalePlaces, wantedAgain, withoutAnswersOf, type FactChange } from './freshness.ts'
import { withRegistryAnswers } from './knowledge.ts'

/** Values of records that are no longer what the person last saw. */
export const renewFacts = async (app: App, person: Person, id: string, requestId: string): Promise<FactChange[]> => {
  const seen = await getOwn(app.db.read, person, id)
  const catalogue = app.packs.catalogueFor(seen.region)
  const places = stalePlaces(seen, catalogue, app.clock.now())
  const asked = await planOf(app, app.db.read, withoutAnswersOf(seen, catalogue, places))
  const found = await lookUp(app, person, asked, { besides: wantedAgain(seen, places) })
  return app.db.transaction(async (tx) => {
    const before = await findApplicationForUpdate(tx, id)
    if (!before || !canApplication(before.state, 'edit')) return []
    const own = ownFacts(catalogue, await getPerson(tx, person.id), before)
    const renewed = withRegistryAnswers(withoutAnswersOf(before, catalogue, places), found.answers, catalogue, own)
    const after = restored(before, renewed, catalogue, places, found.answers, own)
    const changes = changesBetween(before, after)
    await updateApplication(tx, { ...after, revision: before.revision + 1, updatedAt: app.clock.now().toISOString() })
    await insertAudit(tx, [auditApplication(app, person, after, 'renew', requestId, { registries: statesOf(found), changed: changes.map(({ concept }) => concept) })])
    return changes
  })
}
