// A deadline that crossed into a year without a published calendar is unknown; once the calendar is there, it is counted.
// Run at every start, because a new calendar comes with a new version. Repeating it changes nothing.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { App } from '../../module.ts'
import type { Case } from './case.ts'
import { listCasesWithoutDayForUpdate, updateCases } from './cases-store.ts'
import { startClock } from './legal-clock.ts'

const pageSize = 500
const nobody = '00000000-0000-0000-0000-000000000000'

const audited = (one: Case, at: Date) => ({
  at: at.toISOString(), actorKind: 'system' as const, actorId: 'calendar', action: 'cases.recount', subjectType: 'case', subjectId: one.id, region: one.region, requestId: null,
  detail: { promisedOn: one.promisedOn, dueOn: one.dueOn },
})

/** Returns how many cases have a day now that had none. */
export const recountDays = async ({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<number> => {
  let counted = 0
  for (let after = nobody; after !== ''; ) {
    const from = after
    after = await db.transaction(async (tx) => {
      const cases = await listCasesWithoutDayForUpdate(tx, from, pageSize)
      const known = cases.map((one) => (one.clockFrom === null ? one : startClock(one, one.clockFrom))).filter((one, index) => one.promisedOn !== cases[index]?.promisedOn || one.dueOn !== cases[index]?.dueOn)
      await updateCases(tx, known)
      await insertAudit(tx, known.map((one) => audited(one, clock.now())))
      counted += known.length
      return cases.length === pageSize ? (cases.at(-1)?.id ?? '') : ''
    })
  }
  return counted
}
