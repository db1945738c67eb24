// From what is confirmed to money: a list with its budget taken, published, approved by a second person, one file for the bank, its returns
// booked. Each step is one transaction that holds the list; a budget is never overspent and nobody is paid twice.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Benefit } from '../catalogue/index.ts'
import { deceasedOn } from './due.ts'
import type { EntitlementAction } from './entitlement.ts'
import { deleteClaims, getEntitlementForUpdate, listBudgets, listEntitlementsToPay, listEntitlementsWithIdsForUpdate, updateBudgetTaken, upsertBudget } from './entitlements-store.ts'
import { judgeSubject } from './judging.ts'
import { judgedOn } from './period.ts'
import { moveEntitlement } from './recording.ts'
import { bankFile, digestOfFile, isHeard, listAfter, readReturns, type ListAction, type PayItem, type PayList } from './pay-list.ts'
import { getPayListForUpdate, insertPayList, listObjectedIds, listPayItems, updatePayItem, updatePayList } from './pay-lists-store.ts'
import { getSubject } from './subjects-store.ts'
import { tellLapsed, tellPayment } from './telling.ts'

export type StaffCall = { principal: Principal; requestId: string }

/** Who sees lists, makes them, and approves them. */
export const readers = ['clerk', 'approver', 'head', 'supervisor'] as const
export const makers = ['clerk', 'approver', 'head'] as const
export const approvers = ['approver', 'head'] as const

/** People on one list: a file a bank takes at once. More make further lists, by themselves. */
const mostItems = 5000
export const listTask = 'benefits.list'

const benefitOf = (app: App, id: string): Benefit | undefined => app.packs.benefitsFor(app.config.region)[id]
const byStaff = (principal: Principal) => ({ actorKind: 'staff', actorId: staffOf(principal).id }) as const
const yearOf = (app: App): number => Number(plainDate(app.clock.now()).slice(0, 4))

const record = (app: App, tx: Tx, { principal, requestId }: StaffCall, action: string, list: PayList, detail: Record<string, unknown> = {}): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: `payLists.${action}`, subjectType: 'payList', subjectId: list.id, region: list.region, requestId, detail: { benefit: list.benefitId, period: list.period, items: list.items, fen: list.fen, ...detail } }])

/** @throws Refusal not_found outside the jurisdiction of these roles; not_allowed_now; conflict when it was changed meanwhile */
export const getListFor = async (tx: Tx, { principal }: StaffCall, id: string, roles: readonly ('clerk' | 'approver' | 'head' | 'supervisor')[], action?: ListAction, revision?: number): Promise<PayList> => {
  const list = await getPayListForUpdate(tx, id)
  if (!covers(principal, roles, list)) throw new Refusal('not_found')
  if (revision !== undefined && revision !== list.revision) throw new Refusal('conflict')
  if (action !== undefined && listAfter(list.state, action) === undefined) throw new Refusal('not_allowed_now')
  return list
}

/** What stands on a list, with what it is for held before any of it changes. */
const heldItems = async (tx: Tx, listId: string): Promise<PayItem[]> => {
  const items = await listPayItems(tx, listId)
  await listEntitlementsWithIdsForUpdate(tx, items.map(({ entitlementId }) => entitlementId))
  return items
}

