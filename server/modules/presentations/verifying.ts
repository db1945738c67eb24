// Checking what somebody shows: a code, once, or a signed copy. Every look is in the holder's use log, also one that came too late.
import { createHash, createHmac } from 'node:crypto'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { getCredential, insertCredentialUse, standingOn, type Credential } from '../credentials/index.ts'
import { askerName } from './asking.ts'
import { nothingChecked, tells, type Checked } from './checked.ts'
import { readCopy } from './copies.ts'
import { checkedOf } from './disclosing.ts'
import { codeVerdict, missesAllowed, missesWithinMs, shownForMs, skewMs, type Presentation, type Verdict } from './presentation.ts'
import { countMisses, insertMiss, insertShownOffline, takePresentation } from './presentations-store.ts'
import { auditShowing, digestOf } from './showing.ts'

/** Who asks: `address` of the request, to slow guessing down. */
export type Checker = { principal: Principal; address: string; language: Language; requestId: string }

const callerOf = (app: App, { principal, address }: Checker): string =>
  createHmac('sha256', app.config.sessionSecret).update(principal.kind === 'staff' ? `staff ${principal.id}` : `address ${address}`).digest('hex').slice(0, 32)

const nameOf = async (app: App, principal: Principal): Promise<string | null> => (principal.kind === 'staff' ? askerName(app, principal.id) : null)

/** What was looked at, and of whom: for whoever serves the holder who stands there. */
export type Looked = { checked: Checked; credential?: Credential; claims: readonly string[] }

/** Looks at a code and uses it up. Refuses `too_many` after a number of codes that are nobody's. */
export const checkCode = async (app: App, checker: Checker, code: string): Promise<Checked> => (await lookAt(app, checker, code)).checked

export const lookAt = async (app: App, checker: Checker, code: string): Promise<Looked> => {
  const now = app.clock.now()
  const [caller, since, by] = [callerOf(app, checker), new Date(now.getTime() - missesWithinMs), await nameOf(app, checker.principal)]
  return app.db.transaction(async (tx) => {
    if ((await countMisses(tx, caller, since)) >= missesAllowed) throw new Refusal('too_many')
    const taken = await takePresentation(tx, digestOf(app, code), by, now)
    if (!taken) {
      await insertMiss(tx, uuidv7(app.clock), caller, now, since)
      await insertAudit(tx, [{ ...auditShowing(app, checker.principal, 'miss', '', checker.requestId), subjectType: 'presentation' }])
      return { checked: nothingChecked('unknown', now.toISOString()), claims: [] }
    }
    const { presentation, first } = taken
    const credential = await getCredential(tx, presentation.credentialId)
    const verdict = first ? standingVerdict(credential, now) : (codeVerdict(presentation, now) ?? 'used')
    await record(app, tx, checker, credential, by, presentation, verdict)
    if (!tells.includes(verdict)) return { checked: nothingChecked(verdict, now.toISOString()), claims: [] }
    const { purpose, shownBy, claims } = presentation
    return { checked: { verdict, ...checkedOf(app, credential, claims, checker.language), purpose, shownBy, bound: true, checkedAt: now.toISOString(), statusAt: now.toISOString() }, credential, claims }
  })
}

const standingVerdict = (credential: Credential, now: Date): Verdict => {
  const standing = standingOn(credential, plainDate(now))
  return standing === 'replaced' ? 'revoked' : standing
}

/** Into the holder's use log and the audit trail; `reference` says why nothing was seen. */
const record = async (app: App, tx: Tx, { principal, requestId }: Checker, credential: Credential, by: string | null, { claims, purpose }: Pick<Presentation, 'claims' | 'purpose'>, verdict: Verdict): Promise<void> => {
  const seen = tells.includes(verdict)
  await insertCredentialUse(tx, { id: uuidv7(app.clock), credentialId: credential.id, personId: credential.holderPersonId, kind: 'verified', at: app.clock.now().toISOString(), by, purpose, claims: seen ? claims : [], reference: seen ? null : verdict })
  await insertAudit(tx, [auditShowing(app, principal, 'verify', credential.id, requestId, { verdict })])
}

/** A copy is shown once, too: what its phone signed counts, since a signature can be rewritten without the key and what it signs cannot. */
const isShownFirst = (tx: Tx, text: string, now: Date): Promise<boolean> =>
  insertShownOffline(tx, createHash('sha256').update(text.split('~').at(-1)?.split('.').slice(0, 2).join('.') ?? '').digest('hex'), now, new Date(now.getTime() - 2 * (shownForMs + skewMs)))

/** Looks at a signed copy: what a phone shows without network, or a file. */
export const checkCopy = async (app: App, checker: Checker, given: string): Promise<Checked> => {
  const now = app.clock.now()
  const [copy, by] = [await readCopy(app, given), await nameOf(app, checker.principal)]
  return app.db.transaction(async (tx) => {
    const isNew = !copy.bound || !tells.includes(copy.verdict) || (await isShownFirst(tx, copy.text, now))
    const verdict = isNew ? copy.verdict : 'used'
    if (copy.credential) await record(app, tx, checker, copy.credential, by, copy, verdict)
    else await insertAudit(tx, [{ ...auditShowing(app, checker.principal, 'verify', '', checker.requestId, { verdict, because: copy.because }), subjectType: 'copy' }])
    if (!copy.credential || !tells.includes(verdict)) return nothingChecked(verdict, now.toISOString())
    return {
      verdict, ...checkedOf(app, copy.credential, copy.claims, checker.language, copy.values), purpose: copy.purpose || null, shownBy: null, bound: copy.bound, checkedAt: now.toISOString(),
      statusAt: verdict === 'statusUnknown' ? null : now.toISOString(),
    }
  })
}
