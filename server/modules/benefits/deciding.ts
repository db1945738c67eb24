// What the person decides: yes, with an account; no; and for what must be applied for, the application in one step.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { personOf, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { findPerson } from '../people/index.ts'
import { accountProblem } from './account.ts'
import { deceasedOn } from './due.ts'
import { accountOnFile, type Account, type Entitlement, type EntitlementAction, type Subject } from './entitlement.ts'
import { deleteClaims, findEntitlement, getEntitlementForUpdate, insertClaims, listEntitlementsOf } from './entitlements-store.ts'
import { judgeSubject } from './judging.ts'
import { listSentBack } from './pay-lists-store.ts'
import { moveEntitlement } from './recording.ts'
import { claimsOf } from './period.ts'
import { getSubjectForUpdate } from './subjects-store.ts'

export type Call = { principal: Principal; requestId: string }

/** The subject first, then what is due to it, as screening does: two at once wait for one another and never in a circle. @throws Refusal not_found */
export const heldWithSubject = async (tx: Tx, id: string): Promise<{ one: Entitlement; subject: Subject }> => {
  const found = await findEntitlement(tx, id)
  if (!found) throw new Refusal('not_found')
  const subject = await getSubjectForUpdate(tx, found.subjectId)
  return { one: await getEntitlementForUpdate(tx, id), subject }
}

/** Theirs, or of a company they act for. @throws Refusal not_found */
export const ownForUpdate = async (tx: Tx, principal: Principal, id: string): Promise<{ one: Entitlement; subject: Subject }> => {
  const person = await findPerson(tx, personOf(principal).id)
  if (!person) throw new Refusal('not_found')
  const held = await heldWithSubject(tx, id)
  const { subject } = held
  const isTheirs = subject.audience === 'person' ? subject.number === person.idNumber : person.companies.some(({ uscc }) => uscc === subject.number)
  if (!isTheirs) throw new Refusal('not_found')
  return held
}

const recorded = async (app: App, tx: Tx, { principal, requestId }: Call, one: Entitlement, action: EntitlementAction): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: `benefits.${action}`, subjectType: 'benefitEntitlement', subjectId: one.id, region: one.region, requestId, detail: { benefit: one.benefitId, period: one.period } }])

/**
 * By the person, or by whoever visited them. The caller holds the subject.
 * @throws Refusal invalid for an account that cannot be right; not_allowed_now; benefit_excluded when a policy that excludes this one holds the time
 */
export const confirmFor = async (app: App, tx: Tx, one: Entitlement, subject: Subject, account: Account, by: { actorKind: string; actorId: string }): Promise<Entitlement> => {
  const at = app.clock.now()
  const problem = accountProblem(account, subject.name)
  if (problem) throw new Refusal('invalid', { account: problem })
  const benefits = app.packs.benefitsFor(app.config.region)
  const benefit = benefits[one.benefitId]
  if (!benefit) throw new Refusal('not_offered')
  // what was due when it was told may be so no longer: the newest facts decide, unless an official has decided by hand
  const match = (await judgeSubject(app, tx, subject, plainDate(at))).find((each) => each.benefit.id === benefit.id)
  if ((one.ruling !== 'upheld' && !match?.isDue) || deceasedOn(subject)) throw new Refusal('not_allowed_now')
  if (!(await insertClaims(tx, one, claimsOf(benefit, one.period, benefits)))) throw new Refusal('benefit_excluded')
  return moveEntitlement(tx, one, { action: 'confirm', at, ...by }, { account: { ...account, number: account.number.replaceAll(/\s/g, '') }, accountGivenAt: at.toISOString() })
}

/**
 * @param given an account, or 'onFile': the one given for another policy
 * @throws Refusal invalid when none is on file, and as `confirmFor`
 */
export const confirmEntitlement = (app: App, call: Call, id: string, given: Account | 'onFile'): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const { one, subject } = await ownForUpdate(tx, call.principal, id)
    const account = given === 'onFile' ? accountOnFile(await listEntitlementsOf(tx, subject.id), await listSentBack(tx, subject.id))?.account : given
    if (!account) throw new Refusal('invalid', { account: 'number' })
    const next = await confirmFor(app, tx, one, subject, account, { actorKind: 'person', actorId: personOf(call.principal).id })
    await recorded(app, tx, call, one, 'confirm')
    return next
  })

/** It may be confirmed later after all, while the policy is due. */
export const declineEntitlement = (app: App, call: Call, id: string): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const { one } = await ownForUpdate(tx, call.principal, id)
    const next = await moveEntitlement(tx, one, { action: 'decline', at: app.clock.now(), actorKind: 'person', actorId: personOf(call.principal).id })
    await deleteClaims(tx, one.id)
    await recorded(app, tx, call, one, 'decline')
    return next
  })
