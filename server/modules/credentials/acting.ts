// What officials of the authority that answers for an e-licence do with it: suspend, resume, revoke, with reasons its holder is told.
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { authorityOf } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { credentialTypeOf } from './copying.ts'
import { canCredential, issuerHolder, stateAfter, type Credential } from './credential.ts'
import { getCredentialForUpdate, updateCredentialState } from './credentials-store.ts'
import { auditCredential } from './issuing.ts'
import { forgetKeys } from './publishing.ts'
import { insertWithdrawnKey } from './withdrawn-keys-store.ts'

export const staffActions = ['suspend', 'resume', 'revoke'] as const
export type StaffAction = (typeof staffActions)[number]

type Official = { principal: Principal; requestId: string }

/** One step of an e-licence that is held, which its holder is told of. @throws Refusal not_allowed_now where the state does not allow it */
export const moveCredential = async (app: App, tx: Tx, { principal, requestId }: { principal: Principal; requestId: string | null }, one: Credential, action: StaffAction, reasons: string): Promise<Credential> => {
  if (!canCredential(one.status, action)) throw new Refusal('not_allowed_now', { state: one.status, action })
  const next: Credential = { ...one, status: stateAfter(action), because: action === 'resume' ? null : reasons }
  await updateCredentialState(tx, one, next.status, next.because, app.clock.now())
  await insertAudit(tx, [auditCredential(app, principal, action, one, requestId, { reasons })])
  const { line, region } = one.issuer
  const authority = authorityOf(app.packs.catalogueFor(region), line, region)
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: one.holderPersonId, applicationId: null, caseId: null, kind: messageOf[action], at: app.clock.now().toISOString(), readAt: null,
    detail: { document: nameOr(credentialTypeOf(app, one), one.type), number: one.number, reasons, ...(authority ? { authority: authority.name } : {}) },
  }])
  return next
}

/** @throws Refusal not_found outside the jurisdiction, not_allowed_now where the state does not allow it */
export const changeCredential = (app: App, { principal, requestId }: Official, id: string, action: StaffAction, reasons: string): Promise<Credential> =>
  app.db.transaction(async (tx) => {
    const one = await getCredentialForUpdate(tx, id)
    if (!covers(principal, permissions['credentials.decide'], one.issuer)) throw new Refusal('not_found')
    return moveCredential(app, tx, { principal, requestId }, one, action, reasons)
  })

const messageOf = { suspend: 'credentialSuspended', resume: 'credentialResumed', revoke: 'credentialRevoked' } as const satisfies Record<StaffAction, string>

/**
 * Trusts a key of an authority no longer: what it signed is from nobody known from now on, and what is signed next is under a new key.
 * @throws Refusal not_found outside the jurisdiction, or where the authority has no such key
 */
export const withdrawKey = async (app: App, { principal, requestId }: Official, issuer: Credential['issuer'], kid: string, reasons: string): Promise<void> => {
  const keys = await app.keys.listKeys(issuerHolder(issuer))
  if (!covers(principal, permissions['credentials.withdrawKeys'], issuer) || !keys.some((each) => each.kid === kid)) throw new Refusal('not_found')
  if (keys[0]?.kid === kid) await app.keys.rotate(issuerHolder(issuer))
  await app.db.transaction(async (tx) => {
    const isNew = await insertWithdrawnKey(tx, { kid, ...issuer, reasons, at: app.clock.now() })
    if (isNew) await insertAudit(tx, [{ ...auditCredential(app, principal, 'withdrawKey', { id: kid, issuer }, requestId, { reasons }), subjectType: 'key' }])
  })
  forgetKeys(app)
}
