// A department's system asks for a consent. It is told nothing of whether somebody has an account here: a request waits for whoever it is about.
import type { AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { addDays, isPlainDate, plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { insertMessages, type MessageDetail } from '../messages/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { canConsent, consentState, isLeftAlone, longestDays, mayAskAnew, openDays, waitsForLess, type Consent, type ConsentState } from './consent.ts'
import { findConsent, insertConsent, listStanding, updateStoodAside } from './consents-store.ts'

/** The system that asks, and its authority. */
export type Asker = { id: string; line: string; region: string }

/** `subject`: exactly one key, `idNumber` or `creditCode`; `until`: last day on which it may be used. */
export type ConsentAsked = Pick<Consent, 'resource' | 'fields' | 'purpose' | 'legalBasis' | 'caseNumber' | 'until'> & { subject: Readonly<Record<string, string>> }

/** Numbers whose owners, or who acts for them, can say yes here. */
const owned = ['idNumber', 'creditCode']

export const auditConsent = (app: App, actor: Pick<AuditEntry, 'actorKind' | 'actorId'>, one: Consent, action: string, requestId: string | null): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actor, action: `consents.${action}`, subjectType: 'consent', subjectId: one.id, region: one.region, requestId,
  detail: { resource: one.resource, fields: one.fields, purpose: one.purpose, caseNumber: one.caseNumber, until: one.until },
})

/** What the authority that asked is told: how it stands, and what it is good for. `until`: 'YYYY-MM-DD'. */
export type ConsentStanding = Pick<Consent, 'id' | 'fields' | 'until' | 'caseNumber'> & { state: ConsentState }

const standingOf = ({ clock }: Pick<App, 'clock'>, one: Consent): ConsentStanding => ({ id: one.id, state: consentState(one, clock.now()), fields: one.fields, until: one.until, caseNumber: one.caseNumber })

/** Names of who asks which registry, what for, and by when an answer is awaited, as messages have them. */
export const askedDetail = (app: App, one: Consent): MessageDetail => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  return { authority: nameOr(authorityOf(catalogue, one.line, one.region), one.line), registry: nameOr(catalogue.registries[one.resource], one.resource), title: one.purpose, day: { 'zh-CN': plainDate(new Date(one.openUntil)) } }
}

/** A job of the module powers, which knows who acts for a ward: their guardians are told. */
export const askedTask = 'consents.asked'

/** Whoever has an account is told, and their guardians. */
const tell = async (app: App, tx: Tx, one: Consent, idNumber: string | undefined): Promise<void> => {
  if (idNumber === undefined) return
  const person = await findPersonByIdNumber(tx, idNumber)
  if (person) await insertMessages(tx, [{ id: uuidv7(app.clock), personId: person.id, applicationId: null, caseId: null, kind: 'consentAsked', at: one.askedAt, readAt: null, detail: askedDetail(app, one) }])
  await planJobs(tx, [{ task: askedTask, payload: { consent: one.id } }])
}

/** The consent a job speaks of, while it waits for its answer. */
export const findConsentAsked = async (app: Pick<App, 'clock'>, read: Read, id: string): Promise<Consent | undefined> => {
  const one = await findConsent(read, id)
  return one && canConsent(one, 'agree', app.clock.now()) ? one : undefined
}

/** What stands, if that will do. @throws Refusal conflict while it waits for an answer about fewer fields */
const asItStands = (one: Consent, fields: readonly string[], now: Date): Consent => {
  if (waitsForLess(one, fields, now)) throw new Refusal('conflict', { id: one.id, fields: one.fields })
  return one
}

/**
 * Asks, or answers with what was asked before and waits, holds, or was declined a short while ago: whoever asked looks at its state, fields
 * and case. That the asker may ask the registry at all, for this purpose, was seen to before.
 * @throws Refusal conflict while a request for fewer fields of the same case waits, invalid for a registry that needs no consent, a key that is nobody's own, a day out of reach
 */
export const askConsent = async (app: App, by: Asker, { subject, ...asked }: ConsentAsked, requestId: string): Promise<ConsentStanding> => {
  const now = app.clock.now()
  const today = plainDate(now)
  const [key = ''] = Object.keys(subject)
  if (app.packs.catalogueFor(app.config.region).registries[asked.resource]?.consent !== true) throw new Refusal('invalid', { resource: 'needs no consent' })
  if (!owned.includes(key)) throw new Refusal('invalid', { subject: `one of ${owned.join(', ')}` })
  if (!isPlainDate(asked.until) || asked.until < today || asked.until > addDays(today, longestDays)) throw new Refusal('invalid', { until: `a day within ${longestDays} days` })
  const one: Consent = {
    ...asked, id: uuidv7(app.clock), subject: keyDigest(subject), line: by.line, region: by.region, askedBy: by.id, askedAt: now.toISOString(), openUntil: new Date(now.getTime() + openDays * 86_400_000).toISOString(),
    answeredAt: null, agreed: null, answeredBy: null, shown: null, wording: null, withdrawnAt: null,
  }
  const isOfSameCase = ({ caseNumber }: Consent): boolean => caseNumber === one.caseNumber
  const result = await app.db.transaction(async (tx) => {
    const standing = await listStanding(tx, one)
    const before = standing.find(isOfSameCase)
    if (before && !mayAskAnew(before, one.fields, now)) return asItStands(before, one.fields, now)
    const refused = standing.find((each) => isLeftAlone(each, now))
    if (refused) return refused
    if (before) await updateStoodAside(tx, before.id)
    if (!(await insertConsent(tx, one))) {
      // of two that ask at once one asks
      const first = (await listStanding(tx, one)).find(isOfSameCase)
      if (!first) throw new Refusal('conflict')
      return asItStands(first, one.fields, now)
    }
    await tell(app, tx, one, subject['idNumber'])
    await insertAudit(tx, [auditConsent(app, { actorKind: 'system', actorId: by.id }, one, 'ask', requestId)])
    return one
  })
  return standingOf(app, result)
}

/** What became of it, for the authority that asked. @throws Refusal not_found for any other */
export const stateOfConsent = async (app: App, by: Asker, id: string, requestId: string): Promise<ConsentStanding> => {
  const one = await findConsent(app.db.read, id)
  if (!one || one.line !== by.line || one.region !== by.region) throw new Refusal('not_found')
  await app.db.transaction((tx) => insertAudit(tx, [auditConsent(app, { actorKind: 'system', actorId: by.id }, one, 'look', requestId)]))
  return standingOf(app, one)
}
