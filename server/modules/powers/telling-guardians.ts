// A department asks a ward for consent: whoever acts for the ward by law is told, because only they may answer (Personal Information
// Protection Law Art. 31). Those are told whose power is in force; a ward's other guardians have nothing here to act by.
import { insertAudit, listAuditOf } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { askedDetail, auditConsent, findConsentAsked } from '../consents/index.ts'
import { tellAbout } from './establishing.ts'
import { isInForce } from './power.ts'
import { listGuardiansOf } from './powers-store.ts'

const told = 'tellGuardians'

/** The job. Repeating it tells nobody twice. */
export const tellGuardians = (app: App, consent: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const one = await findConsentAsked(app, tx, consent)
    if (!one || (await listAuditOf(tx, 'consent', consent)).some(({ action }) => action === `consents.${told}`)) return
    const guardians = (await listGuardiansOf(tx, one.subject)).filter((power) => isInForce(power, plainDate(app.clock.now())))
    for (const { personId, name } of guardians) await tellAbout(app, tx, [personId], 'guardianConsentAsked', { ...askedDetail(app, one), actor: name })
    if (guardians.length > 0) await insertAudit(tx, [auditConsent(app, { actorKind: 'system', actorId: 'powers' }, one, told, null)])
  })
