// What the system does by itself with the cases of one application: let dependents start, stop those whose ground has fallen away,
// accept and grant where rules can decide. Pure: computes all steps until nothing more follows; the caller stores them at once.
import { citationOf } from '../../kernel/texts.ts'
import type { DecisionTable, Outcome, Service } from '../catalogue/definitions.ts'
import type { TableDecision } from '../planning/index.ts'
import { after, canAct, hasEnded, isWaiting, owesDocument, wasGranted, type Case, type CaseAction, type CaseValue, type CaseCheck } from './case.ts'
import { recordOf, type CaseDecision, type Held } from './decision.ts'
import { startClock, stopClock } from './legal-clock.ts'

export type Step = { caseId: string; action: CaseAction; detail: Record<string, unknown> }

/** A result to be recorded, with the values its document states. */
export type GrantedResult = { caseId: string; number: string; content: CaseValue[] }

/** `cases` in the order given; one that nothing happened to is the very object given. */
export type Advance = { cases: Case[]; steps: Step[]; results: GrantedResult[]; decisions: CaseDecision[] }

export type Fits = (concept: string, value: string) => boolean

export type AdvanceInput = {
  cases: readonly Case[]
  services: Readonly<Record<string, Service>>
  /** checks the requirements of a case against its present content */
  check: (one: Case) => CaseCheck[]
  /** asks the decision table of its service; undefined when it has none */
  decide: (one: Case) => TableDecision | undefined
  /** to be paid for before it is decided */
  waitsForFee?: (one: Case) => boolean
  /** the day so many working days from today; null where the calendar is not published */
  workingDay: (days: number) => string | null
  /** whether a value can be one of this concept */
  fits: Fits
  today: string
  at: string
}

/** The number of a result: the prefix of its kind before the number of its case, so each leads to the other. */
export const resultNumber = (service: Service, one: Case): string => `${service.result.prefix}-${one.number}`

/** Concepts that only come into being with the result; the others it states are those of the form. */
export const issuedBy = (service: Service): string[] => service.result.concepts.filter((concept) => !service.concepts.some((each) => each.concept === concept))

/**
 * Values a result states: what the case knows, what the approver gave, and its own number for what only the result creates. What
 * nobody knows is left out: a father not named is not called by the number of the certificate, nor is that number an ID number.
 */
export const resultContent = (service: Service, one: Case, number: string, fits: Fits, given: Readonly<Record<string, string>> = {}): CaseValue[] => {
  const issued = issuedBy(service)
  return service.result.concepts.flatMap((concept) => {
    const known = one.content.find((value) => value.concept === concept && value.value !== null)
    if (known) return [known]
    const value = issued.includes(concept) ? (given[concept] ?? (fits(concept, number) ? number : undefined)) : undefined
    return value === undefined ? [] : [{ concept, value, source: 'result' as const, from: service.id }]
  })
}

/** What the document of an earlier service says counts for more than what the applicant wrote, and its later edition for more than its first. */
const givesWay = ({ value, source, from }: CaseValue, service: string): boolean => value === null || source === 'applicant' || (source === 'result' && from === service)

/** Hands the values of a result to the cases of the same application that were waiting for them; the very case when it learns nothing. */
export const fillFromResult = (one: Case, service: string, content: readonly CaseValue[]): Case => {
  if (!one.dependsOn.includes(service) || hasEnded(one.state)) return one
  const filled = one.content.map((value): CaseValue => {
    const stated = givesWay(value, service) ? content.find((each) => each.concept === value.concept) : undefined
    return stated && (stated.value !== value.value || value.source !== 'result') ? { concept: value.concept, value: stated.value, source: 'result', from: service } : value
  })
  return filled.every((value, index) => value === one.content[index]) ? one : { ...one, content: filled }
}

/** Concepts a result would create but that neither its number nor anybody has given: only a person can. */
export const unstatedIn = (service: Service, content: readonly CaseValue[]): string[] => issuedBy(service).filter((concept) => !content.some((value) => value.concept === concept))

/** A result the case builds on left a value blank. */
const lacksResult = ({ content }: Case): boolean => content.some(({ source, value }) => source === 'result' && value === null)

/** Rules read values, not documents: what was uploaded instead of being proven by a registry or a result is for a person to look at, and what is still to come is waited for. */
const hasUnseenDocuments = (one: Case): boolean => owesDocument(one) || one.evidence.some(({ source }) => source === 'upload' || source === 'submitted')

