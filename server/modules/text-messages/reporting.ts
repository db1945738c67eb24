// What the gateway tells: that a message was delivered or not, pushed or asked for, and what somebody answered to one. Said again, it
// changes nothing; what is about no try of ours is left alone.
import { uuidv7 } from '../../kernel/ids.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import type { Detail } from './gateway.ts'
import { moveText } from './recording.ts'
import { mobileOf, phoneDigest } from './phone.ts'
import { readOutId, textAfter, wishIn, type TextMessage } from './text-message.ts'
import { findTextMessageForUpdate, insertReport } from './text-messages-store.ts'
import { deleteStop, insertStop } from './wishes-store.ts'

/** `code`: of the operator. `gatewayNumber`: as the gateway calls it. */
export type TextReport = { phone: string; outId: string; gatewayNumber: string; delivered: boolean; code: string; reportedAt: Date | null }

const heard = async (scene: Scene, one: TextMessage, { delivered, code, reportedAt }: { delivered: boolean; code: string; reportedAt: Date | null }, via: 'pushed' | 'asked', change: Partial<TextMessage>): Promise<boolean> => {
  const step = delivered ? 'deliver' : 'fail'
  if (textAfter(one.state, step) === undefined) return false
  const isFirst = await insertReport(scene.tx, { id: uuidv7(scene.app.clock), messageId: one.id, tries: one.tries, delivered, code, reportedAt: reportedAt ?? scene.at, heardAt: scene.at, via })
  if (!isFirst) return false
  await moveText(scene, one, step, { ...change, sentAt: one.sentAt ?? one.triedAt, because: delivered ? null : code })
  return true
}

/** What was asked for; the caller holds the row. */
export const hearDetail = async (scene: Scene, one: TextMessage, { delivered, code, reportedAt }: Detail): Promise<void> => {
  if (delivered !== null) await heard(scene, one, { delivered, code, reportedAt }, 'asked', {})
}

/** A pushed report counts for the try it names, of a message to that very number. @returns whether it did */
export const hearReport = (app: App, report: TextReport): Promise<boolean> => {
  const named = readOutId(report.outId)
  const phone = mobileOf(report.phone)
  if (!named || phone === undefined) return Promise.resolve(false)
  return app.db.transaction(async (tx) => {
    const one = await findTextMessageForUpdate(tx, named.id)
    const isAboutIt = one && one.tries === named.tries && one.phoneDigest === phoneDigest(phone) && (one.gatewayNumber === null || one.gatewayNumber === '' || one.gatewayNumber === report.gatewayNumber)
    if (!isAboutIt) return false
    const scene: Scene = { app, tx, principal: { kind: 'system', name: 'text message gateway' }, requestId: null, at: app.clock.now() }
    return heard(scene, one, report, 'pushed', { gatewayNumber: report.gatewayNumber })
  })
}

/** Somebody answered. “T” means that they want no more; everything else nobody reads, as the words do not ask for an answer. @returns whether it changed anything */
export const hearReply = (app: App, { phone, text }: { phone: string; text: string }): Promise<boolean> => {
  const mobile = mobileOf(phone)
  const wish = wishIn(text)
  if (mobile === undefined || !wish) return Promise.resolve(false)
  return app.db.transaction(async (tx) => {
    const digest = phoneDigest(mobile)
    const at = app.clock.now()
    const changed = wish === 'stop' ? await insertStop(tx, digest, at) : await deleteStop(tx, digest)
    if (changed) await insertAudit(tx, [{ at: at.toISOString(), actorKind: 'system', actorId: 'text message gateway', action: `textMessages.${wish}`, subjectType: 'phone', subjectId: digest, region: null, requestId: null, detail: {} }])
    return changed
  })
}
