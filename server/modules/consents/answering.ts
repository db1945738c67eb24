// Whoever a department asked says yes or no, and takes a yes back at any time: from then on its calls that rest on it are refused. A guardian
// answers for a ward (Personal Information Protection Law Art. 31); nobody else does in somebody's name.
import { createHash } from 'node:crypto'
import { actorOf, canonicalJson } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { getPerson } from '../people/index.ts'
import { auditConsent } from './asking.ts'
import { canConsent, covers, isDone, type Consent, type ConsentAction, type ConsentWanted } from './consent.ts'
import { findConsent, findConsentForUpdate, updateConsent } from './consents-store.ts'

type Resident = Extract<Principal, { kind: 'person' }>

/** Whose consents somebody reads and answers, by the digests of their numbers: their own, and those of companies they act for, with their names. */
export const subjectsOf = async (read: Read, personId: string): Promise<ReadonlyMap<string, string | null>> => {
  const { idNumber, companies } = await getPerson(read, personId)
  return new Map([[keyDigest({ idNumber }), null], ...companies.map(({ uscc, name }) => [keyDigest({ creditCode: uscc }), name] as const)])
}

/** What is shown to whoever answers, as it is kept: who asks, which registry, what, what for, by what law, until when. */
const wordingOf = (app: App, { resource, line, region, fields, purpose, legalBasis, until }: Consent): string => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const { name, answers } = catalogue.registries[resource] ?? {}
  return createHash('sha256').update(canonicalJson({ authority: authorityOf(catalogue, line, region)?.name, registry: name ?? resource, fields, answers: answers ?? {}, purpose, legalBasis, until })).digest('hex')
}

/** Once; the same again changes nothing. @throws Refusal not_found for anybody else's, while_acting, not_allowed_now when it was answered otherwise or is over */
export const answerConsent = (app: App, resident: Resident, id: string, action: ConsentAction, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const one = await findConsentForUpdate(tx, id)
    if (!one || !(await subjectsOf(tx, resident.id)).has(one.subject)) throw new Refusal('not_found')
    if (resident.by && resident.by.capacity !== 'guardian') throw new Refusal('while_acting')
    const now = app.clock.now()
    if (isDone(one, action, now)) return
    if (!canConsent(one, action, now)) throw new Refusal('not_allowed_now')
    const at = now.toISOString()
    await updateConsent(tx, action === 'withdraw' ? { ...one, withdrawnAt: at } : { ...one, answeredAt: at, agreed: action === 'agree', answeredBy: resident.by?.id ?? resident.id, wording: wordingOf(app, one) })
    await insertAudit(tx, [auditConsent(app, actorOf(resident), one, action, requestId)])
  })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a call may rest on the consent of this number, now. @param id as the call states it, which may be anything */
export const isConsented = async (app: Pick<App, 'db' | 'clock'>, id: string, wanted: ConsentWanted): Promise<boolean> => {
  const one = uuid.test(id) ? await findConsent(app.db.read, id) : undefined
  return one !== undefined && covers(one, wanted, app.clock.now())
}
