// What hospitals' systems do: enter a bill on somebody's account, report it settled, take it back. Sent again, nothing changes; an account
// never owes more than its limit, however many hospitals send at once.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import type { Consumer } from '../exchange/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { daysFrom } from './bill-days.ts'
import type { BillMessage, EnterMessage } from './bill-message.ts'
import { ownFen, type CareBill } from './care-bill.ts'
import { findBillForUpdate, findOpenAccountForUpdate, insertBill, updateOwed } from './credits-store.ts'
import { standingOf, termsFor } from './grading.ts'
import { moveBill, record, tell } from './recording.ts'

const sameAs = (one: CareBill, { totalFen, insuredFen, visitedOn, hospital, department }: EnterMessage): boolean =>
  one.totalFen === totalFen && one.insuredFen === insuredFen && one.visitedOn === visitedOn && one.hospital === hospital && one.department === department

const enter = async (scene: Scene, consumer: Consumer, message: EnterMessage): Promise<CareBill> => {
  const { app, tx } = scene
  const before = await findBillForUpdate(tx, consumer.id, message.number)
  if (before) {
    if (!sameAs(before, message)) throw new Refusal('conflict')
    return before
  }
  const person = await findPersonByIdNumber(tx, message.subject.idNumber)
  // Whoever has no account here and whoever is not known here look alike.
  const account = person && (await findOpenAccountForUpdate(tx, person.id))
  const standing = account && (await standingOf(app, tx, account.personId))
  if (!account || !standing) throw new Refusal('not_allowed_now', { because: 'account' })
  const own = ownFen(message)
  if (own === 0) throw new Refusal('not_allowed_now', { because: 'insured' })
  if (standing.grade.payLater === 0) throw new Refusal('not_allowed_now', { because: 'grade' })
  if (!(await updateOwed(tx, account.id, own, standing.grade.payLater))) throw new Refusal('not_allowed_now', { because: 'limit' })
  const at = scene.at.toISOString()
  const one: CareBill = {
    id: uuidv7(app.clock), accountId: account.id, personId: account.personId, region: account.region, line: standing.terms.objectionLine, consumer: consumer.id, number: message.number, hospital: message.hospital, department: message.department,
    visitedOn: message.visitedOn, totalFen: message.totalFen, insuredFen: message.insuredFen, state: 'owed', ...daysFrom(plainDate(scene.at), account.region, standing.terms), reminded: false, lateOn: null, createdAt: at, updatedAt: at, endedAt: null,
  }
  // Two at once: the account was held, so the second finds the first above, unless it is another person's.
  if (!(await insertBill(tx, one))) throw new Refusal('conflict')
  await record(scene, { accountId: account.id, bill: one.id, region: one.region }, 'enter', { consumer: consumer.id, ownFen: own })
  await tell(scene, one, 'careEntered')
  return one
}

const end = async (scene: Scene, consumer: Consumer, message: Exclude<BillMessage, EnterMessage>): Promise<CareBill> => {
  const one = await findBillForUpdate(scene.tx, consumer.id, message.number)
  if (!one) throw new Refusal('not_found')
  if (one.endedAt !== null && one.state === (message.action === 'settle' ? 'settled' : 'cancelled')) return one
  const next = await moveBill(scene, one, message.action, message.action === 'cancel' ? { reason: message.reason } : {})
  await tell(scene, next, message.action === 'settle' ? 'careSettled' : 'careCancelled', message.action === 'cancel' ? { reasons: message.reason } : {})
  return next
}

/** @throws Refusal not_granted for systems that are no hospital's; not_allowed_now with the reason; conflict when a number means another bill already */
export const takeBillMessage = (app: App, consumer: Consumer, message: BillMessage, requestId: string): Promise<CareBill> => {
  if (consumer.line !== termsFor(app, app.config.region)?.hospitalLine) throw new Refusal('not_granted')
  return app.db.transaction((tx) => {
    const scene: Scene = { app, tx, principal: { kind: 'system', name: consumer.id }, requestId, at: app.clock.now() }
    return message.action === 'enter' ? enter(scene, consumer, message) : end(scene, consumer, message)
  })
}
