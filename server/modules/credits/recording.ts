// One step of a bill or an account: checked against the lifecycle, then row, history, audit and message are written together.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { dayInWords } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Scene } from '../cases/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { billAfter, isOpenBill, ownFen, yuan, type BillAction, type CareBill } from './care-bill.ts'
import { insertCareAction, updateBill, updateOwedLess } from './credits-store.ts'

/** `bill` absent: it happens to the account itself. */
export const record = async (scene: Scene, about: { accountId: string; bill?: string; region: string }, action: string, detail: Record<string, unknown>): Promise<void> => {
  const at = scene.at.toISOString()
  const actor = actorOf(scene.principal)
  const { principal } = scene
  await insertCareAction(scene.tx, {
    accountId: about.accountId, billId: about.bill ?? null, action, actorKind: actor.actorKind, actorId: actor.actorId, actorName: principal.kind === 'anonymous' ? '' : principal.name, at, detail,
  })
  await insertAudit(scene.tx, [{ at, ...actor, action: `credits.${action}`, subjectType: about.bill ? 'careBill' : 'careAccount', subjectId: about.bill ?? about.accountId, region: about.region, requestId: scene.requestId, detail }])
}

/** @throws Refusal not_allowed_now when its state does not allow it. The caller holds the row. */
export const moveBill = async (scene: Scene, one: CareBill, action: BillAction, detail: Record<string, unknown> = {}, change: Partial<CareBill> = {}): Promise<CareBill> => {
  const state = billAfter(one.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const moved: CareBill = { ...one, ...change, state, updatedAt: at }
  const next: CareBill = isOpenBill(moved) ? moved : { ...moved, lookOn: null, endedAt: at }
  await updateBill(scene.tx, next)
  if (!isOpenBill(next)) await updateOwedLess(scene.tx, next)
  await record(scene, { accountId: one.accountId, bill: one.id, region: one.region }, action, detail)
  return next
}

export const tell = async (scene: Scene, one: CareBill, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: one.personId, applicationId: null, caseId: null, kind, at: scene.at.toISOString(), readAt: null,
    detail: { title: one.hospital, amount: yuan(ownFen(one)), ...(one.dueOn === null ? {} : { day: { 'zh-CN': dayInWords(one.dueOn), en: one.dueOn } }), ...extra },
  }])
}
