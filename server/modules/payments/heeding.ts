// Listening to a notice of the platform: signature, time, nonce, then order and amount; anything else is refused and kept in the audit
// trail. A notice heard before is thanked for and changes nothing.
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { isSigned, isTimely, type NoticeHeaders } from './notice-signature.ts'
import type { Transaction } from './order.ts'
import { findOrderByNumber, findOrderForUpdate, insertNoticeHeard } from './orders-store.ts'
import { book, endOrder } from './paying.ts'
import { auditOf, cashier, type Scene } from './recording.ts'

export type Notice = { event: 'paid'; orderNumber: string; transaction: Transaction } | { event: 'failed' | 'closed'; orderNumber: string }

const keepRefusal = (app: App, requestId: string, notice: Notice, because: string): Promise<void> =>
  app.db.transaction((tx) => insertAudit(tx, [auditOf({ app, tx, principal: { kind: 'anonymous' }, requestId, at: app.clock.now() }, null, { type: 'notice', id: notice.orderNumber.slice(0, 64) }, 'refuseNotice', { because, event: notice.event })]))

/** @throws Refusal bad_signature, not_found, conflict (another amount) */
export const heed = async (app: App, headers: NoticeHeaders, notice: Notice, requestId: string): Promise<void> => {
  const { payment } = app.config
  const refuse = async (because: string, refusal: Refusal): Promise<never> => {
    await keepRefusal(app, requestId, notice, because)
    throw refusal
  }
  if (!payment || !isSigned(headers, notice, payment.notices)) return refuse('signature', new Refusal('bad_signature'))
  if (!isTimely(headers.time, app.clock.now())) return refuse('time', new Refusal('bad_signature', { time: headers.time }))
  const known = await findOrderByNumber(app.db.read, notice.orderNumber)
  if (!known) return refuse('order', new Refusal('not_found'))
  if (notice.event === 'paid' && notice.transaction.fen !== known.fen) return refuse('amount', new Refusal('conflict', { order: known.number }))
  await app.db.transaction(async (tx) => {
    if (!(await insertNoticeHeard(tx, headers.nonce, app.clock.now()))) return
    const order = await findOrderForUpdate(tx, known.id)
    if (!order) return
    const scene: Scene = { app, tx, principal: cashier, requestId, at: app.clock.now() }
    if (notice.event === 'paid') await book(scene, order, notice.transaction, 'notice')
    else await endOrder(scene, order, notice.event, notice.event === 'failed' ? 'declined' : 'cancelled')
  })
}
