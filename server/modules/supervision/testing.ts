// For tests of this module: a ladder of plain days in every region, and late cases to watch over.
import type { Tx } from '../../kernel/db.ts'
import type { Ladder, LoadedPacks } from '../catalogue/index.ts'

export const testingLadder: Ladder = {
  id: 'late', answerDays: 2, requests: { overdue: 'yellow', tripled: 'red' }, legalBasis: [{ title: '观星管理办法' }], redAfterYellows: { count: 3, withinDays: 30 },
  steps: [{ to: 'unit', afterDays: 1 }, { to: 'bureau', afterDays: 2, card: 'yellow' }, { to: 'supervision', afterDays: 4, card: 'red' }],
}

/** Packs with this ladder in every region. */
export const withLadder = (packs: LoadedPacks, ladder = testingLadder): LoadedPacks => ({ ...packs, proceedingsFor: (region) => ({ ...packs.proceedingsFor(region), ladder }) })

/** Gives a case a promised day and a running clock, as if it had been handed in long ago. */
export const updatePromise = async (tx: Tx, caseId: string, { from, on, days = 5 }: { from: string; on: string; days?: number }): Promise<void> => {
  await tx`update cases set clock_from = ${from}, promised_on = ${on}, due_on = ${on}, promised_days = ${days}, used_days = 0 where id = ${caseId}`
}
