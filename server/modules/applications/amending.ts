// Applying to change or extend a result one has (Administrative Licensing Law Art. 49, 50): the draft begins with everything the authority
// already decided on. What may be different now is filled in for the holder to change; the rest is known and not asked again.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Amends, Catalogue, Service } from '../catalogue/index.ts'
import { findResult, listAmendmentsOpen, listCasesWithIds, obstacleToAmend, type CaseValue, type Result } from '../cases/index.ts'
import { recordActing } from '../people/index.ts'
import type { Answer, KnownFact } from '../planning/index.ts'
import type { Application } from './application.ts'
import { findApplication, insertDraft, updateApplication } from './applications-store.ts'
import { auditApplication, takeAnswers, type Person } from './drafting.ts'
import { isEmpty } from './starting.ts'

/** Who applies is known from the login, and may be somebody else today. */
const ofLogin = ['applicant.name', 'applicant.idNumber', 'applicant.phone']

/** What goes on from the result: `facts` as decided, `answers` for the holder to look at and change. */
export type CarriedOver = { facts: KnownFact[]; answers: Record<string, Answer> }

/** @param content what the case of the result said, and then what the result states @param service the one that changes or extends it */
export const carriedOver = ({ matters }: Pick<Catalogue, 'matters'>, service: Service, amends: Amends, content: readonly CaseValue[], asOf: string): CarriedOver => {
  const own = new Set(service.concepts.map(({ concept }) => concept))
  const anew = new Set(amends.anew)
  const asked = new Set([...ofLogin, ...(matters[amends.matter]?.scenario ?? []).map(({ concept }) => concept)])
  const taken = [...new Map(content.filter(({ concept, value }) => value !== null && own.has(concept) && !asked.has(concept)).map(({ concept, value }) => [concept, value]))]
  return {
    facts: taken.filter(([concept]) => !anew.has(concept)).map(([concept, value]) => ({ concept, value, source: { kind: 'result', service: amends.service }, asOf })),
    answers: { ...Object.fromEntries(taken.filter(([concept]) => anew.has(concept))), ...amends.answers },
  }
}

type Amending = { service: Service; amends: Amends; catalogue: Catalogue }

/** @throws Refusal not_found when the service does not amend it, not_allowed_now with the reason */
const checkAmending = async (app: App, tx: Tx, result: Result, serviceId: string, region: string): Promise<Amending> => {
  const catalogue = app.packs.catalogueFor(region)
  const service = catalogue.services[serviceId]
  if (service?.amends?.service !== result.service || !catalogue.matters[service.amends.matter]) throw new Refusal('not_found', { service: serviceId })
  const [open] = await listAmendmentsOpen(tx, [result.id])
  const because = obstacleToAmend(service.amends, result, { today: plainDate(app.clock.now()), pending: open !== undefined })
  if (because) throw new Refusal('not_allowed_now', { because })
  return { service, amends: service.amends, catalogue }
}

/** The draft for it: a new one, one that is still empty, or the one begun for the same result. @throws Refusal not_allowed_now when another one is there */
const draftFor = async (app: App, tx: Tx, person: Person, result: Result, { amends, catalogue }: Amending): Promise<{ application: Application; begun: boolean }> => {
  const draft = { id: uuidv7(app.clock), personId: person.id, matter: amends.matter, matterName: catalogue.matters[amends.matter]?.name ?? null, region: catalogue.region, channel: 'web' }
  const { application: present, created } = await insertDraft(tx, draft, app.clock.now())
  await recordActing(app, tx, person, present)
  if (present.amends === result.id) return { application: present, begun: true }
  if (!created && !(await isEmpty(tx, present))) throw new Refusal('not_allowed_now', { because: 'draft', application: present.id })
  return { application: { ...present, region: catalogue.region, amends: result.id }, begun: false }
}

/** @throws Refusal not_found for a result that is not theirs, not_allowed_now with `because` of amendObstacles or 'draft' */
export const startAmendment = (app: App, person: Person, { result: resultId, service: serviceId }: { result: string; service: string }, requestId: string): Promise<string> =>
  app.db.transaction(async (tx) => {
    const result = await findResult(tx, resultId)
    if (!result || result.personId !== person.id) throw new Refusal('not_found')
    const region = (await findApplication(tx, result.applicationId))?.region ?? result.region
    const amending = await checkAmending(app, tx, result, serviceId, region)
    const { application, begun } = await draftFor(app, tx, person, result, amending)
    if (begun) return application.id
    const at = app.clock.now()
    const [of] = await listCasesWithIds(tx, [result.caseId])
    const { facts, answers } = carriedOver(amending.catalogue, amending.service, amending.amends, [...(of?.content ?? []), ...result.content], result.issuedAt)
    const taken = takeAnswers(amending.catalogue, { ...application, known: facts }, answers, plainDate(at))
    await updateApplication(tx, { ...taken.application, revision: application.revision + 1, updatedAt: at.toISOString() })
    await insertAudit(tx, [auditApplication(app, person, taken.application, 'amend', requestId, { result: result.number, service: serviceId })])
    return application.id
  })
