// The sweep over deadlines: who is told that a case is nearly or already late, and which unit gets a card. It looks at everything that is
// due today, so it catches up by itself after a standstill; what it has done before stands in the way of doing it again, so it may run
// twice, on two workers at once, or after the clock was set back. It goes through the cases page by page, each page one transaction.
import type { Jurisdiction } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { listRunningCases, urgencyOf, workingDaysBetween, type RunningCase } from '../cases/index.ts'
import { amberStep, stepsDue, stepsOf, type Late, type Step } from './card.ts'
import { hasSwept, insertEscalations, upsertSweep, type Escalation } from './escalations-store.ts'
import { issueLate } from './issuing.ts'
import { namesOf, tellOfSteps, type Told } from './telling.ts'

const pageSize = 500

/** Four fifths of any promise that is made lie within so many days. */
const amberHorizon = 45

type Page = { tx: Tx; app: App; today: string; at: Date }

/** Goes through running cases page by page; returns how many `work` says it did. */
const eachPage = async (app: App, from: string | undefined, until: string, work: (page: Page, cases: readonly RunningCase[]) => Promise<number>): Promise<number> => {
  const at = app.clock.now()
  let done = 0
  let after: { promisedOn: string; id: string } | undefined
  do {
    const cases = await listRunningCases(app.db.read, { until, limit: pageSize, ...(from ? { from } : {}), ...(after ? { after } : {}) })
    if (cases.length > 0) done += await app.db.transaction((tx) => work({ tx, app, today: plainDate(at), at }, cases))
    after = cases.length === pageSize ? cases.at(-1) : undefined
  } while (after)
  return done
}

const escalation = (one: RunningCase, { step, to }: Pick<Step, 'step' | 'to'>, at: Date): Escalation => ({
  caseId: one.id, promisedOn: one.promisedOn, step, personId: one.personId, region: one.region, line: one.line, told: to, at: at.toISOString(),
})

/** Four fifths of the promised time are gone: whoever handles the case is told, once. */
const warn = async ({ tx, app, today, at }: Page, cases: readonly RunningCase[]): Promise<number> => {
  const soon = new Map(cases.filter((one) => urgencyOf(one, today) === 'soon').map((one) => [one.id, one]))
  const taken = await insertEscalations(tx, [...soon.values()].map((one) => escalation(one, { step: amberStep, to: 'unit' }, at)))
  await tellOfSteps(app, tx, taken.flatMap(({ caseId }): Told[] => {
    const one = soon.get(caseId)
    return one ? [{ one, to: 'unit', kind: 'casesSoon' }] : []
  }))
  return taken.length
}

const lateOf = ({ id, personId, line, region, promisedOn }: RunningCase): Late => ({ caseId: id, requestId: null, personId, line, region, promisedOn })

const unitOf = ({ line, region }: Jurisdiction): string => `${line} ${region}`

/** Takes the steps a late case has come to: tells those the step names, and gives the unit the card. */
const escalate = async (page: Page, cases: readonly RunningCase[]): Promise<number> => {
  const { tx, app, today, at } = page
  const late = new Map(cases.flatMap((one): [string, { one: RunningCase; daysLate: number }][] => {
    // Unknown where a calendar is not published: then nobody is said to be late.
    const daysLate = workingDaysBetween(one.promisedOn, today, one.region)
    return daysLate === undefined ? [] : [[one.id, { one, daysLate }]]
  }))
  const ladderOf = ({ region }: Jurisdiction) => app.packs.proceedingsFor(region).ladder
  const due = [...late.values()].flatMap(({ one, daysLate }) => stepsDue(ladderOf(one), daysLate).map((step) => escalation(one, step, at)))
  const taken = await insertEscalations(tx, due)
  const steps = taken.flatMap(({ caseId, step: nth }) => {
    const found = late.get(caseId)
    const step = found && stepsOf(ladderOf(found.one)).find(({ step: each }) => each === nth)
    return found && step ? [{ ...found, step }] : []
  })
  const kinds = { unit: 'casesLate', bureau: 'bureauLate', supervision: 'supervisionLate' } as const
  await tellOfSteps(app, tx, steps.map(({ one, step }): Told => ({ one, to: step.to, kind: kinds[step.to] })))
  const carded = steps.filter(({ step }) => step.card !== undefined).toSorted((a, b) => unitOf(a.one).localeCompare(unitOf(b.one)))
  const factsOf = await namesOf(app, tx, carded.map(({ one }) => one))
  for (const { one, step, daysLate } of carded) {
    if (step.card) await issueLate(page, { late: lateOf(one), color: step.card, daysLate, facts: factsOf(one) })
  }
  return taken.length
}

const amberTask = 'amber'

/** Everything due by now; returns how many steps were taken. */
export const sweep = async (app: App): Promise<number> => {
  const today = plainDate(app.clock.now())
  const late = await eachPage(app, undefined, addDays(today, -1), escalate)
  if (await hasSwept(app.db.read, amberTask, today)) return late
  const soon = await eachPage(app, today, addDays(today, amberHorizon), warn)
  await app.db.transaction((tx) => upsertSweep(tx, amberTask, today))
  return late + soon
}
