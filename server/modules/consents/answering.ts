// Whoever a department asked says yes or no, and takes a yes back at any time: from then on its calls that rest on it are refused. A guardian
// answers for a ward (Personal Information Protection Law Art. 31), named staff for their company; nobody else
// answers, or so much as reads, in somebody's name.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { findCompanyActedFor, getPerson } from '../people/index.ts'
import { auditConsent } from './asking.ts'
import { canConsent, covers, isDone, type ConsentAction, type ConsentWanted } from './consent.ts'
import { findConsent, findConsentForUpdate, updateConsent } from './consents-store.ts'
import { termsOf, wordingOf } from './showing.ts'

type Resident = Extract<Principal, { kind: 'person' }>

/**
 * Whose consents somebody reads and answers, by the digests of their numbers: their own, and those of companies they represent, with their
 * names; whoever acts for a ward the ward's, for a company the company's and nothing of whoever named them.
 * @throws Refusal while_acting in every other capacity
 */
export const subjectsOf = async (read: Read, { id, by }: Resident): Promise<ReadonlyMap<string, string | null>> => {
  const company = by?.capacity === 'company' ? await findCompanyActedFor(read, by.mandate) : undefined
  if (company) return new Map([[keyDigest({ creditCode: company.uscc }), company.name]])
  if (by && by.capacity !== 'guardian') throw new Refusal('while_acting')
  const { idNumber, companies } = await getPerson(read, id)
  const own = [keyDigest({ idNumber }), null] as const
  return new Map(by ? [own] : [own, ...companies.map(({ uscc, name }) => [keyDigest({ creditCode: uscc }), name] as const)])
}

/** Of which request, in which language the terms stood before whoever answers. */
type Answering = { language: Language; requestId: string }

/** Once; the same again changes nothing. @throws Refusal not_found for anybody else's, while_acting, not_allowed_now when it was answered otherwise or is over */
export const answerConsent = (app: App, resident: Resident, id: string, action: ConsentAction, { language, requestId }: Answering): Promise<void> =>
  app.db.transaction(async (tx) => {
    const subjects = await subjectsOf(tx, resident)
    const one = await findConsentForUpdate(tx, id)
    const companyName = one && subjects.get(one.subject)
    if (!one || companyName === undefined) throw new Refusal('not_found')
    const now = app.clock.now()
    if (isDone(one, action, now)) return
    if (!canConsent(one, action, now)) throw new Refusal('not_allowed_now')
    const at = now.toISOString()
    const shown = termsOf(app, one, companyName, language)
    await updateConsent(tx, action === 'withdraw' ? { ...one, withdrawnAt: at } : { ...one, answeredAt: at, agreed: action === 'agree', answeredBy: resident.by?.id ?? resident.id, shown, wording: wordingOf(shown) })
    await insertAudit(tx, [auditConsent(app, actorOf(resident), one, action, requestId)])
  })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a call may rest on the consent of this number, now. @param id as the call states it, which may be anything */
export const isConsented = async (app: Pick<App, 'db' | 'clock'>, id: string, wanted: ConsentWanted): Promise<boolean> => {
  const one = uuid.test(id) ? await findConsent(app.db.read, id) : undefined
  return one !== undefined && covers(one, wanted, app.clock.now())
}
