// What officials do with a fee: say what it comes to, waive it with reasons, give it back, take it at a window.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { isBeingPaid, isTakeable, type Fee } from './fee.ts'
import { findFeeForUpdate } from './fees-store.ts'
import { planClosing } from './polling.ts'
import { issueReceipt } from './receipts.ts'
import { moveFee, planGoingOn, tell, type Scene } from './recording.ts'
import { giveBack } from './refunding.ts'

export const feeReaders: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

/** @throws Refusal not_found outside the jurisdiction, forbidden without the role there, conflict when it has changed since */
const getFor = async (tx: Tx, principal: Principal, id: string, roles: readonly StaffRole[], seen: number): Promise<Fee> => {
  const fee = await findFeeForUpdate(tx, id)
  if (!fee || !covers(principal, feeReaders, fee)) throw new Refusal('not_found')
  if (!covers(principal, roles, fee)) throw new Refusal('forbidden')
  if (fee.revision !== seen) throw new Refusal('conflict', { revision: fee.revision, state: fee.state })
  return fee
}

type Asked = { id: string; revision: number }

/** Says what a fee comes to that no formula settled, or puts a wrong amount right. @param fen more than 0 */
export const assess = async (scene: Scene, { id, revision }: Asked, fen: number, reasons: string): Promise<Fee> => {
  const fee = await moveFee(scene, await getFor(scene.tx, scene.principal, id, ['approver', 'head'], revision), 'assess', { fen, reasons }, { fen })
  await tell(scene, fee, 'feeDue')
  return fee
}

/** The head waives a fee. @param law what it rests on */
export const waive = async (scene: Scene, { id, revision }: Asked, reasons: string, law: string): Promise<Fee> => {
  const fee = await moveFee(scene, await getFor(scene.tx, scene.principal, id, ['head'], revision), 'waive', { reasons, law })
  await tell(scene, fee, 'feeWaived', { reasons })
  await planGoingOn(scene.tx, fee)
  return fee
}

/** The head gives a paid fee back. */
export const returnFee = async (scene: Scene, { id, revision }: Asked, reasons: string): Promise<Fee> =>
  giveBack(scene, await getFor(scene.tx, scene.principal, id, ['head'], revision), 'official', { reasons })

const methodNames = { cash: '窗口现金', card: '窗口刷卡' }

/**
 * A window takes the fee of the person who stands there; whoever calls has identified them. An order still open is closed: what it
 * brings in all the same is given back.
 * @throws Refusal not_found, not_allowed_now
 */
export const takeAtWindow = async (scene: Scene, personId: string, id: string, method: 'cash' | 'card', slip: string): Promise<Fee> => {
  const fee = await findFeeForUpdate(scene.tx, id)
  if (!fee || fee.personId !== personId) throw new Refusal('not_found')
  if (!isTakeable(fee)) throw new Refusal('not_allowed_now', { state: fee.state })
  const paid = await moveFee(scene, fee, 'pay', { method, slip }, { method, slip, paidAt: scene.at.toISOString(), orderId: isBeingPaid(fee) ? fee.orderId : null })
  if (isBeingPaid(fee) && fee.orderId) await planClosing(scene.tx, fee.orderId)
  await tell(scene, paid, 'feePaid', await issueReceipt(scene, paid, { method: methodNames[method], transaction: slip }))
  await planGoingOn(scene.tx, paid)
  return paid
}
