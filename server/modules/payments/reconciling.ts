// Both books side by side, once a day: the platform's statement against what we booked. A difference stays until somebody settles it,
// by a note or by booking the money after all.
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { findDifference, findDifferenceForUpdate, insertDifferences, listStatementDays, updateDifferenceSettled, upsertStatementDay } from './differences-store.ts'
import { findOrderByNumber, findOrderForUpdate, listRefundsBetween, listTransactionsBetween } from './orders-store.ts'
import { book } from './paying.ts'
import { providerOf } from './platform-client.ts'
import type { StatementLine } from './provider.ts'
import { auditOf, cashier, type Scene } from './recording.ts'
import { compareDay, sumOf, type Difference } from './statement.ts'

export const reconcileTask = 'payments.reconcile'

/** At half past two in China the statement of the day before is complete. */
export const reconcileCron = '30 18 * * *'

export const reconcilers: readonly StaffRole[] = ['operator', 'supervisor']

const dayBounds = (day: string): [Date, Date] => [new Date(`${day}T00:00:00+08:00`), new Date(`${addDays(day, 1)}T00:00:00+08:00`)]

/** Compares one day. Repeating it adds what is new. @throws Refusal invalid for a day that is not over */
export const reconcile = async (app: App, day: string, scene: { principal: Principal; requestId: string | null }): Promise<number> => {
  if (day >= plainDate(app.clock.now())) throw new Refusal('invalid', { day })
  const lines = await providerOf(app).statement(day)
  const bounds = dayBounds(day)
  return app.db.transaction(async (tx) => {
    const at = app.clock.now()
    const [payments, refunds] = await Promise.all([listTransactionsBetween(tx, ...bounds), listRefundsBetween(tx, ...bounds)])
    const numbers = [...new Set(lines.map(({ orderNumber }) => orderNumber))].filter((number) => ![...payments, ...refunds].some(({ orderNumber }) => orderNumber === number))
    const regions = new Map<string, string>()
    for (const number of numbers) {
      const order = await findOrderByNumber(tx, number)
      if (order) regions.set(number, order.region)
    }
    const found = compareDay({ payments, refunds }, lines, (number) => regions.get(number) ?? [...payments, ...refunds].find(({ orderNumber }) => orderNumber === number)?.region)
    await insertDifferences(tx, found.map((each): Difference => ({ ...each, id: uuidv7(app.clock), day, region: each.region ?? app.config.region, foundAt: at.toISOString(), settledAt: null, settled: null })))
    await upsertStatementDay(tx, { day, readAt: at.toISOString(), lines: lines.length, paidFen: sumOf(lines, 'payment'), refundedFen: sumOf(lines, 'refund'), differences: found.length })
    await insertAudit(tx, [auditOf({ app, tx, ...scene, at }, app.config.region, { type: 'statement', id: day }, 'reconcile', { lines: lines.length, differences: found.length })])
    return found.length
  })
}

const mostDaysBehind = 7

/** The job: the days before today not compared yet, a week back at most. */
export const reconcileDays = async (app: App): Promise<void> => {
  if (app.config.payment === undefined) return
  const today = plainDate(app.clock.now())
  const done = new Set((await listStatementDays(app.db.read, mostDaysBehind)).map(({ day }) => day))
  for (let back = mostDaysBehind; back >= 1; back -= 1) {
    const day = addDays(today, -back)
    // A new installation has no past to compare.
    if (!done.has(day) && (back === 1 || done.size > 0)) await reconcile(app, day, { principal: cashier, requestId: null })
  }
}

/** The line of the statement a difference is about, if it can be booked. Asked for outside any transaction. */
export const findLineToBook = async (app: App, id: string): Promise<StatementLine | undefined> => {
  const one = await findDifference(app.db.read, id)
  if (!one || !canBeBooked(one)) return undefined
  return (await providerOf(app).statement(one.day)).find(({ number, what }) => what === 'payment' && number === one.reference)
}

/**
 * Settles a difference: explained in a note, or the platform's payment (`line`) booked after all.
 * @throws Refusal not_found outside the jurisdiction, not_allowed_now when it is settled or there is nothing to book
 */
export const settleDifference = async (scene: Scene & { principal: Principal & { kind: 'staff' } }, id: string, how: 'note' | 'book', note: string, line?: StatementLine): Promise<void> => {
  const { tx, principal, at } = scene
  const one = await findDifferenceForUpdate(tx, id)
  if (!one || !covers(principal, reconcilers, { region: one.region, line: 'government-services' })) throw new Refusal('not_found')
  if (one.settledAt !== null) throw new Refusal('not_allowed_now', { settled: one.settledAt })
  if (how === 'book') await bookLine(scene, one, line)
  await updateDifferenceSettled(tx, id, { by: principal.id, name: principal.name, how, note }, at)
  await insertAudit(tx, [auditOf(scene, one.region, { type: 'statement', id: one.day }, 'settleDifference', { reference: one.reference, kind: one.kind, how, note })])
}

const bookLine = async (scene: Scene, one: Difference, line: StatementLine | undefined): Promise<void> => {
  const known = await findOrderByNumber(scene.tx, one.orderNumber)
  const order = known && (await findOrderForUpdate(scene.tx, known.id))
  if (!order || !line) throw new Refusal('not_allowed_now', { kind: one.kind })
  await book(scene, order, { number: line.number, fen: line.fen, method: line.method, paidAt: line.at }, 'statement')
}

/** Money the platform took for an order of ours, and that we have not heard of. */
export const canBeBooked = ({ kind, what, settledAt }: Pick<Difference, 'kind' | 'what' | 'settledAt'>): boolean => settledAt === null && kind === 'notHere' && what === 'payment'
