// A value of an application that a registry gave, as its applicant may dispute it; and what a draft forgets once the record was corrected.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { knownValues, type Answer } from '../planning/index.ts'
import { canApplication, undispute, type Application } from './application.ts'
import { findApplication, findApplicationForUpdate, updateApplication } from './applications-store.ts'
import { auditApplication, getOwn, ownFacts, type Person } from './drafting.ts'
import { forget } from './knowledge.ts'

/** `keyConcept`: the number the record was found by. */
export type RegistryFact = { matter: string; region: string; registry: string; keyConcept: string | null; value: Answer; asOf: string }

/** What a registry told the applicant. @throws Refusal not_found when the application is not theirs */
export const findRegistryFact = async (app: App, read: Read, person: Person, applicationId: string, concept: string): Promise<RegistryFact | undefined> => {
  const { matter, region, known } = await getOwn(read, person, applicationId)
  const fact = known.find((each) => each.concept === concept)
  if (fact?.source.kind !== 'registry') return undefined
  const { concepts, registries } = app.packs.catalogueFor(region)
  return { matter, region, registry: fact.source.registry, keyConcept: registries[fact.source.registry]?.keys[concepts[concept]?.subject ?? ''] ?? null, value: fact.value, asOf: fact.asOf }
}

const valuesOf = async (app: App, read: Read, application: Application) =>
  knownValues(application.answers, [...ownFacts(app.packs.catalogueFor(application.region), await getPerson(read, application.personId), application), ...application.known])

/** The number an application has for a concept now; undefined when it has none any more. */
export const findNumberIn = async (app: App, read: Read, applicationId: string, concept: string): Promise<string | undefined> => {
  const application = await findApplication(read, applicationId)
  const value = application && (await valuesOf(app, read, application))[concept]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A record was corrected: a draft that was filled in instead forgets that, and asks again at its next step. Answers whether there was one. */
export const askAgainAfterCorrection = async (app: App, tx: Tx, by: Principal, { applicationId, registry, keyConcept, concept }: { applicationId: string; registry: string; keyConcept: string; concept: string }): Promise<boolean> => {
  const application = await findApplicationForUpdate(tx, applicationId)
  if (!application || !canApplication(application.state, 'edit')) return false
  const forgotten = forget(undispute(application, concept), app.packs.catalogueFor(application.region), registry, keyConcept)
  const next = { ...forgotten, revision: application.revision + 1, updatedAt: app.clock.now().toISOString() }
  await updateApplication(tx, next)
  await insertAudit(tx, [auditApplication(app, by, next, 'recordCorrected', null, { registry, concept })])
  return true
}
