// Lets the system do whatever the rules allow with the cases of one application, and stores all of it at once: at submission,
// in the same transaction, and as a job after an official has acted.
import type { AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { unawaited, type Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogues, type Catalogue } from '../catalogue/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { checkAnswer, checkRequirements, decideByTable } from '../planning/index.ts'
import { planNotice } from '../notices/index.ts'
import { advance, type Advance, type Fits, type Step } from './advance.ts'
import { hasEnded, waitedFor, type Case, type CaseCheck, type HistoryLine } from './case.ts'
import { chargeDue, endCharge, waitingForFee } from './charging.ts'
import { insertCases, listCasesForUpdate, updateCases } from './cases-store.ts'
import { insertHistory, type NewHistoryLine } from './history-store.ts'
import { auditAdvance, historyEntry, messageFor, resultOf, system, type Scene } from './recording.ts'
import { recordDigest, recordText, type CaseDecision } from './decision.ts'
import { awaitDay } from './awaited-days.ts'
import { dayKinds } from './day-kinds.ts'
import { insertChecksOwed } from './checks-owed-store.ts'
import { insertDecisions } from './decisions-store.ts'
import { addWorkingDays } from './working-days.ts'
import { insertResults, type Result } from './results-store.ts'
import { tellFollowers } from './followers.ts'

export const advanceTask = 'cases.advance'

/** Asks for the job that goes on with an application once this transaction has committed. */
export const planAdvance = (tx: Tx, applicationId: string): Promise<void> => planJobs(tx, [{ task: advanceTask, payload: { applicationId } }])

const valuesOf = ({ content }: Case) => Object.fromEntries(content.map(({ concept, value }) => [concept, value]))

/** Checks a case against the conditions of its service with exactly the values its authority sees. */
export const checksOf = (catalogue: Catalogue, one: Case, today: string): CaseCheck[] => {
  if (!catalogue.services[one.service]) return []
  return checkRequirements(catalogue, one.service, valuesOf(one), today).map(({ requirement, holds, inputs }) => ({
    requirement, holds, inputs: Object.entries(inputs).map(([concept, value]) => ({ concept, value })),
  }))
}

/** Whether a value can be one of this concept on this day. */
export const fitsIn = (catalogue: Catalogue, today: string): Fits => (id, value) => {
  const concept = catalogue.concepts[id]
  return concept !== undefined && checkAnswer(concept, concept.constraint, value, today) === undefined
}

/** The definitions of one case: branches of an application that authorities of two regions handle have each its own. */
type CatalogueOf = (one: Case) => Catalogue

const advanceNow = async (scene: Scene, catalogueOf: CatalogueOf, cases: readonly Case[], charged: boolean): Promise<Advance> => {
  const today = plainDate(scene.at)
  const workingDay = (days: number): string | null => {
    const due = addWorkingDays(today, days, cases[0]?.region)
    return 'on' in due ? due.on : null
  }
  const decide = (one: Case) => decideByTable(catalogueOf(one), one.service, valuesOf(one), today)
  const services = Object.fromEntries(cases.flatMap((one) => {
    const service = catalogueOf(one).services[one.service]
    return service ? [[one.service, service] as const] : []
  }))
  const [first] = cases
  const fits: Fits = first ? fitsIn(catalogueOf(first), today) : () => false
  return advance({ cases, services, check: (one) => checksOf(catalogueOf(one), one, today), decide, waitsForFee: await waitingForFee(scene, catalogueOf, cases, charged), workingDay, fits, today, at: scene.at.toISOString() })
}

/** What the submission itself has to say, stored together with what its cases have. */
export type SubmissionRecord = { message: Message; audit: AuditEntry }

/** What was stored, as it can now be shown. */
export type Handled = { cases: Case[]; history: HistoryLine[]; results: Result[] }

/** Stores freshly opened cases as they stand after the rules have decided what they can. `catalogueOf`: the definitions each was handed in with. */
export const storeOpenedCases = async (scene: Scene, catalogueOf: CatalogueOf, opened: readonly Case[], submission: SubmissionRecord): Promise<Handled> => {
  if (opened.length === 0) return { cases: [], history: [], results: [] }
  const outcome = await advanceNow(scene, catalogueOf, opened, false)
  const history = opened.map((one) => historyEntry(scene, one, 'submit', { waitsFor: waitedFor(one) }))
  unawaited(scene.tx, [insertCases(scene.tx, outcome.cases)])
  return { cases: outcome.cases, ...(await storeSteps({ ...scene, principal: system }, catalogueOf, outcome, { history, messages: [submission.message], audit: [submission.audit] })) }
}

/** Does whatever the rules allow now with the cases of an application, which are held until the transaction ends. */
const advanceCases = async (app: App, tx: Tx, cases: readonly Case[]): Promise<void> => {
  if (cases.every((one) => hasEnded(one.state))) return
  const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
  const catalogueOf = await pinnedCatalogues(app, tx, cases)
  const outcome = await advanceNow(scene, catalogueOf, cases, true)
  await updateCases(tx, outcome.cases.filter((one) => !cases.includes(one)))
  await storeSteps(scene, catalogueOf, outcome, { history: [], messages: [], audit: [] })
}

/** The job. Repeating it changes nothing. */
export const advanceApplication = (app: App, applicationId: string): Promise<void> =>
  app.db.transaction(async (tx) => advanceCases(app, tx, await listCasesForUpdate(tx, applicationId)))

/**
 * The file of these cases has come from the hall that took it in: from now on they are their authority's, and its legal clock runs
 * (Administrative Licensing Law Art. 32, 42). Cases that have ended meanwhile stay as they are.
 */
export const takeFile = async (app: App, tx: Tx, applicationId: string, caseIds: readonly string[]): Promise<void> => {
  const cases = await listCasesForUpdate(tx, applicationId)
  const arrived = cases.map((one) => {
    if (!caseIds.includes(one.id) || hasEnded(one.state)) return one
    const { fileElsewhere: _gone, ...course } = one.course
    return { ...one, course, revision: one.revision + 1, updatedAt: app.clock.now().toISOString() }
  })
  await updateCases(tx, arrived.filter((one, index) => one !== cases[index]))
  await advanceCases(app, tx, arrived)
}

const storeSteps = async (scene: Scene, catalogueOf: CatalogueOf, { cases, steps, results, decisions }: Advance, before: { history: NewHistoryLine[]; messages: Message[]; audit: AuditEntry[] }): Promise<Omit<Handled, 'cases'>> => {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const of = (id: string): Case => {
    const one = byId.get(id)
    if (!one) throw new Error(`Case ${id} is not part of this application`)
    return one
  }
  const messages = [
    ...before.messages,
    ...grantedMessages(scene, catalogueOf, results.map((result) => ({ one: of(result.caseId), number: result.number }))),
    ...(await refusalMessages(scene, catalogueOf, of, steps)),
    ...steps.filter((step) => step.action === 'stop').map((step) => {
      const catalogue = catalogueOf(of(step.caseId))
      const because = catalogue.services[String(step.detail['because'])]?.name
      return messageFor(scene, of(step.caseId), 'caseStopped', catalogue, because ? { because } : {})
    }),
  ]
  const history = [...before.history, ...steps.map((step) => historyEntry(scene, of(step.caseId), step.action, step.detail))]
  const issued = results.map((result) => resultOf(scene, of(result.caseId), catalogueOf(of(result.caseId)).services[of(result.caseId).service], result.number, result.content))
  // The connection keeps their order.
  unawaited(scene.tx, [
    insertHistory(scene.tx, history), insertResults(scene.tx, issued), insertMessages(scene.tx, messages), insertDecisions(scene.tx, decisions.map((each) => decisionRow(scene, of(each.caseId), each))), insertAudit(scene.tx, [...before.audit, ...auditOfSteps(scene, of, steps)]),
  ])
  await oweChecks(scene, of, decisions)
  await chargeDue(scene, catalogueOf, cases)
  for (const { caseId, action } of steps) await endCharge(scene, catalogueOf(of(caseId)), of(caseId), action)
  await tellFollowers(scene, 'grant', issued.map(({ caseId }) => of(caseId)))
  return { history, results: issued }
}

/** What was granted tentatively is to be checked by its day, or by the one that follows when the calendar is published. */
const oweChecks = async (scene: Scene, of: (id: string) => Case, decisions: readonly CaseDecision[]): Promise<void> => {
  const tentative = decisions.filter(({ decision }) => decision === 'tentative')
  await insertChecksOwed(scene.tx, tentative.map(({ caseId, checkOn }) => ({ caseId, personId: of(caseId).personId, line: of(caseId).line, region: of(caseId).region, dueOn: checkOn })))
  for (const { caseId, checkOn, record: { verdict: { checkDays } } } of tentative) {
    if (checkDays !== undefined) await awaitDay(scene, checkOn, { kind: dayKinds.check, subject: caseId, region: of(caseId).region, from: plainDate(scene.at), days: checkDays })
  }
}

/** What was granted at one moment is told in one message. */
const grantedMessages = (scene: Scene, catalogueOf: CatalogueOf, granted: readonly { one: Case; number: string }[]): Message[] => {
  const [first, ...others] = granted
  if (first === undefined || others.length === 0) return granted.map(({ one, number }) => messageFor(scene, one, 'caseGranted', catalogueOf(one), { result: number }))
  const catalogue = catalogueOf(first.one)
  const matter = catalogue.matters[first.one.matter]?.name
  const services = granted.map(({ one }): Texts => catalogueOf(one).services[one.service]?.name ?? { 'zh-CN': one.service })
  return [{ ...messageFor(scene, first.one, 'casesGranted', catalogue, {}), caseId: null, detail: { ...(matter ? { matter } : {}), services, count: String(services.length) } }]
}

/** Each case a table refused is told its reasons and its remedies, in a message and a numbered document. */
const refusalMessages = async (scene: Scene, catalogueOf: CatalogueOf, of: (id: string) => Case, steps: readonly Step[]): Promise<Message[]> => {
  const messages: Message[] = []
  for (const { caseId, action, detail } of steps) {
    if (action !== 'refuse') continue
    const document = await planNotice(scene, of(caseId), 'refusal', detail)
    messages.push(messageFor(scene, of(caseId), 'caseRefused', catalogueOf(of(caseId)), { reasons: String(detail['reasons']), ...document }))
  }
  return messages
}

const decisionRow = (scene: Scene, one: Case, { record, decision, held, checkOn }: CaseDecision) => {
  return {
    id: uuidv7(scene.app.clock), caseId: one.id, personId: one.personId, service: one.service, region: one.region, line: one.line, version: record.version, decision, held, record, text: recordText(record),
    digest: recordDigest(record), catalogueDigest: one.catalogueDigest, checkOn, decidedAt: scene.at.toISOString(),
  }
}

/** What the rules did at once to the cases of an application is one audit entry, in each region that has some of them. */
const auditOfSteps = (scene: Scene, of: (id: string) => Case, steps: readonly Step[]): AuditEntry[] => {
  const byCase = [...Map.groupBy(steps, ({ caseId }) => caseId)].map(([id, own]) => ({ one: of(id), steps: own.map(({ action, detail }) => ({ action, ...detail })) }))
  return [...Map.groupBy(byCase, ({ one }) => one.region).values()].flatMap((moved) => (moved[0] ? [auditAdvance(scene, moved[0].one, moved.map((each) => ({ case: each.one.id, steps: each.steps })))] : []))
}
