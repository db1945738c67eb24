// Keeps the words of cases up to date by following the audit trail: whatever changes a case leaves an entry there, so no change has to
// tell the index. Behind by a second or two; stopped in the middle it goes on where it was, and doing it twice changes nothing.
import { listChained } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { listNoteTexts } from '../case-notes/index.ts'
import { listCasesOfMany, listCasesWithIds, type Case } from '../cases/index.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import { findOf } from './case-find.ts'
import { findMarkForUpdate, upsertCaseFinds, upsertMark } from './case-finds-store.ts'

const batch = 500

/** Looking at a case changes none of its words. */
const looks = ['cases.reveal', 'cases.openFile']

/** What concerns all cases of an application. */
const movesCases = ['applications.submit', 'cases.advance']

/** A decision fills in values of the other cases of the application. */
const fillsOthers = ['cases.grant']

/** Makes the words of these cases afresh. */
export const indexCases = async (app: App, tx: Tx, cases: readonly Case[]): Promise<void> => {
  const [catalogueOf, notes] = await Promise.all([pinnedCatalogues(app, tx, cases), listNoteTexts(tx, cases.map(({ id }) => id))])
  await upsertCaseFinds(tx, cases.map((one) => findOf(one, catalogueOf(one), notes.get(one.id) ?? '')))
}

/** Follows one batch of entries; returns how many there were, 0 when there is nothing to do or another process is at it. */
export const followCases = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const mark = await findMarkForUpdate(tx)
    if (mark === undefined) return 0
    const entries = await listChained(tx, { after: mark, limit: batch })
    const last = entries.at(-1)
    if (!last) return 0
    const told = entries.filter(({ action }) => !looks.includes(action))
    const direct = await listCasesWithIds(tx, [...new Set(told.filter(({ subjectType }) => subjectType === 'case').map(({ subjectId }) => subjectId))])
    const filled = new Set(told.filter(({ action }) => fillsOthers.includes(action)).map(({ subjectId }) => subjectId))
    const applications = new Set([
      ...told.filter(({ subjectType, action }) => subjectType === 'application' && movesCases.includes(action)).map(({ subjectId }) => subjectId),
      ...direct.filter(({ id }) => filled.has(id)).map(({ applicationId }) => applicationId),
    ])
    const whole = await listCasesOfMany(tx, [...applications])
    await indexCases(app, tx, [...new Map([...direct, ...whole].map((one) => [one.id, one])).values()])
    await upsertMark(tx, last.position)
    return entries.length
  })

/** Follows until there is nothing left. */
export const followAllCases = async (app: App): Promise<void> => {
  while ((await followCases(app)) > 0);
}