const moved = async (tx: Tx, list: PayList, action: ListAction, change: Partial<PayList>): Promise<PayList> => {
  const state = listAfter(list.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now')
  const next = { ...list, ...change, state, revision: list.revision + 1 }
  await updatePayList(tx, next)
  return next
}

/** Takes an item off: its money goes back to the budget, and the entitlement where `action` leads. False: it was off already. */
const drop = async (app: App, tx: Tx, call: StaffCall, list: PayList, item: PayItem, action: Extract<EntitlementAction, 'refuse' | 'unlist'>, because: string): Promise<boolean> => {
  if ((await updatePayItem(tx, item, ['due', 'objected'], 'dropped')) === 0) return false
  await moveEntitlement(tx, await getEntitlementForUpdate(tx, item.entitlementId), { action, at: app.clock.now(), ...byStaff(call.principal), detail: { because } }, because === 'objection' ? { ruling: 'refused' } : {})
  if (action === 'refuse') await deleteClaims(tx, item.entitlementId)
  await giveBack(tx, list, item.fen)
  return true
}

/** To the budget it was taken from, whatever the policy says by now. */
const giveBack = async (tx: Tx, { id, benefitId, budgetYear }: PayList, fen: number): Promise<void> => {
  if (budgetYear !== null && !(await updateBudgetTaken(tx, benefitId, budgetYear, -fen))) throw new Error(`the budget of ${budgetYear} for ${benefitId} has not taken what list ${id} gives back`)
}
export { drop as dropItem }

/** `most`: people on one list, when fewer than a list takes. */
type Wanted = { benefitId: string; period: string; region: string; most?: number | undefined }

/**
 * Puts on a list whoever has confirmed, and takes their money from the budget. Who does not fit on it is put on the next by a job, for the same official.
 * @throws Refusal budget_exceeded, or not_allowed_now when the policy names no budget for this year: then nothing is listed
 */
export const makeList = (app: App, call: StaffCall, wanted: Wanted): Promise<PayList> => {
  const line = benefitOf(app, wanted.benefitId)?.payer.line
  if (line === undefined || !covers(call.principal, makers, { region: wanted.region, line })) throw new Refusal('not_found')
  return fillList(app, call, wanted)
}

/** The job after a full list. What cannot be listed, because the budget is used up or nobody is left, waits for the next. */
export const makeFurtherList = (app: App, { staff: { id, name }, requestId, wanted }: { staff: { id: string; name: string }; requestId: string; wanted: Wanted }): Promise<void> =>
  fillList(app, { principal: { kind: 'staff', id, name, postings: [] }, requestId }, wanted).then(() => undefined, (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })

const fillList = (app: App, call: StaffCall, wanted: Wanted): Promise<PayList> =>
  app.db.transaction(async (tx) => {
    const { benefitId, period, region, most = mostItems } = wanted
    const benefit = benefitOf(app, benefitId)
    if (!benefit) throw new Refusal('not_found')
    const now = app.clock.now()
    const today = plainDate(now)
    const due = await listEntitlementsToPay(tx, { benefitId, period, region, line: benefit.payer.line }, most)
    const listId = uuidv7(app.clock)
    const items: PayItem[] = []
    const objected = new Set(await listObjectedIds(tx, due.map(({ id }) => id)))
    for (const one of due) {
      const subject = await getSubject(tx, one.subjectId)
      // without an account, died since, or taken off a list while somebody objects: it stays where it is until the person, a run or the answer says more
      if (!one.account || deceasedOn(subject) || objected.has(one.id)) continue
      items.push({ listId, seq: items.length + 1, entitlementId: one.id, fen: one.fen, state: 'due', returnCode: null, name: subject.name, number: subject.number, account: one.account })
      await moveEntitlement(tx, one, { action: 'list', at: now, ...byStaff(call.principal), detail: { list: listId } })
    }
    const fen = items.reduce((sum, item) => sum + item.fen, 0)
    if (items.length === 0) throw new Refusal('not_allowed_now', { items: 0 })
    const year = yearOf(app)
    if (benefit.budget?.year === year) await upsertBudget(tx, benefitId, benefit.budget)
    if (benefit.budget && !(await updateBudgetTaken(tx, benefitId, year, fen))) {
      const isSet = (await listBudgets(tx, year)).some((each) => each.benefitId === benefitId)
      throw isSet ? new Refusal('budget_exceeded') : new Refusal('not_allowed_now', { because: 'noBudgetOfYear', year })
    }
    const list: PayList = {
      id: listId, benefitId, period, region, line: benefit.payer.line, state: 'published', revision: 1, items: items.length, fen, objectionsUntil: benefit.objectionDays === 0 ? today : addDays(today, benefit.objectionDays), budgetYear: benefit.budget ? year : null,
      madeBy: staffOf(call.principal).id, madeAt: now.toISOString(), approvedBy: null, approvedAt: null, sentAt: null, fileDigest: null, settledAt: null,
    }
    await insertPayList(tx, list, items)
    await record(app, tx, call, 'make', list)
    if (due.length === most) {
      const { id, name } = staffOf(call.principal)
      await planJobs(tx, [{ task: listTask, payload: { staff: { id, name }, requestId: call.requestId, wanted } }])
    }
    if (benefit.objectionDays > 0) for (const item of items) await tellPayment(app, tx, await getEntitlementForUpdate(tx, item.entitlementId), benefit, 'benefitListed', list.objectionsUntil)
    return list
  })

/** Whoever has died or, by the newest facts, is due it no longer is taken off and, while they live, told why; an official's ruling stands. */
const dropUndue = async (app: App, tx: Tx, call: StaffCall, list: PayList, items: readonly PayItem[]): Promise<void> => {
  const day = judgedOn(list.period, plainDate(app.clock.now()))
  const byId = new Map(items.map((item) => [item.entitlementId, item]))
  const all = await listEntitlementsWithIdsForUpdate(tx, [...byId.keys()])
  for (const one of all) {
    const item = byId.get(one.id)
    const subject = await getSubject(tx, one.subjectId)
    const hasDied = deceasedOn(subject) !== undefined
    const isDue = one.ruling === 'upheld' || (await judgeSubject(app, tx, subject, day)).some((each) => each.isDue && each.benefit.id === one.benefitId)
    if (!item || (isDue && !hasDied) || !(await drop(app, tx, call, list, item, 'refuse', hasDied ? 'deceased' : 'conditions'))) continue
    if (!hasDied) await tellLapsed(app, tx, one, benefitOf(app, one.benefitId))
  }
}

/**
 * By somebody else than who made it, once nobody can object any more. Taken off first: whom somebody objects to without an answer yet (they go on the
 * next list once it is dismissed), and whoever has died or no longer fits.
 */
export const approveList = (app: App, call: StaffCall, id: string, revision: number): Promise<PayList> =>
  app.db.transaction(async (tx) => {
    const list = await getListFor(tx, call, id, approvers, 'approve', revision)
    const staff = staffOf(call.principal)
    if (staff.id === list.madeBy) throw new Refusal('second_person')
    if (benefitOf(app, list.benefitId)?.objectionDays !== 0 && !isHeard(list, plainDate(app.clock.now()))) throw new Refusal('not_allowed_now', { objectionsUntil: list.objectionsUntil })
    const items = await heldItems(tx, id)
    const [objected, rest] = [items.filter(({ state }) => state === 'objected'), items.filter(({ state }) => state === 'due')]
    if (objected.length > 0 && rest.length === 0) throw new Refusal('not_allowed_now', { objections: 'open' })
    for (const item of objected) await drop(app, tx, call, list, item, 'unlist', 'objectionOpen')
    await dropUndue(app, tx, call, list, rest)
    const next = await moved(tx, list, 'approve', { approvedBy: staff.id, approvedAt: app.clock.now().toISOString() })
    await record(app, tx, call, 'approve', next)
    return next
  })

/** Before it is approved: everybody on it is where they were before. */
export const cancelList = (app: App, call: StaffCall, id: string, revision: number): Promise<PayList> =>
  app.db.transaction(async (tx) => {
    const list = await getListFor(tx, call, id, makers, 'cancel', revision)
    for (const item of await heldItems(tx, id)) await drop(app, tx, call, list, item, 'unlist', 'cancelled')
    const next = await moved(tx, list, 'cancel', {})
    await record(app, tx, call, 'cancel', next)
    return next
  })

/** The file as the bank gets it; the same every time, so that a second download is seen to be the first. */
export const fileOf = (app: App, list: PayList, items: readonly PayItem[]): string =>
  bankFile(list, items.filter(({ state }) => state !== 'dropped'), benefitOf(app, list.benefitId)?.name['zh-CN'] ?? list.benefitId, plainDate(new Date(list.approvedAt ?? list.madeAt)))

/** Marks the list as given to the bank. */
export const sendList = (app: App, call: StaffCall, id: string, revision: number): Promise<{ list: PayList; file: string }> =>
  app.db.transaction(async (tx) => {
    const list = await getListFor(tx, call, id, approvers, 'send', revision)
    const items = await listPayItems(tx, id)
    const file = fileOf(app, list, items)
    for (const item of items) await updatePayItem(tx, item, ['due'], 'sent')
    const next = await moved(tx, list, 'send', { sentAt: app.clock.now().toISOString(), fileDigest: digestOfFile(file) })
    await record(app, tx, call, 'send', next, { digest: next.fileDigest })
    return { list: next, file }
  })

/** Books what the bank sent back; the same file again changes nothing. @throws Refusal invalid with the line at fault */
export const bookReturns = (app: App, call: StaffCall, id: string, text: string): Promise<PayList> =>
  app.db.transaction(async (tx) => {
    const list = await getListFor(tx, call, id, approvers)
    if (listAfter(list.state, 'settle') === undefined && list.settledAt === null) throw new Refusal('not_allowed_now')
    const items = await heldItems(tx, id)
    const returns = readReturns(text, list, items)
    if ('fault' in returns) throw new Refusal('invalid', returns)
    const benefit = benefitOf(app, list.benefitId)
    const [now, bySeq] = [app.clock.now(), new Map(items.map((item) => [item.seq, item]))]
    for (const { seq, code } of returns) {
      const item = bySeq.get(seq)
      const isPaid = code === '0000'
      if (!item || (await updatePayItem(tx, item, ['sent'], isPaid ? 'paid' : 'returned', code)) === 0) continue
      const one = await moveEntitlement(tx, await getEntitlementForUpdate(tx, item.entitlementId), { action: isPaid ? 'pay' : 'giveBack', at: now, ...byStaff(call.principal), detail: { code } })
      if (!isPaid) await giveBack(tx, list, item.fen)
      await tellPayment(app, tx, one, benefit, isPaid ? 'benefitPaid' : 'benefitReturned')
    }
    const open = (await listPayItems(tx, id)).some(({ state }) => state === 'sent')
    if (open || list.settledAt !== null) return list
    const next = await moved(tx, list, 'settle', { settledAt: now.toISOString() })
    await record(app, tx, call, 'settle', next)
    return next
  })
