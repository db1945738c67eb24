// A day that falls into a year without a published calendar is unknown; once the calendar is there, it is counted: the deadlines of cases
// here, every other day through awaited-days.ts. And where a region adds or takes a working day, the deadlines that run across it are counted
// anew. Run at every start, because a new calendar comes with a new version, and once a day, because packs may change in between. Repeating
// it changes nothing.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { fillDays } from './awaited-days.ts'
import type { Case } from './case.ts'
import { listCasesAcrossForUpdate, listCasesWithoutDayForUpdate, updateCases } from './cases-store.ts'
import { startClock } from './legal-clock.ts'

export const recountTask = 'cases.recount'

const pageSize = 500
const nobody = '00000000-0000-0000-0000-000000000000'

const audited = (one: Case, at: Date) => ({
  at: at.toISOString(), actorKind: 'system' as const, actorId: 'calendar', action: 'cases.recount', subjectType: 'case', subjectId: one.id, region: one.region, requestId: null,
  detail: { promisedOn: one.promisedOn, dueOn: one.dueOn },
})

/** Counts all cases that `list` gives page by page; returns how many have another day now. */
const recount = async ({ db, clock }: Pick<App, 'db' | 'clock'>, list: (tx: Tx, after: string) => Promise<Case[]>): Promise<number> => {
  let counted = 0
  for (let after = nobody; after !== ''; ) {
    const from = after
    after = await db.transaction(async (tx) => {
      const cases = await list(tx, from)
      const changed = cases.map((one) => (one.clockFrom === null ? one : startClock(one, one.clockFrom))).filter((one, index) => one.promisedOn !== cases[index]?.promisedOn || one.dueOn !== cases[index]?.dueOn)
      await updateCases(tx, changed)
      await insertAudit(tx, changed.map((one) => audited(one, clock.now())))
      counted += changed.length
      return cases.length === pageSize ? (cases.at(-1)?.id ?? '') : ''
    })
  }
  return counted
}

/** Returns how many cases have a day now that had none, or another one. */
export const recountCases = async (app: Pick<App, 'db' | 'clock' | 'packs'>): Promise<number> => {
  let counted = await recount(app, (tx, after) => listCasesWithoutDayForUpdate(tx, after, pageSize))
  for (const { region } of app.packs.packs) {
    const days = [...app.packs.proceedingsFor(region).days.keys()].sort()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) continue
    counted += await recount(app, (tx, after) => listCasesAcrossForUpdate(tx, { regionPrefix: regionPrefix(region), first, last, after, limit: pageSize }))
  }
  return counted
}

/** Counts every day of the product that could not be counted before; returns how many are there now, or are other ones. */
export const recountDays = async (app: App): Promise<number> => (await recountCases(app)) + (await fillDays(app))
