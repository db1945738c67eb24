// Letters for those whom no message reaches, and what follows from a visit: agreed, it is confirmed to the account they gave; declined or moved, it
// ends; nobody at home, they stay on the list.
import { randomInt } from 'node:crypto'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { confirmFor, heldWithSubject } from './deciding.ts'
import type { Account, Entitlement } from './entitlement.ts'
import { deleteClaims, listUnreached } from './entitlements-store.ts'
import { letterCode, visitSteps, type VisitOutcome } from './letter.ts'
import { insertLetters, listLettersOf, updateLetterNoted } from './letters-store.ts'
import { makers, type StaffCall } from './paying.ts'
import { moveEntitlement } from './recording.ts'

/** So many letters are one batch: one file to print, and what its visits found. */
export const mostLetters = 200

/** To those of my jurisdiction who have none yet, the longest waiting first. @returns how many were written; as many as a batch holds: there may be more */
export const makeLetters = (app: App, { principal, requestId }: StaffCall): Promise<number> =>
  app.db.transaction(async (tx) => {
    const staff = staffOf(principal)
    const at = app.clock.now().toISOString()
    const found = await listUnreached(tx, jurisdictionFilter(staff, makers), null, mostLetters)
    const written = await insertLetters(tx, found.map(({ id, region, line }) => ({ entitlementId: id, code: letterCode(() => randomInt(1_000_000) / 1_000_000), region, line, madeBy: staff.id, madeAt: at, outcome: null, note: '', notedBy: null, notedAt: null })))
    await insertAudit(tx, [{ at, ...actorOf(staff), action: 'benefits.letters', subjectType: 'benefitLetters', subjectId: staff.id, region: found[0]?.region ?? null, requestId, detail: { letters: written } }])
    return written
  })

export type Visit = { outcome: VisitOutcome; note: string; account?: Account | undefined }

/** @throws Refusal not_found without a letter or outside the jurisdiction; invalid without an account that can be right, when they agreed; not_allowed_now */
export const noteVisit = (app: App, { principal, requestId }: StaffCall, entitlementId: string, { outcome, note, account }: Visit): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const { one, subject } = await heldWithSubject(tx, entitlementId)
    if (!covers(principal, makers, one)) throw new Refusal('not_found')
    const [letter] = await listLettersOf(tx, [one.id])
    if (!letter) throw new Refusal('not_found')
    const staff = staffOf(principal)
    const [at, action] = [app.clock.now(), visitSteps[outcome]]
    await updateLetterNoted(tx, { ...letter, outcome, note: note.trim(), notedBy: staff.id, notedAt: at.toISOString() })
    await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(staff), action: 'benefits.visit', subjectType: 'benefitEntitlement', subjectId: one.id, region: one.region, requestId, detail: { outcome } }])
    if (action === undefined) return one
    if (action === 'confirm') {
      if (!account) throw new Refusal('invalid', { account: 'number' })
      return confirmFor(app, tx, one, subject, account, { actorKind: 'staff', actorId: staff.id })
    }
    const next = await moveEntitlement(tx, one, { action, at, actorKind: 'staff', actorId: staff.id, detail: { because: outcome } }, outcome === 'moved' ? { ruling: 'refused' } : {})
    await deleteClaims(tx, one.id)
    return next
  })
