// A department's system asks for a consent. It is told nothing of whether somebody has an account here: a request waits for whoever it is about.
import type { AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { addDays, isPlainDate, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { consentState, longestDays, mayAskAnew, openDays, type Consent, type ConsentState } from './consent.ts'
import { findConsent, findStanding, insertConsent, updateStoodAside } from './consents-store.ts'

/** The system that asks, and its authority. */
export type Asker = { id: string; line: string; region: string }

/** `subject`: exactly one key, `idNumber` or `creditCode`; `until`: last day on which it may be used. */
export type ConsentAsked = Pick<Consent, 'resource' | 'fields' | 'purpose' | 'legalBasis' | 'caseNumber' | 'until'> & { subject: Readonly<Record<string, string>> }

/** Numbers whose owners, or who acts for them, can say yes here. */
const owned = ['idNumber', 'creditCode']

export const auditConsent = (app: App, actor: Pick<AuditEntry, 'actorKind' | 'actorId'>, one: Consent, action: string, requestId: string): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actor, action: `consents.${action}`, subjectType: 'consent', subjectId: one.id, region: one.region, requestId,
  detail: { resource: one.resource, fields: one.fields, purpose: one.purpose, caseNumber: one.caseNumber, until: one.until },
})

/** Whoever has an account is told. */
const tell = async (app: App, tx: Tx, one: Consent, idNumber: string | undefined): Promise<void> => {
  const person = idNumber === undefined ? undefined : await findPersonByIdNumber(tx, idNumber)
  if (!person) return
  const catalogue = app.packs.catalogueFor(app.config.region)
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: person.id, applicationId: null, caseId: null, kind: 'consentAsked', at: one.askedAt, readAt: null,
    detail: { authority: nameOr(authorityOf(catalogue, one.line, one.region), one.line), registry: nameOr(catalogue.registries[one.resource], one.resource), title: one.purpose, day: { 'zh-CN': plainDate(new Date(one.openUntil)) } },
  }])
}

/**
 * Asks, or answers with what was asked before and waits, holds, or was declined a short while ago. That the asker may ask the registry at
 * all, for this purpose, was seen to before.
 * @throws Refusal invalid for a registry that needs no consent, a key that is nobody's own, a day out of reach
 */
export const askConsent = async (app: App, by: Asker, { subject, ...asked }: ConsentAsked, requestId: string): Promise<Consent> => {
  const now = app.clock.now()
  const today = plainDate(now)
  const [key = ''] = Object.keys(subject)
  if (app.packs.catalogueFor(app.config.region).registries[asked.resource]?.consent !== true) throw new Refusal('invalid', { resource: 'needs no consent' })
  if (!owned.includes(key)) throw new Refusal('invalid', { subject: `one of ${owned.join(', ')}` })
  if (!isPlainDate(asked.until) || asked.until < today || asked.until > addDays(today, longestDays)) throw new Refusal('invalid', { until: `a day within ${longestDays} days` })
  const one: Consent = {
    ...asked, id: uuidv7(app.clock), subject: keyDigest(subject), line: by.line, region: by.region, askedBy: by.id, askedAt: now.toISOString(), openUntil: new Date(now.getTime() + openDays * 86_400_000).toISOString(),
    answeredAt: null, agreed: null, answeredBy: null, wording: null, withdrawnAt: null,
  }
  return app.db.transaction(async (tx) => {
    const before = await findStanding(tx, one)
    if (before && !mayAskAnew(before, one.fields, now)) return before
    if (before) await updateStoodAside(tx, before.id)
    // of two that ask at once one asks
    if (!(await insertConsent(tx, one))) return (await findStanding(tx, one)) ?? one
    await tell(app, tx, one, subject['idNumber'])
    await insertAudit(tx, [auditConsent(app, { actorKind: 'system', actorId: by.id }, one, 'ask', requestId)])
    return one
  })
}

/** What became of it, for the authority that asked. @throws Refusal not_found for any other */
export const stateOfConsent = async (app: App, by: Asker, id: string, requestId: string): Promise<{ state: ConsentState; until: string }> => {
  const one = await findConsent(app.db.read, id)
  if (!one || one.line !== by.line || one.region !== by.region) throw new Refusal('not_found')
  await app.db.transaction((tx) => insertAudit(tx, [auditConsent(app, { actorKind: 'system', actorId: by.id }, one, 'look', requestId)]))
  return { state: consentState(one, app.clock.now()), until: one.until }
}
