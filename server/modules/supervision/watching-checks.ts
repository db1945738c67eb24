// Later checks of what a table granted at once: the unit is reminded before the day, and once it has passed the check climbs the same ladder
// as a late case, with the same cards. Looks at everything due by now; what has been done before stands in the way of doing it again.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { listCasesWithIds, listChecksOwed, workingDaysBetween, type CheckOwed, type RunningCase } from '../cases/index.ts'
import { amberStep, stepsDue, stepsOf, type Late } from './card.ts'
import { insertEscalations, type Escalation } from './escalations-store.ts'
import { issueLate } from './issuing.ts'
import { namesOf, tellOfSteps, type Told } from './telling.ts'

const pageSize = 500
/** Calendar days before the last one on which the unit is reminded. */
const remindBefore = 3

type Due = CheckOwed & { dueOn: string }
type Page = { app: App; tx: Tx; today: string; at: Date }

/** One step taken for a check; `told`: who hears of it. */
type Taken = { one: Watched; step: number; told: Escalation['told'] }

/** A check with what supervision needs to know of its case, which has been decided: nobody has it in hand any more. */
type Watched = { check: Due; of: RunningCase }

const eachPage = async (app: App, from: string | undefined, until: string, work: (page: Page, checks: readonly Watched[]) => Promise<number>): Promise<number> => {
  const at = app.clock.now()
  let done = 0
  let after: { dueOn: string; caseId: string } | undefined
  do {
    const checks = await listChecksOwed(app.db.read, { until, limit: pageSize, ...(from ? { from } : {}), ...(after ? { after } : {}) })
    const cases = new Map((await listCasesWithIds(app.db.read, checks.map(({ caseId }) => caseId))).map((one) => [one.id, one]))
    const watched = checks.flatMap((check): Watched[] => {
      const one = cases.get(check.caseId)
      return one ? [{ check, of: { ...one, assigneeId: null, promisedOn: check.dueOn } }] : []
    })
    if (watched.length > 0) done += await app.db.transaction((tx) => work({ app, tx, today: plainDate(at), at }, watched))
    after = checks.length === pageSize ? checks.at(-1) : undefined
  } while (after)
  return done
}

const take = async ({ tx, at }: Page, steps: readonly Taken[]): Promise<Taken[]> => {
  const taken = await insertEscalations(tx, steps.map(({ one: { check }, step, told }): Escalation => ({ caseId: check.caseId, promisedOn: check.dueOn, step, personId: check.personId, region: check.region, line: check.line, told, at: at.toISOString() })))
  return steps.filter(({ one: { check }, step }) => taken.some((each) => each.caseId === check.caseId && each.step === step))
}

const remind = async (page: Page, checks: readonly Watched[]): Promise<number> => {
  const taken = await take(page, checks.map((one) => ({ one, step: amberStep, told: 'unit' })))
  await tellOfSteps(page.app, page.tx, taken.map(({ one: { of } }): Told => ({ one: of, to: 'unit', kind: 'checksSoon' })))
  return taken.length
}

const kinds = { unit: 'checksLate', bureau: 'bureauChecksLate', supervision: 'supervisionChecksLate' } as const

const lateOf = ({ caseId, personId, line, region, dueOn }: Due): Late => ({ caseId, requestId: null, personId, line, region, promisedOn: dueOn })

const unitOf = ({ line, region }: Due): string => `${line} ${region}`

const escalate = async (page: Page, checks: readonly Watched[]): Promise<number> => {
  const { app, tx, today } = page
  const ladderOf = ({ region }: Due) => app.packs.proceedingsFor(region).ladder
  // Unknown across a year whose calendar is not published: then nobody is said to be late.
  const daysLate = ({ dueOn, region }: Due): number => workingDaysBetween(dueOn, today, region) ?? -1
  const taken = await take(page, checks.flatMap((one) => stepsDue(ladderOf(one.check), daysLate(one.check)).map(({ step, to }) => ({ one, step, told: to }))))
  await tellOfSteps(app, tx, taken.map(({ one: { of }, told }): Told => ({ one: of, to: told, kind: kinds[told] })))
  const carded = taken.flatMap(({ one, step: nth }) => {
    const color = stepsOf(ladderOf(one.check)).find(({ step }) => step === nth)?.card
    return color ? [{ one, color }] : []
  }).toSorted((a, b) => unitOf(a.one.check).localeCompare(unitOf(b.one.check)))
  const factsOf = await namesOf(app, tx, carded.map(({ one: { of } }) => of))
  for (const { one: { check, of }, color } of carded) await issueLate(page, { late: lateOf(check), color, daysLate: daysLate(check), facts: factsOf(of) })
  return taken.length
}

/** Everything due by now; returns how many steps were taken. */
export const sweepChecks = async (app: App): Promise<number> => {
  const today = plainDate(app.clock.now())
  const late = await eachPage(app, undefined, addDays(today, -1), escalate)
  return late + (await eachPage(app, today, addDays(today, remindBefore), remind))
}
