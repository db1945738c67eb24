// A bill that is said to be wrong: its person objects, once, an official of the medical insurance answers. While nobody has, it is not on record.
import { covers } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { daysAfterObjection } from './bill-days.ts'
import { isContested, type CareBill } from './care-bill.ts'
import { getBillForUpdate, listCareActions } from './credits-store.ts'
import { termsFor } from './grading.ts'
import { moveBill, tell } from './recording.ts'

/** @throws Refusal not_found for what is somebody else's; not_allowed_now when they have objected to it before */
export const contestBill = async (scene: Scene, personId: string, id: string, text: string): Promise<CareBill> => {
  const one = await getBillForUpdate(scene.tx, id)
  if (one.personId !== personId) throw new Refusal('not_found')
  if (isContested(one, await listCareActions(scene.tx, [id]))) throw new Refusal('not_allowed_now', { because: 'contested' })
  return moveBill(scene, one, 'contest', { text }, { lookOn: null })
}

/** Upheld, it has the days it had, and is on record again where it was; cancelled, nothing is owed. @throws Refusal not_found outside the official's jurisdiction */
export const answerObjection = async (scene: Scene, id: string, action: 'uphold' | 'cancel', reasons: string): Promise<CareBill> => {
  const one = await getBillForUpdate(scene.tx, id)
  const terms = termsFor(scene.app, one.region)
  if (!covers(scene.principal, ['approver', 'head'], one) || !terms) throw new Refusal('not_found')
  const wasLate = one.lateOn !== null
  const next = await moveBill(scene, one, action === 'uphold' && wasLate ? 'reinstate' : action, { text: reasons }, action === 'uphold' && !wasLate ? daysAfterObjection(one, plainDate(scene.at), terms) : {})
  await tell(scene, next, 'careAnswered', { reasons })
  return next
}
