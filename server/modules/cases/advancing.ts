// Lets the system do whatever the rules allow with the cases of one application, and stores all of it at once: at submission,
// in the same transaction, and as a job after an official has acted.
import type { AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { checkAnswer, checkRequirements, decideByTable } from '../planning/index.ts'
import { planNotice } from '../notices/index.ts'
import { advance, type Advance, type Fits, type Step } from './advance.ts'
import { hasEnded, type Case, type CaseCheck, type HistoryLine } from './case.ts'
import { insertCases, insertHistory, listCasesForUpdate, updateCases, type NewHistoryEntry } from './cases-store.ts'
import { auditCase, historyEntry, messageFor, resultOf, system, type Scene } from './recording.ts'
import { recordDigest, recordText, type CaseDecision } from './decision.ts'
import { insertDecisions } from './decisions-store.ts'
import { addWorkingDays } from './working-days.ts'
import { insertResults, type Result } from './results-store.ts'

export const advanceTask = 'cases.advance'

/** Asks for the job that goes on with an application once this transaction has committed. */
export const planAdvance = (tx: Tx, applicationId: string): Promise<void> => planJobs(tx, [{ task: advanceTask, payload: { applicationId } }])

const valuesOf = ({ content }: Case) => Object.fromEntries(content.map(({ concept, value }) => [concept, value]))

/** Checks a case against the conditions of its service with exactly the values its authority sees. */
const checksOf = (catalogue: Catalogue, one: Case, today: string): CaseCheck[] => {
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

const advanceNow = (scene: Scene, catalogue: Catalogue, cases: readonly Case[]): Advance => {
  const today = plainDate(scene.at)
  const workingDay = (days: number): string | null => {
    const due = addWorkingDays(today, days)
    return 'on' in due ? due.on : null
  }
  const decide = (one: Case) => decideByTable(catalogue, one.service, valuesOf(one), today)
  return advance({ cases, services: catalogue.services, check: (one) => checksOf(catalogue, one, today), decide, workingDay, fits: fitsIn(catalogue, today), today, at: scene.at.toISOString() })
}

/** What the submission itself has to say, stored together with what its cases have. */
export type SubmissionRecord = { message: Message; audit: AuditEntry }

/** What was stored, as it can now be shown. */
export type Handled = { cases: Case[]; history: HistoryLine[]; results: Result[] }

/** Stores freshly opened cases as they stand after the rules have decided what they can. `catalogue`: the definitions they were handed in with. */
export const storeOpenedCases = async (scene: Scene, catalogue: Catalogue, opened: readonly Case[], submission: SubmissionRecord): Promise<Handled> => {
  if (opened.length === 0) return { cases: [], history: [], results: [] }
  const outcome = advanceNow(scene, catalogue, opened)
  const history = opened.map((one) => historyEntry(scene, one, 'submit', { waitsFor: one.dependsOn }))
  // Sent one after another without waiting: the connection keeps their order.
  const [, stored] = await Promise.all([
    insertCases(scene.tx, outcome.cases),
    storeSteps({ ...scene, principal: system }, catalogue, outcome, { history, messages: [submission.message], audit: [submission.audit] }),
  ])
  return { cases: outcome.cases, ...stored }
}

/** The job: does whatever the rules allow now. Repeating it changes nothing. */
export const advanceApplication = async (app: App, applicationId: string): Promise<void> => {
  await app.db.transaction(async (tx) => {
    const cases = await listCasesForUpdate(tx, applicationId)
    const [first] = cases
    if (!first || cases.every((one) => hasEnded(one.state))) return
    const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
    const catalogue = await pinnedCatalogue(app, tx, first)
    const outcome = advanceNow(scene, catalogue, cases)
    await updateCases(tx, outcome.cases.filter((one) => !cases.includes(one)))
    await storeSteps(scene, catalogue, outcome, { history: [], messages: [], audit: [] })
  })
}

const storeSteps = async (scene: Scene, catalogue: Catalogue, { cases, steps, results, decisions }: Advance, before: { history: NewHistoryEntry[]; messages: Message[]; audit: AuditEntry[] }): Promise<Omit<Handled, 'cases'>> => {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const of = (id: string): Case => {
    const one = byId.get(id)
    if (!one) throw new Error(`Case ${id} is not part of this application`)
    return one
  }
  const messages = [
    ...before.messages,
    ...results.map((result) => messageFor(scene, of(result.caseId), 'caseGranted', catalogue, { result: result.number })),
    ...(await refusalMessages(scene, catalogue, of, steps)),
    ...steps.filter((step) => step.action === 'stop').map((step) => {
      const because = catalogue.services[String(step.detail['because'])]?.name
      return messageFor(scene, of(step.caseId), 'caseStopped', catalogue, because ? { because } : {})
    }),
  ]
  const history = [...before.history, ...steps.map((step) => historyEntry(scene, of(step.caseId), step.action, step.detail))]
  const issued = results.map((result) => resultOf(scene, of(result.caseId), result.number, result.content))
  await Promise.all([
    insertHistory(scene.tx, history), insertResults(scene.tx, issued), insertMessages(scene.tx, messages), insertDecisions(scene.tx, decisions.map((each) => decisionRow(scene, of(each.caseId), each))), insertAudit(scene.tx, [...before.audit, ...auditOfSteps(scene, of, steps)]),
  ])
  return { history, results: issued }
}

/** Each case a table refused is told its reasons and its remedies, in a message and a numbered document. */
const refusalMessages = async (scene: Scene, catalogue: Catalogue, of: (id: string) => Case, steps: readonly Step[]): Promise<Message[]> => {
  const messages: Message[] = []
  for (const { caseId, action, detail } of steps) {
    if (action !== 'refuse') continue
    const document = await planNotice(scene, of(caseId), 'refusal', detail)
    messages.push(messageFor(scene, of(caseId), 'caseRefused', catalogue, { reasons: String(detail['reasons']), ...document }))
  }
  return messages
}

const decisionRow = (scene: Scene, one: Case, { record, decision, held, checkOn }: CaseDecision) => {
  return {
    id: uuidv7(scene.app.clock), caseId: one.id, personId: one.personId, service: one.service, region: one.region, line: one.line, version: record.version, decision, held, text: recordText(record),
    digest: recordDigest(record), catalogueDigest: one.catalogueDigest, checkOn, decidedAt: scene.at.toISOString(),
  }
}

/** One audit entry for each case the rules moved, with all its steps. */
const auditOfSteps = (scene: Scene, of: (id: string) => Case, steps: readonly Step[]) => {
  const byCase = Map.groupBy(steps, (step) => step.caseId)
  return [...byCase].flatMap(([id, own]) => {
    const last = own.at(-1)
    return last ? [auditCase(scene, of(id), last.action, { steps: own.map(({ action, detail }) => ({ action, ...withoutInputs(detail) })) })] : []
  })
}

/** The values a rule looked at stay with the case: the audit trail is kept for good and says only how each rule came out. */
const withoutInputs = ({ checks, ...detail }: Step['detail']) =>
  Array.isArray(checks) ? { ...detail, checks: checks.map(({ requirement, holds }: CaseCheck) => ({ requirement, holds })) } : detail
