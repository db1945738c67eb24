// Objections to a published list: anybody may make one about a payment, the authority hears it and answers; upheld, it is not paid. Meanwhile the
// rest of the list is.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { isOpenToObjections } from './pay-list.ts'
import { countObjectionsBy, getPayListForUpdate, insertObjection, listObjections, listPayItems, updateObjection, updatePayItem, type Objection } from './pay-lists-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { entitlementAfter } from './entitlement.ts'
import { deleteClaims, getEntitlementForUpdate } from './entitlements-store.ts'
import { approvers, dropItem, getListFor, type StaffCall } from './paying.ts'
import { moveEntitlement } from './recording.ts'
import { tellRefused } from './telling.ts'

/** Of one person, on one list: who sees more that is not right tells the authority, without stopping everybody's money. */
const mostOnList = 5

/** @throws Refusal not_allowed_now once the time is over, and with `because`: `objected` to this payment before, `mostOnList` */
export const objectTo = (app: App, { principal, requestId }: { principal: Principal; requestId: string }, listId: string, seq: number, text: string): Promise<Objection> =>
  app.db.transaction(async (tx) => {
    const list = await getPayListForUpdate(tx, listId)
    const now = app.clock.now()
    if (!isOpenToObjections(list, plainDate(now))) throw new Refusal('not_allowed_now')
    const personId = personOf(principal).id
    const before = await countObjectionsBy(tx, personId, { listId, seq })
    if (before.toItem > 0 || before.toList >= mostOnList) throw new Refusal('not_allowed_now', { because: before.toItem > 0 ? 'objected' : 'mostOnList' })
    if ((await updatePayItem(tx, { listId, seq }, ['due', 'objected'], 'objected')) === 0) throw new Refusal('not_found')
    const one: Objection = { id: uuidv7(app.clock), listId, seq, personId, text: text.trim(), answer: '', state: 'open', madeAt: now.toISOString(), decidedBy: null, decidedAt: null }
    await insertObjection(tx, one)
    await insertAudit(tx, [{ at: one.madeAt, ...actorOf(principal), action: 'payLists.object', subjectType: 'payList', subjectId: listId, region: list.region, requestId, detail: { seq } }])
    return one
  })

/** What was taken off its list while the objection was open: refused where it is. False: it has ended, or is paid. */
const refuseUnlisted = async (app: App, tx: Tx, { principal }: StaffCall, entitlementId: string): Promise<boolean> => {
  const one = await getEntitlementForUpdate(tx, entitlementId)
  if (entitlementAfter(one.state, 'lapse') === undefined) return false
  await moveEntitlement(tx, one, { action: 'lapse', at: app.clock.now(), actorKind: 'staff', actorId: staffOf(principal).id, detail: { because: 'objection' } }, { ruling: 'refused' })
  await deleteClaims(tx, one.id)
  return true
}

/** @throws Refusal not_found; not_allowed_now when it was decided already */
export const decideObjection = (app: App, call: StaffCall, listId: string, id: string, upheld: boolean, answer: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const list = await getListFor(tx, call, listId, approvers)
    const all = await listObjections(tx, listId)
    const one = all.find((each) => each.id === id)
    if (!one) throw new Refusal('not_found')
    if (one.decidedAt !== null) throw new Refusal('not_allowed_now')
    const now = app.clock.now().toISOString()
    await updateObjection(tx, { ...one, state: upheld ? 'upheld' : 'dismissed', answer: answer.trim(), decidedBy: staffOf(call.principal).id, decidedAt: now })
    const item = (await listPayItems(tx, listId)).find(({ seq }) => seq === one.seq)
    const othersOpen = all.some((each) => each.id !== id && each.seq === one.seq && each.decidedAt === null)
    if (item && upheld && ((await dropItem(app, tx, call, list, item, 'refuse', 'objection')) || (await refuseUnlisted(app, tx, call, item.entitlementId)))) {
      await tellRefused(app, tx, await getEntitlementForUpdate(tx, item.entitlementId), app.packs.benefitsFor(app.config.region)[list.benefitId], answer.trim())
    }
    if (item && !upheld && !othersOpen) await updatePayItem(tx, item, ['objected'], 'due')
    await insertAudit(tx, [{ at: now, ...actorOf(call.principal), action: 'payLists.decideObjection', subjectType: 'payList', subjectId: listId, region: list.region, requestId: call.requestId, detail: { objection: id, upheld } }])
  })
