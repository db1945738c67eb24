// Consent to a registry being asked: kept across applications with what exactly was agreed to, and taken back with effect at once.
// What was handed in already stays; a draft forgets what the registry told (Personal Information Protection Law Art. 14, 15, 16).
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { getPerson, recordActing } from '../people/index.ts'
import { updateConsentEnded } from '../undertakings/index.ts'
import { canApplication, withConsents, type Application } from './application.ts'
import { findApplicationForUpdate, updateApplication } from './applications-store.ts'
import { insertConsents, updateConsentsWithdrawn } from './consents-store.ts'
import { auditApplication, isTheirs, ownFacts, type Person } from './drafting.ts'
import { withoutOutdated } from './knowledge.ts'

/** What somebody who agrees is shown: registry, matter, what it can answer, by what law. */
const wordingOf = ({ registries, matters }: Catalogue, registry: string, matter: string): string => {
  const { name, answers, legalBasis } = registries[registry] ?? {}
  return createHash('sha256').update(canonicalJson({ registry, name, concepts: Object.keys(answers ?? {}), legalBasis, matter: matters[matter]?.name })).digest('hex')
}

/** Notes what was said about the registries that need consent, in the transaction in which the application takes it over. */
export const keepConsents = (app: App, tx: Tx, application: Application, said: Readonly<Record<string, boolean>>): Promise<void> => {
  const catalogue = app.packs.catalogueFor(application.region)
  const at = app.clock.now().toISOString()
  const { id, personId, matter, channel } = application
  return insertConsents(tx, Object.entries(said).filter(([registry]) => catalogue.registries[registry]?.consent === true).map(([registry, granted]) => ({
    id: uuidv7(app.clock), personId, applicationId: id, matter, registry, granted, channel, wording: wordingOf(catalogue, registry, matter), at, withdrawnAt: null,
  })))
}

/** Takes a consent back, whatever has become of the application: nothing is asked by it from now on. @throws Refusal not_found */
export const withdrawConsent = (app: App, person: Person, applicationId: string, registry: string, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await findApplicationForUpdate(tx, applicationId)
    if (!application || !isTheirs(person, application) || application.consents[registry] === undefined) throw new Refusal('not_found')
    if (!application.consents[registry].granted) return
    await recordActing(app, tx, person, application)
    const at = app.clock.now().toISOString()
    await updateConsentsWithdrawn(tx, applicationId, [registry], at)
    await updateConsentEnded(tx, applicationId, registry)
    const catalogue = app.packs.catalogueFor(application.region)
    const next = canApplication(application.state, 'edit')
      ? withoutOutdated(withConsents(application, { [registry]: false }, at), catalogue, ownFacts(catalogue, await getPerson(tx, person.id), application))
      : { ...application, consents: { ...application.consents, [registry]: { granted: false, at } } }
    await updateApplication(tx, { ...next, revision: application.revision + 1, updatedAt: at })
    await insertAudit(tx, [auditApplication(app, person, application, 'withdrawConsent', requestId, { registry })])
  })
