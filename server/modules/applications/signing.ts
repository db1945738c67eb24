// Signing a commitment in place of a document (告知承诺) or the promise to hand it in later (容缺受理), and taking it back in a draft.
// A signature holds for the words that were shown: where the pack has changed them since, it has to be given again.
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { laterStatement } from '../planning/index.ts'
import { updateApplication } from './applications-store.ts'
import { deleteCommitment, insertCommitment } from './commitments-store.ts'
import { auditApplication, getOwnForUpdate, planOf, type Person } from './drafting.ts'

/** Signs what is true in `given`, takes back what is false. Refuses `invalid` for a document no commitment stands in for. */
export const sign = (app: App, person: Person, id: string, given: Readonly<Record<string, boolean>>, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await getOwnForUpdate(app, tx, person, id, 'edit')
    const catalogue = app.packs.catalogueFor(application.region)
    const signedAt = app.clock.now().toISOString()
    for (const [evidence, signed] of Object.entries(given)) {
      const commitment = Object.hasOwn(catalogue.evidence, evidence) ? catalogue.evidence[evidence]?.commitment : undefined
      if (!commitment) throw new Refusal('invalid', { evidence })
      if (signed) await insertCommitment(tx, id, person.id, { evidence, statement: commitment.statement, dueDays: null, signedAt })
      else await deleteCommitment(tx, id, evidence)
    }
    await updateApplication(tx, { ...application, revision: application.revision + 1, updatedAt: signedAt })
    await insertAudit(tx, [auditApplication(app, person, application, 'sign', requestId, { commitments: given })])
  })

/** Promises a document for later on the terms the plan offers now. Refuses `invalid` where it may not follow. */
export const promiseLater = (app: App, person: Person, id: string, given: Readonly<Record<string, boolean>>, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await getOwnForUpdate(app, tx, person, id, 'edit')
    const { plan, catalogue } = await planOf(app, tx, application)
    const signedAt = app.clock.now().toISOString()
    for (const [evidence, later] of Object.entries(given)) {
      const terms = plan.evidence.find((each) => each.evidence === evidence)?.mayFollow
      const type = Object.hasOwn(catalogue.evidence, evidence) ? catalogue.evidence[evidence] : undefined
      if (!type || (later && !terms)) throw new Refusal('invalid', { evidence })
      if (!later || !terms) await deleteCommitment(tx, id, evidence)
      else await insertCommitment(tx, id, person.id, { evidence, statement: laterStatement(type.name, terms.dueDays), dueDays: terms.dueDays, signedAt })
    }
    await updateApplication(tx, { ...application, revision: application.revision + 1, updatedAt: signedAt })
    await insertAudit(tx, [auditApplication(app, person, application, 'promise', requestId, { later: given })])
  })
