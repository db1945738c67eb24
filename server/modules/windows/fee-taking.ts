// Taking fees at a window: what who is served owes, and taking it in cash or by card with the number of the slip. The receipt is printed
// from the numbered document that follows.
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { issueNotice } from '../notices/index.ts'
import { isTakeable, listFeesOfPerson, takeAtWindow, type Fee } from '../payments/index.ts'
import { auditWindow, findLiveSession, getShiftForUpdate } from './serving.ts'
import { findOpenSessionForUpdate } from './sessions-store.ts'
import { isLive, type Clerk } from './window.ts'

const mostFees = 200

/** What who is served owes, and what was taken from them lately; the newest first. @throws Refusal not_allowed_now when nobody is served */
export const listServedFees = async (app: App, clerk: Clerk): Promise<Fee[]> => {
  const live = await findLiveSession(app, app.db.read, clerk)
  if (!live) throw new Refusal('not_allowed_now', { session: 'none' })
  return (await listFeesOfPerson(app.db.read, live.session.personId, mostFees)).filter((fee) => isTakeable(fee) || fee.method === 'cash' || fee.method === 'card')
}

/** Takes a fee of who is served. @throws Refusal not_allowed_now, not_found */
export const takeFee = (app: App, clerk: Clerk, feeId: string, method: 'cash' | 'card', slip: string, requestId: string): Promise<Fee> =>
  app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const session = await findOpenSessionForUpdate(tx, shift.id)
    if (!session || !isLive(session, app.clock.now())) throw new Refusal('not_allowed_now', { session: 'none' })
    const fee = await takeAtWindow({ app, tx, principal: clerk, requestId, at: app.clock.now() }, session.personId, feeId, method, slip)
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'takeFee', { type: 'fee', id: fee.id }, { case: fee.caseNumber, fen: fee.fen, method, slip, from: session.cameId })])
    return fee
  })

/** The receipt of a fee of who is served; made now if it has not been. @throws Refusal not_found */
export const openReceipt = async (app: App, clerk: Clerk, feeId: string, requestId: string): Promise<{ digest: string; name: string }> => {
  const live = await findLiveSession(app, app.db.read, clerk)
  const fee = (await listServedFees(app, clerk)).find(({ id }) => id === feeId)
  if (!live || !fee?.noticeId) throw new Refusal('not_found')
  const { digest, number, words } = await issueNotice(app, fee.noticeId)
  await app.db.transaction((tx) => insertAudit(tx, [auditWindow(app, clerk, live.shift, requestId, 'openReceipt', { type: 'fee', id: fee.id }, { number })]))
  return { digest, name: `${words.name['zh-CN']} ${number}.pdf` }
}