/** Why a person decides after all: what the table did not see, or what the law asks beside it. */
const heldBack = (one: Case, service: Service, proposed: Outcome, fits: Fits): Held | null => {
  if (proposed === 'person') return null
  if (hasUnseenDocuments(one)) return 'documents'
  if (lacksResult(one)) return 'result'
  if (proposed === 'refuse') return null
  if (one.checks.some(({ holds }) => holds !== true)) return 'requirement'
  return unstatedIn(service, resultContent(service, one, resultNumber(service, one), fits)).length > 0 ? 'result' : null
}

/** The grounds of a refusal, with the law, as the applicant reads them. */
const reasonsOf = ({ rows }: DecisionTable, hit: readonly string[]): string =>
  rows.filter(({ id, decision }) => decision === 'refuse' && hit.includes(id)).map(({ reason, law }) => `${reason['zh-CN'].replace(/。$/, '')}（${citationOf(law)}）`).join('；')

const moved = (one: Case, action: CaseAction, input: AdvanceInput): Case => {
  const state = after(one.state, action) ?? one.state
  const next = { ...one, state, revision: one.revision + 1, updatedAt: input.at }
  if (action === 'release') return startClock(next, input.today)
  return hasEnded(state) ? { ...stopClock(next, input.today), endedAt: input.at } : next
}

export const advance = (input: AdvanceInput): Advance => {
  const cases = new Map(input.cases.map((one) => [one.service, one]))
  const steps: Step[] = []
  const results: GrantedResult[] = []
  const decisions = new Map<string, CaseDecision>()
  const act = (one: Case, action: CaseAction, detail: Record<string, unknown> = {}): Case => {
    const next = moved(one, action, input)
    cases.set(one.service, next)
    steps.push({ caseId: one.id, action, detail })
    return next
  }
  const grantByRule = (one: Case, service: Service, how: Record<string, unknown>) => {
    const number = resultNumber(service, one)
    const content = resultContent(service, one, number, input.fits)
    results.push({ caseId: one.id, number, content })
    act(act(one, 'accept', { automatic: true }), 'grant', { automatic: true, ...how, result: number })
    for (const other of cases.values()) cases.set(other.service, fillFromResult(other, one.service, content))
  }
  const decideByTable = (one: Case, service: Service, table: DecisionTable): boolean => {
    const asked = input.decide(one)
    if (!asked) return false
    const { verdict, version } = asked
    const held = heldBack(one, service, verdict.decision, input.fits)
    const decision = held === null ? verdict.decision : 'person'
    const checkOn = decision === 'tentative' && verdict.checkDays !== undefined ? input.workingDay(verdict.checkDays) : null
    decisions.set(one.id, { caseId: one.id, record: recordOf(one, asked, input.today), decision, held, checkOn })
    if (decision === 'person') return false
    const by = { table: { version, rows: verdict.rows } }
    if (decision === 'refuse') act(act(one, 'accept', { automatic: true }), 'refuse', { automatic: true, ...by, reasons: reasonsOf(table, verdict.rows) })
    else grantByRule(one, service, { ...by, ...(decision === 'tentative' ? { tentative: true, checkOn } : {}), ...(table.values.length > 0 ? { values: verdict.values } : {}) })
    return true
  }
  const settle = (one: Case): boolean => {
    const needed = one.dependsOn.map((service) => cases.get(service)).filter((each) => each !== undefined)
    const failed = needed.find((each) => hasEnded(each.state) && !wasGranted(each.state))
    if (isWaiting(one.state) && failed) return act(one, 'stop', { because: failed.service, state: failed.state }) !== one
    if (isWaiting(one.state) && !one.course.fileElsewhere && needed.every((each) => wasGranted(each.state))) return act(one, 'release') !== one
    const service = input.services[one.service]
    if (!canAct(one.state, 'accept') || !service) return false
    const checked = { ...one, checks: input.check(one) }
    cases.set(one.service, checked)
    if (input.waitsForFee?.(checked)) return false
    if (one.automatic && service.table) return decideByTable(checked, service, service.table)
    if (!one.automatic || hasUnseenDocuments(one) || lacksResult(one) || !checked.checks.every((check) => check.holds === true)) return false
    if (unstatedIn(service, resultContent(service, checked, resultNumber(service, checked), input.fits)).length > 0) return false
    // The values a rule looked at stay with the case, encrypted; history and audit trail say how each rule came out.
    grantByRule(checked, service, { checks: checked.checks.map(({ requirement, holds }) => ({ requirement, holds })) })
    return true
  }
  while ([...cases.values()].some(settle));
  return { cases: input.cases.map((one) => cases.get(one.service) ?? one), steps, results, decisions: [...decisions.values()] }
}
